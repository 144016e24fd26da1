import { multiply, type Rational, rational } from './rational.ts'

/** What a piece of text says as a Vietnamese number. */
export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: Rational }
  /** A single dot that groups nothing: `1.5` may be 1,5 or 15; `1,000` may be 1 or 1.000. Never guessed. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[] }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'tooLong' }

/** More digits than any official figure has; keeps hostile input from growing numbers without end. */
const LONGEST = 40

const PLAIN = /^-?\d+(?:,\d+)?$/
const GROUPED = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const DOTTED = /^(-?)(\d+)\.(\d+)$/
/** `1,000` is one, but whoever keeps English books means a thousand. */
const ENGLISH_THOUSAND = /^(-?[1-9]\d{0,2}),000$/

/**
 * Reads `35,4`, `15.763` or `1.234.567,5`: a comma for decimals, dots between groups of three digits.
 * A sign is read, a percent sign is not (see {@link parsePercent}).
 */
export function parseNumber(text: string): ParsedNumber {
  if (text.length > LONGEST) return { kind: 'tooLong' }
  const [, thousands] = ENGLISH_THOUSAND.exec(text) ?? []
  if (thousands !== undefined) return { kind: 'ambiguous', readings: [thousands, `${thousands}.000`] }
  if (PLAIN.test(text) || GROUPED.test(text)) return { kind: 'number', value: fromDigits(text) }
  const dotted = DOTTED.exec(text)
  if (!dotted) return { kind: 'malformed' }
  const [, sign = '', whole = '', decimals = ''] = dotted
  return { kind: 'ambiguous', readings: [`${sign}${whole},${decimals}`, `${sign}${whole}${decimals}`] }
}

/** Reads `35,4%` as the ratio 177/500; `malformed` without the sign. */
export function parsePercent(text: string): ParsedNumber {
  if (!text.endsWith('%')) return { kind: 'malformed' }
  const parsed = parseNumber(text.slice(0, -1).trimEnd())
  if (parsed.kind === 'ambiguous')
    return { ...parsed, readings: parsed.readings.map((reading) => `${reading}%`) }
  if (parsed.kind !== 'number') return parsed
  return { kind: 'number', value: perHundred(parsed.value) }
}

function perHundred(value: Rational): Rational {
  return multiply(value, rational(1n, 100n))
}

function fromDigits(text: string): Rational {
  const [whole = '', decimals = ''] = text.replaceAll('.', '').split(',')
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}
