import { compare, type Rational, subtract, ZERO } from '#base/rational.ts'
import { roundWithin } from '#base/rounding.ts'
import { combineNodes } from '../combineNodes.ts'
import type { Program } from '../program.ts'
import { type ScoreSheet, totalsOf } from '../score.ts'
import type { LeafTrace, NodeTrace } from '../trace.ts'
import { leavesIn } from './entrant.ts'
import { waysUp } from './leaf.ts'

/** A step that would give more points, and what the total would gain by it alone, exactly. */
export interface Gain {
  readonly trace: LeafTrace
  readonly points: Rational
  /** `Thêm 35 người (để đạt 65%) thì được 6 điểm.` */
  readonly how: string
}

/**
 * The steps that would give more points, the most first: of each criterion and each part of one, the nearest. Each is weighed by
 * combining the sheet again with that criterion's points changed, so that best-of, limits and what is carried over to the scale
 * count; a step that would change nothing in the total is none.
 */
export function gainsOf(sheet: ScoreSheet, program: Program): readonly Gain[] {
  const { total, nodes } = sheet
  if (!total) return []
  const gains = leavesIn(nodes).flatMap((trace) =>
    waysUp(trace).flatMap(({ how, points }): readonly Gain[] => {
      const reached = totalsOf(
        nodes.map((node) => withPoints(node, trace, rounded(points, trace, program), program)),
        program,
      ).total
      const gain = reached ? subtract(reached, total) : ZERO
      return compare(gain, ZERO) > 0 ? [{ trace, points: gain, how }] : []
    }),
  )
  return gains.toSorted((left, right) => compare(right.points, left.points))
}

function rounded(
  points: Rational,
  { applicableMaximum }: LeafTrace,
  { criterionRounding: rounding }: Program,
): Rational {
  return rounding ? roundWithin(points, applicableMaximum, rounding.places, rounding.method) : points
}

/** The same tree with other points of one criterion, combined up to the top. */
function withPoints(trace: NodeTrace, leaf: LeafTrace, points: Rational, program: Program): NodeTrace {
  if (trace.kind === 'leaf') return trace === leaf ? { ...trace, points } : trace
  const children = trace.children.map((child) => withPoints(child, leaf, points, program))
  if (children.every((child, index) => child === trace.children[index])) return trace
  const below = children.map(({ node: { role }, points: own, applicableMaximum }) => ({
    role,
    points: own,
    applicableMaximum,
  }))
  return { ...trace, children, ...combineNodes(trace.node, below, program) }
}
