import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignToStep, contains, type Interval, intersect, isEmpty, witness } from '#base/interval.ts'
import { isInteger, rational } from '#base/rational.ts'

const halves = fc.integer({ min: -12, max: 12 }).map((units) => rational(BigInt(units), 2n))
const cuts = fc.option(fc.record({ at: halves, after: fc.boolean() }), { nil: undefined })
const intervals: fc.Arbitrary<Interval> = fc.record({ low: cuts, high: cuts })

describe('interval', () => {
  test('holds its witness, unless it is empty', () => {
    fc.assert(
      fc.property(intervals, (interval) => {
        fc.pre(!isEmpty(interval))
        expect(contains(interval, witness(interval))).toBe(true)
      }),
    )
  })

  test('an empty interval holds nothing', () => {
    fc.assert(
      fc.property(intervals, halves, (interval, value) => {
        if (contains(interval, value)) expect(isEmpty(interval)).toBe(false)
      }),
    )
  })

  test('an intersection holds what both hold', () => {
    fc.assert(
      fc.property(intervals, intervals, halves, (left, right, value) => {
        expect(contains(intersect(left, right), value)).toBe(contains(left, value) && contains(right, value))
      }),
    )
  })

  test('aligning keeps every whole number and its witness is whole', () => {
    fc.assert(
      fc.property(intervals, halves, (interval, value) => {
        const aligned = alignToStep(interval, rational(1n))
        if (isInteger(value)) expect(contains(aligned, value)).toBe(contains(interval, value))
        if (!isEmpty(aligned)) expect(isInteger(witness(aligned))).toBe(true)
      }),
    )
  })
})
