import { describe, expect, test } from 'vitest'
import {
  firstDay,
  formatPeriod,
  lastDay,
  nextPeriod,
  type Period,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '#base/period.ts'
import { formatDate, formatIsoDate, parseDate, parseIsoDate } from '#base/plainDate.ts'

const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (!parsed) throw new Error(text)
  return parsed
}

describe('dates', () => {
  test.each([
    ['30/11/2026', '2026-11-30'],
    ['29/2/2028', '2028-02-29'],
    ['29/02/2026', undefined],
    ['31/04/2026', undefined],
    ['0/1/2026', undefined],
    ['1/13/2026', undefined],
    ['2026-11-30', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => {
    const date = parseDate(text)
    expect(date && formatIsoDate(date)).toBe(expected)
  })

  test('an ISO day is read and written the Vietnamese way', () => {
    const date = parseIsoDate('2026-10-31')
    expect(date && formatDate(date)).toBe('31/10/2026')
    expect(parseIsoDate('2026-02-30')).toBeUndefined()
  })
})

describe('periods', () => {
  test.each([
    ['2026', 'năm 2026', '2026-01-01', '2026-12-31', '2027'],
    ['2026-Q3', 'quý 3/2026', '2026-07-01', '2026-09-30', '2026-Q4'],
    ['2026-10', 'tháng 10/2026', '2026-10-01', '2026-10-31', '2026-11'],
    ['2028-02', 'tháng 2/2028', '2028-02-01', '2028-02-29', '2028-03'],
    ['2026-12', 'tháng 12/2026', '2026-12-01', '2026-12-31', '2027-01'],
  ])('%s', (text, spoken, first, last, next) => {
    const parsed = period(text)
    expect([periodKey(parsed), formatPeriod(parsed)]).toEqual([text, spoken])
    expect([formatIsoDate(firstDay(parsed)), formatIsoDate(lastDay(parsed))]).toEqual([first, last])
    expect(periodKey(nextPeriod(parsed))).toBe(next)
    expect(periodKey(previousPeriod(nextPeriod(parsed)))).toBe(text)
    expect(periodKey(periodOf(lastDay(parsed), parsed.frequency))).toBe(text)
  })

  test.each(['2026-13', '2026-00', '2026-1', '2026-Q5', '10/2026', '26', ''])('%s is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })
})
