import {
  compare,
  divide,
  isZero,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
} from '#base/rational.ts'
import type { ScoreSheet } from '../score.ts'
import type { BranchTrace, LeafTrace, NodeTrace } from '../trace.ts'

/** A criterion and what the total of its group or rulebook lacks because of it. */
export interface Loss {
  readonly trace: LeafTrace
  readonly points: Rational
}

/**
 * Where points were lost, the most first: points of the applicable maximum that were not given, and those taken away. Of
 * parts of which only one counts, only that one loses; of averaged parts each loses its share; what was carried over to
 * the whole of a group weighs as much more. Bonuses are not lost by not being given, nor are points whose facts are still
 * to come.
 */
export function lossesOf({ nodes }: ScoreSheet): readonly Loss[] {
  return mostFirst(nodes.flatMap((node) => weighed(node, ONE)))
}

/** Where the points of one node were lost, the most first; the nodes below weigh as they do in it. */
export function lossesIn(trace: NodeTrace): readonly Loss[] {
  return mostFirst(weighed(trace, ONE))
}

function mostFirst(losses: readonly Loss[]): readonly Loss[] {
  return losses.toSorted((left, right) => compare(right.points, left.points))
}

function weighed(trace: NodeTrace, weight: Rational): readonly Loss[] {
  if (trace.kind === 'branch') {
    const { counted, share } = countedIn(trace)
    return counted.flatMap((child) => weighed(child, multiply(weight, share)))
  }
  const { node, outcome, applicableMaximum, points } = trace
  if (node.role === 'bonus' || isOpen(outcome.kind)) return []
  const lost = node.role === 'penalty' ? negate(points) : subtract(applicableMaximum, points)
  return isZero(lost) ? [] : [{ trace, points: multiply(weight, lost) }]
}

/** The nodes below whose points make the branch's, and how much one of their points is in the branch. */
function countedIn({ node, children, points, carriedFrom, applicableMaximum }: BranchTrace): {
  readonly counted: readonly NodeTrace[]
  readonly share: Rational
} {
  const carried =
    carriedFrom && !isZero(carriedFrom.maximum) ? divide(applicableMaximum, carriedFrom.maximum) : ONE
  const own = children.filter((child) => child.node.role === node.role)
  const applicable = own.filter((child) => !isZero(child.applicableMaximum))
  switch (node.combine) {
    case 'sum':
      return { counted: children, share: carried }
    case 'average':
      if (applicable.length === 0) return { counted: [], share: ONE }
      return { counted: applicable, share: divide(carried, rational(BigInt(applicable.length))) }
    case 'best':
    case 'worst': {
      const before = carriedFrom?.points ?? points
      const taken = applicable.find((child) => compare(child.points, before) === 0)
      return { counted: taken ? [taken] : [], share: carried }
    }
  }
}

/** Whether the criterion is not judged yet, because facts are missing or wait for verification. */
export function isOpen(kind: LeafTrace['outcome']['kind']): boolean {
  return kind === 'missing' || kind === 'pending'
}
