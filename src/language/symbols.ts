import { type EntrantLevel, LEVEL_NAMES, type LevelNames } from '#base/entrantLevel.ts'
import { type Frequency, firstDay, lastDay, periodOf } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Criterion, DateRange, Group, Measure, NodeId, Role, Rulebook, Words } from './ast.ts'
import { nodesOf } from './visit.ts'

/** What the names and codes of a rulebook stand for, and where and when its criteria are measured. */
export interface Symbols {
  /** Of two measures with the same name the first counts. */
  readonly measures: ReadonlyMap<string, Measure>
  readonly nodes: ReadonlyMap<string, Group | Criterion>
  /** The level each criterion is measured at: its own, its parent's, or the only one there is. */
  readonly levels: ReadonlyMap<NodeId, EntrantLevel>
  /** What the rulebook calls each level. */
  readonly levelNames: LevelNames
  /** What the points of each node count as: what stands inside a bonus or a penalty is part of it. */
  readonly roles: ReadonlyMap<NodeId, Role>
  /**
   * The criteria of which a commune's points are asked for, by itself or by a unit that leads them: what is measured below
   * the commune is then added up.
   */
  readonly addedUp: ReadonlySet<NodeId>
  /** The days whose facts are judged together; `undefined` where that is not said. */
  readonly judged: Pick<DateRange, 'from' | 'to'> | undefined
  /** That time, where it is a month, a quarter or a year: what a sum over it is "per". */
  readonly judgedTime: Frequency | undefined
}

/** Looks up what a rulebook declares, and what nodes take from those above them. */
export function collectSymbols(rulebook: Rulebook): Symbols {
  const scored = rulebook.application?.levels ?? []
  const levels = new Map<NodeId, EntrantLevel>()
  const roles = new Map<NodeId, Role>()
  const addedUp = new Set<NodeId>()
  const byLead = scored.includes('unit') && rulebook.leadPolicy !== undefined
  const visit = (
    node: Group | Criterion,
    inherited: EntrantLevel | undefined,
    within: Role,
    ledAbove: boolean,
  ): void => {
    const level = (node.kind === 'criterion' ? node.level?.level : undefined) ?? inherited
    if (level) levels.set(node.id, level)
    const role = within === 'scale' ? (node.maximum?.role ?? 'scale') : within
    roles.set(node.id, role)
    const led = ledAbove || (node.kind === 'criterion' && node.leads.length > 0)
    if (scored.includes('commune') || (byLead && led)) addedUp.add(node.id)
    for (const child of node.children) visit(child, level, role, led)
  }
  for (const child of rulebook.children) {
    visit(child, scored.length === 1 ? scored[0] : undefined, 'scale', false)
  }
  const judged = judgedDays(rulebook)
  return {
    measures: firstByKey(rulebook.measures, ({ name }) => name.text),
    nodes: firstByKey(nodesOf(rulebook), ({ code }) => code.text),
    levels,
    levelNames: rulebook.application?.levelNames ?? LEVEL_NAMES,
    roles,
    addedUp,
    judged,
    judgedTime: judged && timeOf(judged),
  }
}

type Days = Pick<DateRange, 'from' | 'to'>

/** The days whose facts are judged together; with `từng năm` a whole year at most. */
function judgedDays({ application, factPeriod }: Rulebook): Days | undefined {
  if (!factPeriod || factPeriod.range) return factPeriod?.range ?? application?.range
  return { from: { year: 2026, month: 1, day: 1 }, to: { year: 2026, month: 12, day: 31 } }
}

/** The calendar period that the days are, if they are one. */
function timeOf({ from, to }: Days): Frequency | undefined {
  const all: readonly Frequency[] = ['month', 'quarter', 'year']
  return all.find((frequency) => {
    const period = periodOf(from, frequency)
    return compareDates(firstDay(period), from) === 0 && compareDates(lastDay(period), to) === 0
  })
}

const MONTHS: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, year: 12 }

/** How many periods of that frequency the judged time has, at most; `undefined` where the time is not known. */
export function periodsJudged({ judged }: Symbols, frequency: Frequency): number | undefined {
  if (!judged) return undefined
  // A quarter or year that is only touched may be reported too.
  const place = ({ year, month }: PlainDate): number =>
    Math.floor((year * 12 + month - 1) / MONTHS[frequency])
  return place(judged.to) - place(judged.from) + 1
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
export function isRolledUp({ levels, addedUp }: Symbols, { id }: Pick<Criterion, 'id'>): boolean {
  const level = levels.get(id)
  return addedUp.has(id) && level !== undefined && level !== 'commune'
}
