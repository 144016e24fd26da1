import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatExact, formatFixed, formatPercent, formatRounded } from '#base/formatNumber.ts'
import { parseNumber, parsePercent } from '#base/parseNumber.ts'
import { divide, rational, toExactText } from '#base/rational.ts'

const read = (text: string): string => {
  const parsed = text.endsWith('%') ? parsePercent(text) : parseNumber(text)
  switch (parsed.kind) {
    case 'number':
      return toExactText(parsed.value)
    case 'ambiguous':
      return `${parsed.readings.join(' hay ')}?`
    default:
      return parsed.kind
  }
}

describe('reading numbers', () => {
  test.each([
    ['35,4%', '177/500'],
    ['15.763', '15763'],
    ['1.234.567,5', '2469135/2'],
    ['0,5', '1/2'],
    ['03', '3'],
    ['-5', '-5'],
    ['100%', '1'],
    ['1.5', '1,5 hay 15?'],
    ['80.5%', '80,5% hay 805%?'],
    ['0.500', '0,500 hay 0500?'],
    ['1234.567', '1234,567 hay 1234567?'],
    ['12,5,0', 'malformed'],
    ['1.23.456', 'malformed'],
    ['1,', 'malformed'],
    [',5', 'malformed'],
    ['1e5', 'malformed'],
    ['١٢', 'malformed'],
    ['', 'malformed'],
    ['NaN', 'malformed'],
    ['9'.repeat(41), 'tooLong'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('writing numbers', () => {
  test.each([
    [rational(187n, 2n), '93,5'],
    [rational(15763n), '15.763'],
    [rational(100n, 9n), '100/9'],
    [rational(-5n, 4n), '-1,25'],
    [rational(1234567n, 1000n), '1.234,567'],
  ])('exactly: %#', (value, expected) => {
    expect(formatExact(value)).toBe(expected)
  })

  test.each([
    [rational(299n, 4n), '74,75', '74,75'],
    [rational(747n, 10n), '74,7', '74,70'],
    [rational(70n), '70', '70,00'],
    [rational(-1n, 1000n), '0', '0,00'],
    [rational(1n, 3n), '0,33', '0,33'],
  ])('rounded to two places: %#', (value, trimmed, fixed) => {
    expect(formatRounded(value, 2)).toBe(trimmed)
    expect(formatFixed(value, 2)).toBe(fixed)
  })

  test('percentages have at most two decimals', () => {
    expect(formatPercent(rational(177n, 500n))).toBe('35,4%')
    expect(formatPercent(divide(rational(4399n), rational(5469n)))).toBe('80,44%')
  })

  test('what is written exactly is read back the same', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
      .map(([units, places]) => rational(units, 10n ** BigInt(places)))
    fc.assert(
      fc.property(decimals, (value) => {
        expect(read(formatExact(value))).toBe(toExactText(value))
      }),
    )
  })
})
