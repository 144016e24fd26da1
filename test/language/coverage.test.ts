import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, witness } from '#base/interval.ts'
import { type Rational, rational } from '#base/rational.ts'
import { coverage } from '#language/check/coverage.ts'
import type { Bound, Condition, NumberDomain } from '#language/index.ts'
import { intervalOf } from '#language/index.ts'

const span = { start: 0, end: 0 }
const halves = (units: number): Rational => rational(BigInt(units), 2n)
const bound: fc.Arbitrary<Bound> = fc.record({
  at: fc.integer({ min: 0, max: 16 }).map((units) => ({
    kind: 'amount' as const,
    amount: { value: halves(units), percent: false, span },
  })),
  unit: fc.constant(''),
  inclusive: fc.boolean(),
})
const condition: fc.Arbitrary<Condition> = fc.record({
  kind: fc.constant('range' as const),
  low: fc.option(bound, { nil: undefined }),
  high: fc.option(bound, { nil: undefined }),
  span: fc.constant(span),
})
const tiers = fc.array(
  condition.map((each) => ({ condition: each })),
  { minLength: 1, maxLength: 5 },
)
const domain = (integer: boolean): NumberDomain => ({
  kind: 'number',
  step: integer ? rational(1n) : undefined,
  interval: { low: { at: halves(0), after: false }, high: { at: halves(16), after: true } },
  notation: { kind: 'unit', unit: { what: 'bài', per: undefined }, showsRate: false },
})

/** Every value that can tell two tiers apart: the halves, and the quarters between them where values are continuous. */
const valuesOf = (integer: boolean): Rational[] =>
  integer
    ? Array.from({ length: 9 }, (_, value) => rational(BigInt(value)))
    : Array.from({ length: 33 }, (_, units) => rational(BigInt(units), 4n))

describe.each([true, false])('tiers over whole numbers only: %s', (integer) => {
  test('gaps and overlaps are exactly the values that no tier or several tiers take', () => {
    fc.assert(
      fc.property(tiers, (table) => {
        const { gaps, overlaps } = coverage(table, domain(integer), undefined)
        for (const value of valuesOf(integer)) {
          const takers = table.filter(({ condition: each }) => {
            const interval = intervalOf(each, undefined, domain(integer))
            return interval && contains(interval, value)
          })
          expect(gaps.some(({ interval }) => contains(interval, value))).toBe(takers.length === 0)
          expect(overlaps.some(({ interval }) => contains(interval, value))).toBe(takers.length > 1)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the value that a message names shows the fault', () => {
    fc.assert(
      fc.property(tiers, (table) => {
        for (const { interval } of coverage(table, domain(integer), undefined).gaps) {
          const value = witness(interval)
          expect(
            table.some(({ condition: each }) => {
              const taken = intervalOf(each, undefined, domain(integer))
              return taken && contains(taken, value)
            }),
          ).toBe(false)
        }
      }),
    )
  })
})
