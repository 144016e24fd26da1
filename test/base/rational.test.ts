import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  ceiling,
  compare,
  denominator,
  divide,
  floor,
  isZero,
  multiply,
  numerator,
  type Rational,
  rational,
  subtract,
  sum,
  toExactText,
} from '#base/rational.ts'

const integers = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const rationals = fc
  .tuple(integers, fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([top, bottom]) => rational(top, bottom))

const text = (value: Rational): string => toExactText(value)

describe('rational', () => {
  test('is reduced, with the sign in the numerator', () => {
    expect(text(rational(-6n, 4n))).toBe('-3/2')
    expect(text(rational(6n, -4n))).toBe('-3/2')
    expect(text(rational(8n, 4n))).toBe('2')
    expect(text(rational(0n, 5n))).toBe('0')
  })

  test('nine parts of 100/9 make 100', () => {
    expect(text(sum(Array.from({ length: 9 }, () => rational(100n, 9n))))).toBe('100')
  })

  test('29/50 reaches 58% where a float falls short', () => {
    expect((29 / 50) * 100).toBeLessThan(58)
    expect(compare(multiply(rational(29n, 50n), rational(100n)), rational(58n))).toBe(0)
  })

  test('2/37 of a large base is exact', () => {
    expect(text(multiply(rational(2n, 37n), rational(37_000_000_000_001n)))).toBe('74000000000002/37')
  })

  test('sums and products agree with cross-multiplied integers', () => {
    fc.assert(
      fc.property(rationals, rationals, (left, right) => {
        const [a, b, c, d] = [numerator(left), denominator(left), numerator(right), denominator(right)]
        expect(text(add(left, right))).toBe(text(rational(a * d + c * b, b * d)))
        expect(text(multiply(left, right))).toBe(text(rational(a * c, b * d)))
        expect(text(subtract(add(left, right), right))).toBe(text(left))
        expect(Math.sign(compare(left, right))).toBe(Math.sign(Number(a * d - c * b)))
        if (!isZero(right)) expect(text(multiply(divide(left, right), right))).toBe(text(left))
      }),
    )
  })

  test('floor and ceiling enclose a value, below zero too', () => {
    fc.assert(
      fc.property(rationals, (value) => {
        expect(compare(rational(floor(value)), value)).toBeLessThanOrEqual(0)
        expect(compare(rational(floor(value) + 1n), value)).toBeGreaterThan(0)
        expect(ceiling(value)).toBe(denominator(value) === 1n ? floor(value) : floor(value) + 1n)
      }),
    )
  })
})
