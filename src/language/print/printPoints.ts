import { formatExact } from '#base/formatNumber.ts'
import { denominator, equals, HUNDRED, multiply, ONE, type Rational, toExactText } from '#base/rational.ts'
import type { Amount, Award, Maximum } from '../ast.ts'

/** A number as the language writes it: `15.763`, `35,4%`, `20/3`. */
export function printAmount({ value, percent }: Amount): string {
  return percent ? `${formatExact(multiply(value, HUNDRED))}%` : formatExact(value)
}

/** Points given or, with `trừ`, taken away: `2,5 điểm`, `1/2 điểm tối đa`, `trừ hết điểm`. */
export function printAward(award: Award): string {
  if (!award.deducted) return printPoints(award, fraction)
  return isWhole(award) ? 'trừ hết điểm' : `trừ ${printPoints(award, fraction)}`
}

/** The points that a range begins or ends at; a part of the maximum as a percentage, as classes are written. */
export function printPointsBound(award: Award): string {
  return printPoints(award, percentage)
}

/** `tối đa 5 điểm dự kiến`, `khuyến khích, thưởng tối đa 2 điểm`, `trừ tối đa 3 điểm`. */
export function printMaximum({ points, role, tentative }: Maximum): string {
  return `${ROLES[role]} ${printAmount(points)} điểm${tentative ? ' dự kiến' : ''}`
}

const ROLES: Readonly<Record<Maximum['role'], string>> = {
  scale: 'tối đa',
  bonus: 'khuyến khích, thưởng tối đa',
  penalty: 'trừ tối đa',
}

function printPoints(award: Award, part: (share: Rational) => string): string {
  switch (award.kind) {
    case 'points':
      return `${formatExact(award.points)} điểm`
    case 'share':
      return isWhole(award) ? 'điểm tối đa' : `${part(award.share)} điểm tối đa`
  }
}

function isWhole(award: Award): boolean {
  return award.kind === 'share' && equals(award.share, ONE)
}

/** Halves, thirds, tenths; a part finer than that is easier read in percent. */
const FINEST = 10n

function fraction(share: Rational): string {
  return denominator(share) <= FINEST ? toExactText(share) : percentage(share)
}

/** The fraction where the decimals of the percentage never end. */
function percentage(share: Rational): string {
  const percent = formatExact(multiply(share, HUNDRED))
  return percent.includes('/') ? toExactText(share) : `${percent}%`
}
