import { formatRounded } from '#base/formatNumber.ts'
import { divide, HUNDRED, isZero, maximum, minimum, multiply, type Rational, ZERO } from '#base/rational.ts'

/** The width of a bar for a share of a whole, as an SVG length out of 100; a total below zero has none. */
export function barWidth(part: Rational, whole: Rational): string {
  const share = isZero(whole) ? ZERO : maximum(ZERO, minimum(HUNDRED, multiply(divide(part, whole), HUNDRED)))
  return formatRounded(share, 1).replaceAll('.', '').replace(',', '.')
}
