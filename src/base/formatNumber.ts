import { denominator, equals, HUNDRED, multiply, numerator, type Rational, rational } from './rational.ts'
import { type RoundingMethod, round } from './rounding.ts'

/**
 * The exact value as a Vietnamese reader writes it: `93,5`, `15.763`; a fraction `100/11` when its decimals never end.
 */
export function formatExact(value: Rational): string {
  const places = decimalPlaces(denominator(value))
  if (places === undefined) return `${group(`${numerator(value)}`)}/${group(`${denominator(value)}`)}`
  return formatRounded(value, places)
}

/** `value` rounded to at most `places` decimals, without trailing zeros: `81,5`, `76,3`, `5`. */
export function formatRounded(value: Rational, places: number, method: RoundingMethod = 'halfUp'): string {
  const rounded = round(value, places, method)
  const scale = 10n ** BigInt(places)
  const units = (numerator(rounded) * scale) / denominator(rounded)
  const digits = `${units < 0n ? -units : units}`.padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${group(whole)}${decimals && `,${decimals}`}`
}

/** `value` with exactly `places` decimals, for columns of figures: `74,70`. */
export function formatFixed(value: Rational, places: number, method: RoundingMethod = 'halfUp'): string {
  const [whole = '', decimals = ''] = formatRounded(value, places, method).split(',')
  return places === 0 ? whole : `${whole},${decimals.padEnd(places, '0')}`
}

/** How many there are: `10.000`. */
export function formatCount(count: number): string {
  return formatExact(rational(BigInt(count)))
}

/** A ratio as a percentage, in full where its decimals end (`35,4%`, `33,3325%`), otherwise with two decimals. */
export function formatPercent(ratio: Rational): string {
  const percent = multiply(ratio, HUNDRED)
  return `${formatRounded(percent, decimalPlaces(denominator(percent)) ?? 2)}%`
}

/** Enough decimals to tell any two figures of a commune apart. */
const MOST_PLACES = 8

/**
 * `value` rounded to two decimals, or to as many more as it takes not to look like one of the bounds it differs from:
 * 57,999 beside 58 is 57,999; 80,4388 beside 85 is 80,44.
 */
export function formatBeside(value: Rational, bounds: readonly Rational[]): string {
  for (let places = 2; places < MOST_PLACES; places++) {
    const rounded = round(value, places, 'halfUp')
    if (bounds.every((bound) => equals(rounded, bound) === equals(value, bound)))
      return formatRounded(value, places)
  }
  return formatRounded(value, MOST_PLACES)
}

/** How many decimals write 1/`divisor` in full; `undefined` when they never end. */
function decimalPlaces(divisor: bigint): number | undefined {
  let [rest, twos, fives] = [divisor, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : undefined
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.')
}
