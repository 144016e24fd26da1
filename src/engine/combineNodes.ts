import { divide, equals, isZero, multiply, type Rational } from '#base/rational.ts'
import { combinePoints, combineSigned, type Role } from '#language/index.ts'
import type { Branch, Program } from './program.ts'

/** What a node came to: its points, out of how much. */
export interface Combinable {
  readonly role: Role
  readonly points: Rational
  readonly applicableMaximum: Rational
}

/** What the nodes below make of a node. */
export interface Combined {
  readonly points: Rational
  readonly applicableMaximum: Rational
  /** What the parts that apply gave, and out of how much, before it was carried over to the node's whole maximum. */
  readonly carriedFrom: { readonly points: Rational; readonly maximum: Rational } | undefined
}

/**
 * The points of a node by those of the nodes below: nodes of another role do not count, of best, worst and average only
 * those of which something applies; the best of penalties takes most, the worst least. A group is carried over to its
 * whole maximum where the rulebook says so.
 */
export function combineNodes(
  { combine, role, node, maximum: declared }: Branch,
  children: readonly Combinable[],
  { redistribute }: Pick<Program, 'redistribute'>,
): Combined {
  const counted = children.filter((child) => child.role === role)
  const applicable = counted.filter((child) => !isZero(child.applicableMaximum))
  const points = combineSigned(
    combine,
    role,
    (combine === 'sum' ? counted : applicable).map((child) => child.points),
  )
  const maximum = combinePoints(
    combine,
    applicable.map((child) => child.applicableMaximum),
  )
  const carries =
    redistribute === 'group' &&
    role === 'scale' &&
    node.kind === 'group' &&
    !isZero(maximum) &&
    !equals(maximum, declared)
  if (!carries) return { points, applicableMaximum: maximum, carriedFrom: undefined }
  return {
    points: divide(multiply(points, declared), maximum),
    applicableMaximum: declared,
    carriedFrom: { points, maximum },
  }
}
