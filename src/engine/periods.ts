import { type Frequency, firstDay, lastDay, nextPeriod, type Period, periodOf } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Days, Program } from './program.ts'

/** Whether some day of the period lies in the time that the program judges. */
export function covers({ from, to }: Days, period: Period): boolean {
  return compareDates(lastDay(period), from) >= 0 && compareDates(firstDay(period), to) <= 0
}

/** Whether the period has begun by the day: what is reported of it by then counts. */
export function hasBegun(period: Period, asOf: PlainDate): boolean {
  return compareDates(firstDay(period), asOf) <= 0
}

/** The periods of the program's time that have ended by the day: what must have been reported by then. */
export function duePeriods(program: Program, frequency: Frequency, asOf: PlainDate): readonly Period[] {
  const periods: Period[] = []
  let period = periodOf(program.from, frequency)
  while (covers(program, period) && compareDates(lastDay(period), asOf) <= 0) {
    periods.push(period)
    period = nextPeriod(period)
  }
  return periods
}
