import { add, divide, maximum, minimum, type Rational, rational, ZERO } from '#base/rational.ts'
import type { Combine } from '../ast.ts'

/** What the points of the nodes below make together; zero where there is none. */
export function combinePoints(how: Combine, points: readonly Rational[]): Rational {
  const [first, ...others] = points
  if (!first) return ZERO
  switch (how) {
    case 'sum':
      return others.reduce(add, first)
    case 'best':
      return others.reduce(maximum, first)
    case 'worst':
      return others.reduce(minimum, first)
    case 'average':
      return divide(others.reduce(add, first), rational(BigInt(points.length)))
  }
}
