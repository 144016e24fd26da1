import { denominator, numerator, type Rational } from './rational.ts'
import { type RoundingMethod, round } from './rounding.ts'

/**
 * Numbers as Vietnamese speakers say them, for what is read aloud: `tám mươi mốt phẩy hai mươi lăm`, `một trăm linh năm`.
 * Of the words that vary by region one is used throughout: linh, nghìn, tỷ; tư after mươi and bốn elsewhere.
 */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

const BILLION = 1_000_000_000n

/** A whole number in words: 24 is `hai mươi tư`, 1.001 `một nghìn không trăm linh một`, -3 `âm ba`. */
export function wholeInWords(value: bigint): string {
  return value < 0n ? `âm ${magnitude(-value)}` : magnitude(value)
}

/**
 * A number in words, rounded to `places` decimals by the named method; zeros at the end of the decimals are not said, those at
 * their beginning one by one: 81,05 is `tám mươi mốt phẩy không năm`.
 */
export function numberInWords(value: Rational, places: number, method: RoundingMethod = 'halfUp'): string {
  const rounded = round(value, places, method)
  const scale = 10n ** BigInt(places)
  const units = (numerator(rounded) * scale) / denominator(rounded)
  const size = units < 0n ? -units : units
  const whole = magnitude(size / scale)
  const decimals = decimalsInWords(places === 0 ? '' : `${size % scale}`.padStart(places, '0'))
  return `${units < 0n ? 'âm ' : ''}${whole}${decimals}`
}

/** What stands after the comma; nothing for zeros alone. */
export function decimalsInWords(digits: string): string {
  const said = digits.replace(/0+$/, '')
  if (said === '') return ''
  const rest = said.replace(/^0+/, '')
  const zeros = Array.from({ length: said.length - rest.length }, () => `${DIGITS[0]} `)
  return ` phẩy ${zeros.join('')}${magnitude(BigInt(rest))}`
}

/** A place in an order: `thứ nhất`, `thứ hai`, `thứ tư`, `thứ mười lăm`. */
export function ordinalInWords(place: bigint): string {
  if (place === 1n) return 'thứ nhất'
  return place === 4n ? 'thứ tư' : `thứ ${wholeInWords(place)}`
}

/** `value` is 0 or more; `after` says that a higher group of digits was said before it. */
function magnitude(value: bigint, after = false): string {
  if (value >= BILLION) {
    const rest = value % BILLION
    const head = `${magnitude(value / BILLION)} tỷ`
    return rest === 0n ? head : `${head} ${magnitude(rest, true)}`
  }
  if (value === 0n) return DIGITS[0]
  const said: string[] = []
  for (const [size, name] of GROUPS) {
    const group = Number((value / size) % 1000n)
    if (group === 0) continue
    said.push(`${hundreds(group, after || said.length > 0)}${name}`)
  }
  return said.join(' ')
}

const GROUPS: readonly (readonly [bigint, string])[] = [
  [1_000_000n, ' triệu'],
  [1000n, ' nghìn'],
  [1n, ''],
]

/** 1 to 999; below a higher group the hundreds are said even when there are none. */
function hundreds(value: number, after: boolean): string {
  const [hundred, rest] = [Math.floor(value / 100), value % 100]
  if (hundred === 0 && !after) return tens(rest)
  const head = `${DIGITS[hundred]} trăm`
  if (rest === 0) return head
  return rest < 10 ? `${head} linh ${DIGITS[rest]}` : `${head} ${tens(rest)}`
}

/** 1 to 99. */
function tens(value: number): string {
  const [ten, one] = [Math.floor(value / 10), value % 10]
  if (ten === 0) return `${DIGITS[one]}`
  const head = ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`
  if (one === 0) return head
  if (one === 5) return `${head} lăm`
  if (ten > 1 && one === 1) return `${head} mốt`
  return `${head} ${ten > 1 && one === 4 ? 'tư' : DIGITS[one]}`
}
