import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, compareDates, parseDate } from '#base/plainDate.ts'
import { daysLate, monthsAfter, monthsLate } from '#engine/operations.ts'

const on = (text: string) => {
  const day = parseDate(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}

describe('months late, a begun month counted as one', () => {
  test.each([
    ['30/11/2026', '15/10/2026', 0n],
    ['30/11/2026', '30/11/2026', 0n],
    ['30/11/2026', '01/12/2026', 1n],
    ['30/11/2026', '31/12/2026', 1n],
    ['30/11/2026', '01/01/2027', 2n],
    ['30/01/2026', '28/02/2026', 1n],
    ['30/01/2026', '01/03/2026', 2n],
    ['31/01/2026', '28/02/2026', 1n],
    ['15/06/2026', '15/07/2026', 1n],
    ['15/06/2026', '16/07/2026', 2n],
  ])('due %s, done %s: %i', (deadline, day, months) => {
    expect(monthsLate(on(day), on(deadline))).toBe(months)
  })

  test('the last day that is so late is followed by one that is a month later', () => {
    fc.assert(
      fc.property(fc.nat(1500), fc.nat(40), (days, months) => {
        const deadline = addDays(on('01/01/2024'), days)
        const last = monthsAfter(deadline, months)
        expect(monthsLate(last, deadline)).toBe(BigInt(months))
        expect(monthsLate(addDays(last, 1), deadline)).toBe(BigInt(months + 1))
        expect(compareDates(last, deadline)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('days late, early or in time none', () => {
  test.each([
    ['30/11/2026', '15/10/2026', 0n],
    ['30/11/2026', '30/11/2026', 0n],
    ['30/11/2026', '01/12/2026', 1n],
    ['30/11/2026', '01/01/2027', 32n],
  ])('due %s, done %s: %i', (deadline, day, days) => {
    expect(daysLate(on(day), on(deadline))).toBe(days)
  })
})
