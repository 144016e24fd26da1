import { denominator, numerator, type Rational } from '#base/rational.ts'

/** As many digits as a spreadsheet keeps of a number. */
const MOST_DIGITS = 15

/** An exact number as a formula writes it: `0.58`, `(25/3)`; what is negative stands in brackets. */
export function literal(value: Rational): string {
  const text = decimalText(value) ?? `${numerator(value)}/${denominator(value)}`
  return text.includes('/') || text.startsWith('-') ? `(${text})` : text
}

/** The decimals of a number that has at most fifteen digits: what a cell can hold as it is; `undefined` for any other. */
export function decimalText(value: Rational): string | undefined {
  const places = placesOf(value)
  if (places === undefined) return undefined
  const units = (numerator(value) * 10n ** BigInt(places)) / denominator(value)
  const digits = `${units < 0n ? -units : units}`.padStart(places + 1, '0')
  if (digits.replace(/^0+/, '').length > MOST_DIGITS) return undefined
  const whole = digits.slice(0, digits.length - places)
  const sign = units < 0n ? '-' : ''
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - places)}`
}

/** How many decimals the number has, where they end. */
export function placesOf(value: Rational): number | undefined {
  const below = denominator(value)
  for (let places = 0; places <= MOST_DIGITS; places++) {
    if (10n ** BigInt(places) % below === 0n) return places
  }
  return undefined
}

/** A text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
