import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatExact } from '#base/formatNumber.ts'
import { parseNumber } from '#base/parseNumber.ts'
import { compare, divide, multiply, type Rational, rational, subtract, toExactText } from '#base/rational.ts'
import { type RoundingMethod, round } from '#base/rounding.ts'

function number(text: string): Rational {
  const parsed = parseNumber(text)
  if (parsed.kind !== 'number') throw new Error(text)
  return parsed.value
}

describe('round', () => {
  test.each<[string, number, RoundingMethod, string]>([
    ['4,55', 1, 'halfUp', '4,6'],
    ['2,135', 2, 'halfUp', '2,14'],
    ['0,015', 2, 'halfUp', '0,02'],
    ['-2,345', 2, 'halfUp', '-2,35'],
    ['2,345', 2, 'halfEven', '2,34'],
    ['2,355', 2, 'halfEven', '2,36'],
    ['-2,345', 2, 'halfEven', '-2,34'],
    ['2,349', 2, 'down', '2,34'],
    ['-2,349', 2, 'down', '-2,34'],
    ['2,341', 2, 'up', '2,35'],
    ['-2,341', 2, 'up', '-2,35'],
    ['7', 0, 'up', '7'],
    ['0,5', 0, 'halfUp', '1'],
    ['-0,5', 0, 'halfEven', '0'],
  ])('%s to %i places, %s: %s', (value, places, method, expected) => {
    expect(formatExact(round(number(value), places, method))).toBe(expected)
  })

  const values = fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 9999n }))
    .map(([top, bottom]) => rational(top, bottom))
  const methods = fc.constantFrom<RoundingMethod>('halfUp', 'halfEven', 'down', 'up')

  test('is symmetric about zero, stays within one step, and is idempotent', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 4 }), methods, (value, places, method) => {
        const rounded = round(value, places, method)
        const negated = multiply(value, rational(-1n))
        expect(toExactText(round(negated, places, method))).toBe(
          toExactText(multiply(rounded, rational(-1n))),
        )
        expect(toExactText(round(rounded, places, method))).toBe(toExactText(rounded))
        const step = divide(rational(1n), rational(10n ** BigInt(places)))
        const distance = subtract(value, rounded)
        expect(compare(distance, step)).toBeLessThan(0)
        expect(compare(multiply(distance, rational(-1n)), step)).toBeLessThan(0)
      }),
    )
  })

  test('a half goes up where toFixed does not: all of 0,005 … 99,995', () => {
    for (let thousandths = 5n; thousandths < 100_000n; thousandths += 10n) {
      expect(round(rational(thousandths, 1000n), 2, 'halfUp')).toEqual(
        rational((thousandths + 5n) / 10n, 100n),
      )
    }
  })
})
