import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Frequency } from '#base/period.ts'
import type { Criterion, DateRange, Group, Measure, NodeId, Role, Rulebook, Words } from './ast.ts'
import { nodesOf } from './visit.ts'

/** What the names and codes of a rulebook stand for, and where and when its criteria are measured. */
export interface Symbols {
  /** Of two measures with the same name the first counts. */
  readonly measures: ReadonlyMap<string, Measure>
  readonly nodes: ReadonlyMap<string, Group | Criterion>
  /** The level each criterion is measured at: its own, its parent's, or the only one there is. */
  readonly levels: ReadonlyMap<NodeId, EntrantLevel>
  /** What the points of each node count as: what stands inside a bonus or a penalty is part of it. */
  readonly roles: ReadonlyMap<NodeId, Role>
  /** Whether a commune is scored too, so that what is measured below it is added up. */
  readonly communeIsScored: boolean
  /** How many calendar months the facts that are judged cover; `undefined` where that is not said. */
  readonly monthsJudged: number | undefined
  /** That time, where it is a month, a quarter or a year: what a sum over it is "per". */
  readonly judgedTime: Frequency | undefined
}

export function collectSymbols(rulebook: Rulebook): Symbols {
  const scored = rulebook.application?.levels ?? []
  const levels = new Map<NodeId, EntrantLevel>()
  const roles = new Map<NodeId, Role>()
  const visit = (node: Group | Criterion, inherited: EntrantLevel | undefined, within: Role): void => {
    const level = (node.kind === 'criterion' ? node.level?.level : undefined) ?? inherited
    if (level) levels.set(node.id, level)
    const role = within === 'scale' ? (node.maximum?.role ?? 'scale') : within
    roles.set(node.id, role)
    for (const child of node.children) visit(child, level, role)
  }
  for (const child of rulebook.children) visit(child, scored.length === 1 ? scored[0] : undefined, 'scale')
  const monthsJudged = monthsIn(rulebook)
  return {
    measures: firstByKey(rulebook.measures, ({ name }) => name.text),
    nodes: firstByKey(nodesOf(rulebook), ({ code }) => code.text),
    levels,
    roles,
    communeIsScored: scored.includes('commune'),
    monthsJudged,
    judgedTime: TIMES.get(monthsJudged ?? 0),
  }
}

const TIMES: ReadonlyMap<number, Frequency> = new Map([
  [1, 'month'],
  [3, 'quarter'],
  [12, 'year'],
])

function monthsIn({ application, factPeriod }: Rulebook): number | undefined {
  const range: DateRange | undefined = factPeriod ? factPeriod.range : application?.range
  if (factPeriod && !range) return 12
  if (!range) return undefined
  const { from, to } = range
  return (to.year - from.year) * 12 + to.month - from.month + 1
}

const MONTHS: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, year: 12 }

/** How many periods of that frequency the judged time has, at most; `undefined` where the time is not known. */
export function periodsJudged({ monthsJudged }: Symbols, frequency: Frequency): number | undefined {
  if (monthsJudged === undefined) return undefined
  // A quarter or year that is only touched may be reported too.
  return monthsJudged % MONTHS[frequency] === 0 ? monthsJudged / MONTHS[frequency] : undefined
}

function firstByKey<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> {
  const map = new Map<string, Item>()
  for (const item of items) {
    if (!map.has(key(item))) map.set(key(item), item)
  }
  return map
}

/** The measure that a name stands for; names are the same however their letters were typed (NFC and NFD). */
export function measureNamed({ measures }: Symbols, name: Words): Measure | undefined {
  return measures.get(name.text)
}

/** Whether the criterion's measures are added up over the entrants below a commune (Σa/Σb). */
export function isRolledUp({ levels, communeIsScored }: Symbols, { id }: Pick<Criterion, 'id'>): boolean {
  const level = levels.get(id)
  return communeIsScored && level !== undefined && level !== 'commune'
}
