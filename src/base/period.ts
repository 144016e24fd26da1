import { assertNever } from './assertNever.ts'
import { compareDates, daysInMonth, type PlainDate } from './plainDate.ts'

/** How often a measure is reported. */
export type Frequency = 'month' | 'quarter' | 'year'

/** A month, quarter or year of the calendar; `index` counts from 1 (always 1 for a year). */
export interface Period {
  readonly frequency: Frequency
  readonly year: number
  readonly index: number
}

const PATTERN = /^(\d{4})(?:-(Q[1-4]|0[1-9]|1[0-2]))?$/

/** The period that `2026`, `2026-Q3` or `2026-10` names; `undefined` for anything else, month 13 included. */
export function parsePeriod(text: string): Period | undefined {
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const part = match[2]
  if (part === undefined) return { frequency: 'year', year, index: 1 }
  if (part.startsWith('Q')) return { frequency: 'quarter', year, index: Number(part.slice(1)) }
  return { frequency: 'month', year, index: Number(part) }
}

/** The form that {@link parsePeriod} reads. */
export function periodKey(period: Period): string {
  switch (period.frequency) {
    case 'year':
      return `${period.year}`
    case 'quarter':
      return `${period.year}-Q${period.index}`
    case 'month':
      return `${period.year}-${`${period.index}`.padStart(2, '0')}`
    default:
      return assertNever(period.frequency)
  }
}

/** `tháng 10/2026`, `quý 3/2026`, `năm 2026`. */
export function formatPeriod(period: Period): string {
  switch (period.frequency) {
    case 'year':
      return `năm ${period.year}`
    case 'quarter':
      return `quý ${period.index}/${period.year}`
    case 'month':
      return `tháng ${period.index}/${period.year}`
    default:
      return assertNever(period.frequency)
  }
}

const MONTHS: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, year: 12 }

/** The first day of a month, quarter or year. */
export function firstDay(period: Period): PlainDate {
  return { year: period.year, month: (period.index - 1) * MONTHS[period.frequency] + 1, day: 1 }
}

/** The last day of a month, quarter or year. */
export function lastDay(period: Period): PlainDate {
  const month = period.index * MONTHS[period.frequency]
  return { year: period.year, month, day: daysInMonth(period.year, month) }
}

/** The period of that frequency in which the day lies. */
export function periodOf(day: PlainDate, frequency: Frequency): Period {
  return { frequency, year: day.year, index: Math.ceil(day.month / MONTHS[frequency]) }
}

/** The period right after it, as long. */
export function nextPeriod(period: Period): Period {
  const { frequency, year, index } = period
  const last = 12 / MONTHS[frequency]
  return index < last ? { frequency, year, index: index + 1 } : { frequency, year: year + 1, index: 1 }
}

/** The period right before it, as long. */
export function previousPeriod(period: Period): Period {
  const { frequency, year, index } = period
  return index > 1
    ? { frequency, year, index: index - 1 }
    : { frequency, year: year - 1, index: 12 / MONTHS[frequency] }
}

/** By the day they end on, then the shorter first: October, the fourth quarter's months, the quarter, the year. */
export function comparePeriods(left: Period, right: Period): number {
  return compareDates(lastDay(left), lastDay(right)) || MONTHS[left.frequency] - MONTHS[right.frequency]
}
