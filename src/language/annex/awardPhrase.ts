import { compare, equals, isZero, multiply, ONE, type Rational, subtract, ZERO } from '#base/rational.ts'
import type { Award } from '../ast.ts'
import type { Scoring } from './scoring.ts'
import { pointsText, shareText } from './words.ts'

type Around = Pick<Scoring, 'maximum' | 'role'>

/**
 * What an award gives or takes away: `1/2 điểm tối đa (2,5 điểm)`, `3 điểm`, `trừ 1 điểm, còn 4 điểm`. A share of the
 * maximum is followed by its points, so that nobody has to work them out.
 */
export function awardPhrase(award: Award, { maximum, role }: Around): string {
  const amount = amountOf(award, maximum)
  if (!award.deducted) {
    return role === 'penalty' && amount && isZero(amount)
      ? 'không trừ điểm'
      : plainAwardPhrase(award, maximum)
  }
  if (award.kind === 'share' && equals(award.share, ONE) && role !== 'penalty') return 'trừ hết điểm'
  const taken = `trừ ${plainAwardPhrase(award, maximum)}`
  if (role === 'penalty' || !maximum || !amount) return taken
  const left = subtract(maximum, amount)
  return compare(left, ZERO) < 0 ? taken : `${taken}, còn ${pointsText(left)}`
}

/** The points or the share of the maximum that the award speaks of, whether they are given or taken. */
export function plainAwardPhrase(award: Award, maximum: Rational | undefined): string {
  if (award.kind === 'points') return pointsText(award.points)
  if (isZero(award.share)) return pointsText(ZERO)
  const share = equals(award.share, ONE) ? 'điểm tối đa' : `${shareText(award.share)} điểm tối đa`
  return maximum ? `${share} (${pointsText(multiply(award.share, maximum))})` : share
}

/** How many points that is; `undefined` for a share of a maximum that is not known. */
function amountOf(award: Award, maximum: Rational | undefined): Rational | undefined {
  if (award.kind === 'points') return award.points
  return maximum && multiply(award.share, maximum)
}
