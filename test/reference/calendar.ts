/** A day of the calendar; the month counts from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** How often a measure is reported. */
export type Frequency = 'month' | 'quarter' | 'year'

/** The first, second … month, quarter or year (always the first) of a year. */
export interface Period {
  readonly frequency: Frequency
  readonly year: number
  readonly index: number
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const
const DAY = 86_400_000

/** Days since a fixed day: what days are compared and counted by. */
export function dayNumber({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / DAY
}

/** The day that a number of days stands for. */
export function dayOf(number: number): Day {
  const date = new Date(number * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The last day of a month. */
export function lastOfMonth(year: number, month: number): Day {
  return dayOf(dayNumber({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }) - 1)
}

/** The first day of a period. */
export function firstDay({ frequency, year, index }: Period): Day {
  return { year, month: (index - 1) * MONTHS[frequency] + 1, day: 1 }
}

/** The last day of a period. */
export function lastDay({ frequency, year, index }: Period): Day {
  return lastOfMonth(year, index * MONTHS[frequency])
}

/** The periods of which some day lies from the first day to the last. */
export function periodsWithin(frequency: Frequency, from: Day, to: Day): readonly Period[] {
  const periods: Period[] = []
  for (let year = from.year; year <= to.year; year++) {
    for (let index = 1; index <= 12 / MONTHS[frequency]; index++) {
      const period = { frequency, year, index }
      if (dayNumber(lastDay(period)) < dayNumber(from)) continue
      if (dayNumber(firstDay(period)) > dayNumber(to)) continue
      periods.push(period)
    }
  }
  return periods
}

/** As facts name it: `2026-03`, `2026-Q1`, `2026`. */
export function periodText({ frequency, year, index }: Period): string {
  if (frequency === 'year') return `${year}`
  return frequency === 'quarter' ? `${year}-Q${index}` : `${year}-${`${index}`.padStart(2, '0')}`
}

/** As rulebooks and facts write it: `05/03/2026`. */
export function dayText({ year, month, day }: Day): string {
  return `${`${day}`.padStart(2, '0')}/${`${month}`.padStart(2, '0')}/${year}`
}
