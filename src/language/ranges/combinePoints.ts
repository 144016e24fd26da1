import { add, divide, maximum, minimum, negate, type Rational, rational, ZERO } from '#base/rational.ts'
import type { Combine, Role } from '../ast.ts'

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

/** The same of points with their sign: inside a penalty, where they are negative, what is compared is what they take. */
export function combineSigned(how: Combine, role: Role, points: readonly Rational[]): Rational {
  if (role !== 'penalty') return combinePoints(how, points)
  return negate(combinePoints(how, points.map(negate)))
}
