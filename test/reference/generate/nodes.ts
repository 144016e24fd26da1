import fc from 'fast-check'
import type { Fraction } from '../fractions.ts'
import { least, mean, most, total } from '../fractions.ts'
import type { Combination, Level, Measure, Node, Role } from '../model.ts'
import { type Calendar, leaf, type RawLeaf } from './leaves.ts'

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
  let [criteria, groupsMade] = [0, 0]
  const level = (raw: RawNode, one: RawLeaf): Level => {
    const { levels } = setting
    const sums = levels.includes('commune')
    const below: readonly Level[] = ['village', 'unit']
    if (!sums && levels.includes('unit') && measures.length === one.measures.length) return 'unit'
    const open = !sums ? levels : one.adds ? (['commune', ...below] as const) : (['commune'] as const)
    return open[raw.levelChoice % open.length] ?? 'village'
  }
  const build = (raw: RawNode, kind: Node['kind'], code: string): Node => {
    const children = raw.children.map((child, index) => {
      if (kind === 'group') return build(child, 'criterion', `${++criteria}`)
      return build(child, 'subCriterion', `${code}${'abc'[index]}`)
    })
    const named = raw.leaf && namedApart(raw.leaf, `m${measures.length}`)
    measures.push(...(named?.measures ?? []))
    const at = named && level(raw, named)
    return {
      kind,
      code,
      role: raw.role,
      combination: raw.combination,
      maximum: named ? named.maximum : maximumOf(raw, children),
      level: setting.levels.length > 1 || at !== setting.levels[0] ? at : undefined,
      lead: raw.lead === undefined ? undefined : setting.units[raw.lead],
      scoring: named &&
        at && {
          ...named.scoring,
          exceptions: named.scoring.exceptions.flatMap((one) => {
            const attribute = setting.attributes[at][Number(one.attribute)]
            return attribute === undefined ? [] : [{ ...one, level: at, attribute }]
          }),
        },
      children,
    }
  }
  const nodes = [
    ...alone.map((raw) => build(raw, 'criterion', `${++criteria}`)),
    ...groups.map((raw) => build(raw, 'group', ['I', 'II', 'III'][groupsMade++] ?? 'IV')),
    ...last.map((raw) => build(raw, 'criterion', `${++criteria}`)),
  ]
  return { nodes, measures }
}

/** What those below a node make up; of a node of the scale, those of the scale. */
function maximumOf({ role, combination: way }: RawNode, children: readonly Node[]): Fraction {
  const counted = children.filter((child) => role !== 'scale' || child.role === 'scale')
  return { sum: total, best: most, worst: least, average: mean }[way](counted.map((child) => child.maximum))
}

/** The criterion with its measures' names made different from all others by what they begin with. */
function namedApart(raw: RawLeaf, start: string): RawLeaf {
  const name = (letter: string): string => `${start}${letter}`
  const { value, rule } = raw.scoring
  const own = value && renamed(value, name)
  const parts =
    rule.kind === 'parts' ? rule.parts.map((part) => ({ ...part, measure: name(part.measure) })) : []
  return {
    ...raw,
    measures: raw.measures.map((measure) => ({
      ...measure,
      name: name(measure.name),
      partOf: measure.partOf && name(measure.partOf),
    })),
    scoring: { ...raw.scoring, value: own, rule: rule.kind === 'parts' ? { kind: 'parts', parts } : rule },
  }
}

type Value = NonNullable<RawLeaf['scoring']['value']>

function renamed(value: Value, name: (letter: string) => string): Value {
  switch (value.kind) {
    case 'plain':
    case 'lateness':
      return { ...value, measure: name(value.measure) }
    case 'share':
      return { ...value, top: name(value.top) }
    default:
      return { ...value, top: name(value.top), bottom: name(value.bottom) }
  }
}
