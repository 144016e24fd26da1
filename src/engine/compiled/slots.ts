import { type Frequency, type Period, periodKey } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { covers, duePeriods, hasBegun } from '../periods.ts'
import type { Program } from '../program.ts'
import type { Population } from './columns.ts'

/** The slots of a frequency that count on a day: those from `first` up to `end` have begun. */
export interface Slots {
  readonly first: number
  readonly end: number
  /** Those before it are due. */
  readonly dueEnd: number
  /** How many periods are due that nobody of the level has a fact for. */
  readonly unreported: number
}

/** The slots of a frequency that have begun on the day, and how many periods are due of which there is none. */
export function slotsOn(
  day: PlainDate,
  frequency: Frequency,
  { periods }: Population,
  program: Program,
): Slots {
  const own = periods[frequency]
  const counts = (period: Period): boolean => hasBegun(period, day) && covers(program, period)
  const first = own.findIndex(counts)
  if (first < 0)
    return { first: 0, end: 0, dueEnd: 0, unreported: duePeriods(program, frequency, day).length }
  const end = own.findLastIndex(counts) + 1
  const due = new Set(duePeriods(program, frequency, day).map(periodKey))
  const reported = own.slice(first, end).filter((period) => due.has(periodKey(period))).length
  return { first, end, dueEnd: first + reported, unreported: due.size - reported }
}

/** The slot of one period by itself, as `mỗi tháng` reads it. */
export function slotOf(period: Period, { periods }: Population): Slots {
  const slot = periods[period.frequency].findIndex((one) => periodKey(one) === periodKey(period))
  if (slot < 0) return { first: 0, end: 0, dueEnd: 0, unreported: 1 }
  return { first: slot, end: slot + 1, dueEnd: slot + 1, unreported: 0 }
}
