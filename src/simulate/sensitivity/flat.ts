import { equals, isZero } from '#base/rational.ts'
import { type Leaf, type LeafTrace, type ScoreSheet, tracesOf } from '#engine/index.ts'

/** A criterion that gives everyone it applies to the same, so that it tells nobody apart. */
export interface FlatCriterion {
  readonly leaf: Leaf
  readonly gives: 'all' | 'nothing' | 'same'
  /** To how many it applies; at least two. */
  readonly entrants: number
}

/** Those of one cohort, in the order of the rulebook. What does not apply to an entrant is not looked at. */
export function flatCriteria(sheets: readonly ScoreSheet[]): readonly FlatCriterion[] {
  const traces = sheets.flatMap(({ nodes }) =>
    tracesOf(nodes).filter((trace): trace is LeafTrace => trace.kind === 'leaf'),
  )
  return [...Map.groupBy(traces, ({ node }) => node)].flatMap(([leaf, all]): FlatCriterion[] => {
    const own = all.filter(({ applicableMaximum }) => !isZero(applicableMaximum))
    const [first] = own
    if (!first || own.length < 2 || own.some(({ points }) => !equals(points, first.points))) return []
    const isFull = own.every(({ points, applicableMaximum }) => equals(points, applicableMaximum))
    const gives = isFull ? 'all' : isZero(first.points) ? 'nothing' : 'same'
    return [{ leaf, gives, entrants: own.length }]
  })
}
