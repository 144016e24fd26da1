import { type Fraction, fraction, isSame, minus, over, plus, times, wholesIn, ZERO } from './fractions.ts'
import type { Rounding } from './model.ts'

/** The value with so many places after the comma. Below 0 it is rounded as if it were above. */
export function rounded(value: Fraction, rounding: Rounding): Fraction {
  if (value.top < 0n) return minus(ZERO, rounded(minus(ZERO, value), rounding))
  const { places, method = 'halfUp' } = rounding
  const factor = fraction(10n ** BigInt(places))
  const scaled = times(value, factor)
  const whole = wholesIn(scaled)
  const rest = minus(scaled, fraction(whole))
  return over(plus(fraction(whole), fraction(isUp(rest, whole, method) ? 1 : 0)), factor)
}

function isUp(rest: Fraction, whole: bigint, method: Rounding['method']): boolean {
  if (method === 'down' || isSame(rest, ZERO)) return false
  if (method === 'up') return true
  const doubled = times(rest, fraction(2))
  if (!isSame(doubled, fraction(1))) return doubled.top > doubled.bottom
  return method === 'halfUp' || whole % 2n !== 0n
}
