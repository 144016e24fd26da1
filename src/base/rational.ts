import Fraction from 'fraction.js'

declare const brand: unique symbol

/**
 * An exact rational number: every point, ratio and threshold in the system.
 *
 * Opaque on purpose. fraction.js inside accepts floats and rounds halves toward +∞; this file is the only one
 * that sees it, and nothing here takes a `number`.
 */
export interface Rational {
  readonly [brand]: 'rational'
}

const wrap = (fraction: Fraction): Rational => fraction as unknown as Rational
const unwrap = (value: Rational): Fraction => value as unknown as Fraction

/** `numerator / denominator`, reduced. @throws when the denominator is zero, which is a bug of the caller. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  return wrap(new Fraction(numerator, denominator))
}

export const ZERO: Rational = rational(0n)
export const ONE: Rational = rational(1n)
export const HUNDRED: Rational = rational(100n)

/** The numerator of the reduced form; carries the sign. */
export function numerator(value: Rational): bigint {
  const { s, n } = unwrap(value)
  return s * n
}

/** The denominator of the reduced form; always positive. */
export function denominator(value: Rational): bigint {
  return unwrap(value).d
}

/** The exact sum. */
export function add(left: Rational, right: Rational): Rational {
  return wrap(unwrap(left).add(unwrap(right)))
}

/** The exact difference. */
export function subtract(left: Rational, right: Rational): Rational {
  return wrap(unwrap(left).sub(unwrap(right)))
}

/** The exact product. */
export function multiply(left: Rational, right: Rational): Rational {
  return wrap(unwrap(left).mul(unwrap(right)))
}

/** @throws when `right` is zero: whoever divides has answered that case before (see the check `zero-denominator`). */
export function divide(left: Rational, right: Rational): Rational {
  return wrap(unwrap(left).div(unwrap(right)))
}

/** The same size with the other sign. */
export function negate(value: Rational): Rational {
  return rational(-numerator(value), denominator(value))
}

/** The exact sum; zero for no values. */
export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = add(total, value)
  return total
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compare(left: Rational, right: Rational): number {
  const [one, other] = [unwrap(left), unwrap(right)]
  const difference = one.s * one.n * other.d - other.s * other.n * one.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Whether both are the same number, however they were written. */
export function equals(left: Rational, right: Rational): boolean {
  const [one, other] = [unwrap(left), unwrap(right)]
  return one.n === other.n && one.d === other.d && (one.s === other.s || one.n === 0n)
}

/** Whether it is 0. */
export function isZero(value: Rational): boolean {
  return unwrap(value).n === 0n
}

/** Whether nothing is left after the decimal comma. */
export function isInteger(value: Rational): boolean {
  return unwrap(value).d === 1n
}

/** The smaller of two. */
export function minimum(left: Rational, right: Rational): Rational {
  return compare(left, right) <= 0 ? left : right
}

/** The larger of two. */
export function maximum(left: Rational, right: Rational): Rational {
  return compare(left, right) >= 0 ? left : right
}

/** The greatest integer that is not above `value`. */
export function floor(value: Rational): bigint {
  const top = numerator(value)
  const bottom = denominator(value)
  const quotient = top / bottom
  return top < 0n && quotient * bottom !== top ? quotient - 1n : quotient
}

/** The least integer that is not below `value`. */
export function ceiling(value: Rational): bigint {
  return -floor(rational(-numerator(value), denominator(value)))
}

/** The exact value for machines: `187/2`, or `93` when it is whole. */
export function toExactText(value: Rational): string {
  return isInteger(value) ? `${numerator(value)}` : `${numerator(value)}/${denominator(value)}`
}

const EXACT = /^(-?\d+)(?:\/([1-9]\d*))?$/

/** The value that {@link toExactText} wrote; `undefined` for any other text. */
export function fromExactText(text: string): Rational | undefined {
  const [, above, below = '1'] = EXACT.exec(text) ?? []
  return above === undefined ? undefined : rational(BigInt(above), BigInt(below))
}
