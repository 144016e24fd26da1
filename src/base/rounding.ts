import { assertNever } from './assertNever.ts'
import {
  denominator,
  maximum,
  minimum,
  multiply,
  negate,
  numerator,
  type Rational,
  rational,
} from './rational.ts'

/**
 * The roundings a rulebook can name. All are symmetric about zero, so a penalty rounds like a reward:
 * half up takes -2,345 to -2,35; down goes toward zero, up away from it.
 */
export type RoundingMethod = 'halfUp' | 'halfEven' | 'down' | 'up'

/** `value` rounded to `places` decimals (0 or more) by the named method, exactly. */
export function round(value: Rational, places: number, method: RoundingMethod): Rational {
  const scale = 10n ** BigInt(places)
  const scaled = multiply(value, rational(scale))
  const top = numerator(scaled)
  const magnitude = roundMagnitude(top < 0n ? -top : top, denominator(scaled), method)
  return rational(top < 0n ? -magnitude : magnitude, scale)
}

/** `value` rounded, but no further from zero than `limit` (0 or more): rounding must not give more than there was to get. */
export function roundWithin(
  value: Rational,
  limit: Rational,
  places: number,
  method: RoundingMethod,
): Rational {
  return maximum(negate(limit), minimum(limit, round(value, places, method)))
}

function roundMagnitude(top: bigint, bottom: bigint, method: RoundingMethod): bigint {
  const whole = top / bottom
  const rest = top % bottom
  if (rest === 0n) return whole
  const twice = 2n * rest
  switch (method) {
    case 'down':
      return whole
    case 'up':
      return whole + 1n
    case 'halfUp':
      return twice >= bottom ? whole + 1n : whole
    case 'halfEven':
      if (twice === bottom) return whole % 2n === 0n ? whole : whole + 1n
      return twice > bottom ? whole + 1n : whole
    default:
      return assertNever(method)
  }
}
