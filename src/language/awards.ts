import { multiply, type Rational } from '#base/rational.ts'
import type { Award } from './ast.ts'

/** The points of an award where the maximum is `maximum`; exact, never rounded. */
export function pointsOf(award: Award, maximum: Rational): Rational {
  switch (award.kind) {
    case 'points':
      return award.points
    case 'share':
      return multiply(award.share, maximum)
  }
}
