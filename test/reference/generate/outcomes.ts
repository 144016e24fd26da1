import fc from 'fast-check'
import { type Fraction, fraction, ONE, times } from '../fractions.ts'
import type {
  Award,
  ClassLine,
  Key,
  Level,
  Measure,
  Node,
  Notation,
  PointsRange,
  Quota,
  Range,
  Ranking,
  Test,
} from '../model.ts'

/** What ranking and classes can be about. */
export interface Subjects {
  readonly nodes: readonly Node[]
  readonly measures: readonly Measure[]
  readonly levels: readonly Level[]
  readonly scale: Fraction
}

/** The nodes and all below them. */
export function everyNode(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)])
}

function bounds<Bound>(at: fc.Arbitrary<Bound>) {
  const end = fc.record({ at, included: fc.boolean() })
  return fc.oneof(
    end.map((low) => ({ low, high: undefined })),
    end.map((high) => ({ low: undefined, high })),
  )
}

const pointsBound: fc.Arbitrary<Award> = fc.oneof(
  fc
    .constantFrom(fraction(1, 2), fraction(1, 4), ONE, fraction(4, 5))
    .map((amount): Award => ({ kind: 'share', amount })),
  fc.constantFrom(0, 1, 2, 4, 5).map((points): Award => ({ kind: 'points', amount: fraction(points) })),
)
const pointsRange: fc.Arbitrary<PointsRange> = bounds(pointsBound).map(({ low, high }) => ({
  low: low && { award: low.at, included: low.included },
  high: high && { award: high.at, included: high.included },
}))

const NOTATIONS: Readonly<Record<string, Notation>> = { ratio: 'percent', levels: 'level' }
const CUTS: Readonly<Record<Notation, readonly Fraction[]>> = {
  number: [1, 2, 4, 5, 10].map((one) => fraction(one)),
  percent: [fraction(1, 4), fraction(1, 2), fraction(9, 10)],
  level: [fraction(1), fraction(2)],
}

/** A condition of ranking or of a class. */
function test({ nodes, measures }: Subjects): fc.Arbitrary<Test> {
  const flags = measures.filter(({ type }) => type.kind === 'flag')
  const others = measures.filter(({ type }) => !['flag', 'day', 'index', 'survey'].includes(type.kind))
  const groups = everyNode(nodes).some(({ kind, role }) => kind === 'group' && role === 'scale')
  const kinds: fc.Arbitrary<Test>[] = [
    fc
      .record({ node: fc.constantFrom(...everyNode(nodes)), range: pointsRange })
      .map(({ node, range }) => ({ kind: 'node', code: node.code, range })),
    fc
      .record({
        of: groups
          ? fc.constantFrom('group' as const, 'criterion' as const)
          : fc.constant('criterion' as const),
        range: pointsRange,
      })
      .map(({ of, range }) => ({ kind: 'every', of, range })),
  ]
  if (flags.length > 0) {
    kinds.push(
      fc
        .record({ measure: fc.constantFrom(...flags), is: fc.boolean() })
        .map(({ measure, is }) => ({ kind: 'flag', measure: measure.name, is })),
    )
  }
  if (others.length > 0) {
    kinds.push(
      fc.constantFrom(...others).chain(({ name, type }) => {
        const notation = NOTATIONS[type.kind] ?? 'number'
        return bounds(fc.constantFrom(...CUTS[notation])).map((range): Test => {
          const written: Range = { notation, ...range }
          return { kind: 'measure', measure: name, range: written }
        })
      }),
    )
  }
  return fc.oneof(...kinds)
}

/** Conditions that bar from ranking, the ranking, and the classes. */
export function outcomes(subjects: Subjects): fc.Arbitrary<{
  readonly knockOuts: readonly Test[]
  readonly ranking: Ranking | undefined
  readonly classes: readonly ClassLine[]
}> {
  const key = fc.oneof(
    fc
      .constantFrom(
        'total' as const,
        'total' as const,
        'roundedTotal' as const,
        'penalty' as const,
        'bonus' as const,
      )
      .map((kind): Key => ({ kind })),
    fc.constantFrom(...everyNode(subjects.nodes)).map(({ code }): Key => ({ kind: 'node', code })),
  )
  const ranking: fc.Arbitrary<Ranking> = fc.record({
    scope: fc.constantFrom(undefined, 'cluster' as const, 'all' as const),
    keys: fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
    ties: fc.constantFrom('skip' as const, 'next' as const, 'mean' as const),
  })
  return fc.record({
    knockOuts: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(test(subjects), { minLength: 1, maxLength: 2 }) },
    ),
    ranking: fc.option(ranking, { nil: undefined }),
    classes: fc.oneof(fc.constant([]), classes(subjects)),
  })
}

/** Classes from the best down that take every total once; the last one, or the one in the middle, what is left. */
function classes(subjects: Subjects): fc.Arbitrary<readonly ClassLine[]> {
  const quota: fc.Arbitrary<Quota> = fc.record({
    share: fc.constantFrom(fraction(1, 5), fraction(1, 2), fraction(1, 3), fraction(2, 3)),
    level: fc.constantFrom(...subjects.levels),
    atTheEdge: fc.constantFrom('all' as const, 'none' as const),
  })
  return fc
    .record({
      at: fc.subarray([3, 5, 7, 8, 9, 10], { minLength: 1, maxLength: 3 }),
      above: fc.boolean(),
      rest: fc.constantFrom('last', 'last', 'middle', 'none'),
      tests: fc.array(fc.array(test(subjects), { maxLength: 1 }), { minLength: 4, maxLength: 4 }),
      quotas: fc.array(fc.option(quota, { nil: undefined }), { minLength: 4, maxLength: 4 }),
      turned: fc.constantFrom(false, false, false, true),
    })
    .map(({ at, above, rest, tests, quotas, turned }) => {
      const cuts = at.toReversed().map((tenths) => times(subjects.scale, fraction(tenths, 10)))
      const lines = [...cuts, undefined].map((low, index): ClassLine => {
        const high = cuts[index - 1]
        const left =
          (rest === 'last' && low === undefined) || (rest === 'middle' && index === 1 && low !== undefined)
        return {
          title: `Loại ${index + 1}`,
          range: left
            ? undefined
            : {
                low: low && { at: low, included: !above },
                high: high && { at: high, included: above },
              },
          tests: tests[index] ?? [],
          quota: quotas[index],
        }
      })
      return turned ? lines.toReversed() : lines
    })
}
