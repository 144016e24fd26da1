import { multiply, negate, type Rational, subtract } from '#base/rational.ts'
import type { Award, Role } from './ast.ts'

/**
 * The points of an award in a node of that maximum, exact, never rounded. What is taken away leaves the rest of the
 * maximum; in a penalty, points are negative: taking 2 away is -2.
 */
export function pointsOf(award: Award, maximum: Rational, role: Role): Rational {
  const amount = amountOf(award, maximum)
  if (!award.deducted) return amount
  return role === 'penalty' ? negate(amount) : subtract(maximum, amount)
}

/** How many points the award speaks of, whether they are given or taken. */
export function amountOf(award: Award, maximum: Rational): Rational {
  switch (award.kind) {
    case 'points':
      return award.points
    case 'share':
      return multiply(award.share, maximum)
  }
}
