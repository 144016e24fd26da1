import fc from 'fast-check'
import type { Fraction } from '../fractions.ts'
import { least, mean, most, total } from '../fractions.ts'
import type { Combination, Level, Measure, Node, Role, Scoring } from '../model.ts'
import { type Calendar, leaf } from './leaves.ts'
import { namedApart, sharing } from './naming.ts'
import type { RawLeaf } from './rawLeaf.ts'

/** A node before it has its code, its level and the names of its measures. */
export interface RawNode {
  readonly role: Role
  readonly combination: Combination
  readonly leaf?: RawLeaf | undefined
  readonly children: readonly RawNode[]
  /** Which level and which unit it falls to, among those there are. */
  readonly levelChoice: number
  readonly lead?: number | undefined
}

/** The nodes of a rulebook in the order in which they are written: criteria first, then groups, then a last penalty. */
export interface RawNodes {
  readonly alone: readonly RawNode[]
  readonly groups: readonly RawNode[]
  readonly last: readonly RawNode[]
}

const combination: fc.Arbitrary<Combination> = fc.constantFrom(
  'sum',
  'sum',
  'sum',
  'best',
  'worst',
  'average',
)
const levelChoice = fc.nat(5)
const lead = fc.constantFrom(0, 1, undefined)
const outside = fc.constantFrom<Role>('scale', 'scale', 'bonus', 'penalty')

const scored = (role: Role, calendar: Calendar, inner: Role = role): fc.Arbitrary<RawNode> =>
  fc
    .record({ leaf: leaf(inner, calendar), levelChoice, lead })
    .map((one) => ({ role, combination: 'sum', children: [], ...one }))

/** A criterion with others below it; of the scale, the first of them is too. */
function parted(role: Role, calendar: Calendar): fc.Arbitrary<RawNode> {
  const within = (own: Role) => (role === 'scale' ? scored(own, calendar) : scored(own, calendar, role))
  const others = role === 'scale' ? outside.chain(within) : fc.constantFrom<Role>('scale', role).chain(within)
  return fc
    .record({
      combination,
      first: within(role),
      others: fc.array(others, { maxLength: 2 }),
      levelChoice,
      lead,
    })
    .map(({ first, others: more, ...one }) => ({ role, ...one, children: [first, ...more] }))
}

const criterion = (role: Role, calendar: Calendar): fc.Arbitrary<RawNode> =>
  fc.oneof({ weight: 3, arbitrary: scored(role, calendar) }, { weight: 1, arbitrary: parted(role, calendar) })

/** A penalty criterion would close a group of the scale, so there is none in one. */
function group(role: Role, calendar: Calendar): fc.Arbitrary<RawNode> {
  const inside = role === 'scale' ? fc.constantFrom<Role>('scale', 'scale', 'bonus') : fc.constant(role)
  return fc
    .record({
      combination,
      first: criterion(role, calendar),
      others: fc.array(
        inside.chain((one) => criterion(one, calendar)),
        { maxLength: 2 },
      ),
      levelChoice,
    })
    .map(({ first, others, ...one }) => ({ role, ...one, children: [first, ...others] }))
}

/** The nodes of a rulebook, of which at least one is of the scale. */
export function rawNodes(calendar: Calendar): fc.Arbitrary<RawNodes> {
  const some = (least: number) =>
    fc
      .tuple(
        fc.array(criterion('scale', calendar), { minLength: least, maxLength: 2 }),
        fc.array(
          outside.chain((role) => criterion(role, calendar)),
          { maxLength: 1 },
        ),
      )
      .map((all) => all.flat())
  const scaleGroups = (least: number) =>
    fc.array(group('scale', calendar), { minLength: least, maxLength: 2 })
  const otherGroup = fc.array(
    fc.constantFrom<Role>('bonus', 'penalty').chain((role) => group(role, calendar)),
    { maxLength: 1 },
  )
  const last = fc.array(criterion('penalty', calendar), { maxLength: 1 })
  const groups = (least: number) => fc.tuple(scaleGroups(least), otherGroup).map((all) => all.flat())
  return fc.oneof(
    fc.record({ alone: some(1), groups: fc.constant([]), last }),
    fc.record({ alone: some(0), groups: groups(1), last: fc.constant([]) }),
    fc.record({ alone: fc.constant([]), groups: scaleGroups(1), last }),
  )
}

/** What is needed to make nodes of raw ones. */
export interface Setting {
  readonly levels: readonly Level[]
  readonly units: readonly string[]
  readonly attributes: Readonly<Record<Level, readonly string[]>>
}

/** The nodes with their codes, maxima and levels, and all measures they are judged by. */
export function buildNodes(
  { alone, groups, last }: RawNodes,
  setting: Setting,
): { readonly nodes: readonly Node[]; readonly measures: readonly Measure[] } {
  const measures: Measure[] = []
  const levels = new Map<string, Level>()
  let [criteria, groupsMade, leaves] = [0, 0, 0]
  const levelOf = (raw: RawNode, one: RawLeaf): Level => {
    const { levels: scored } = setting
    const sums = scored.includes('commune')
    if (!sums && scored.includes('unit') && measures.length === 0) return 'unit'
    const open = !sums
      ? scored
      : one.adds
        ? (['commune', 'village', 'unit'] as const)
        : (['commune'] as const)
    return open[raw.levelChoice % open.length] ?? 'village'
  }
  const build = (raw: RawNode, kind: Node['kind'], code: string): Node => {
    const { role, combination: way, levelChoice: choice } = raw
    const common = { kind, code, role, combination: way, lead: unitOf(raw, setting) }
    if (raw.leaf) {
      const level = levelOf(raw, raw.leaf)
      const named = namedApart(raw.leaf, `m${leaves++}`)
      const own = sharing(named, measures, (name) => levels.get(name) === level)
      measures.push(...own.measures.filter(({ name }) => !levels.has(name)))
      for (const { name } of own.measures) levels.set(name, level)
      const isSaid = setting.levels.length > 1 || level !== setting.levels[0]
      const scoring = excepted(own, level, setting)
      return { ...common, maximum: own.maximum, level: isSaid ? level : undefined, scoring, children: [] }
    }
    const children = raw.children.map((child, index) => {
      if (kind === 'group') return build(child, 'criterion', `${++criteria}`)
      return build(child, 'subCriterion', `${code}${'abc'[index]}`)
    })
    // Where all below are measured at one level, it may be said once.
    const [first] = children
    const isAlike = kind === 'criterion' && children.every(({ level }) => level === first?.level)
    const isSaidHere = isAlike && choice % 2 === 0
    return {
      ...common,
      maximum: maximumOf(raw, children),
      level: isSaidHere ? first?.level : undefined,
      children: isSaidHere ? children.map((child) => ({ ...child, level: undefined })) : children,
    }
  }
  const nodes = [
    ...alone.map((raw) => build(raw, 'criterion', `${++criteria}`)),
    ...groups.map((raw) => build(raw, 'group', ['I', 'II', 'III'][groupsMade++] ?? 'IV')),
    ...last.map((raw) => build(raw, 'criterion', `${++criteria}`)),
  ]
  return { nodes, measures }
}

function unitOf({ lead: choice }: RawNode, { units }: Setting): string | undefined {
  return choice === undefined ? undefined : units[choice]
}

/** How the criterion is scored, its exceptions with the attributes of its level. */
function excepted({ scoring }: RawLeaf, level: Level, { attributes }: Setting): Scoring {
  const exceptions = scoring.exceptions.flatMap((one) => {
    const attribute = attributes[level][Number(one.attribute)]
    return attribute === undefined ? [] : [{ ...one, level, attribute }]
  })
  return { ...scoring, exceptions }
}

/** What those below a node make up; of a node of the scale, those of the scale. */
function maximumOf({ role, combination: way }: RawNode, children: readonly Node[]): Fraction {
  const counted = children.filter((child) => role !== 'scale' || child.role === 'scale')
  return { sum: total, best: most, worst: least, average: mean }[way](counted.map((child) => child.maximum))
}
