import { dayNumber, type PlainDate } from '#base/plainDate.ts'

/** How many days lie between what a spreadsheet counts from and 1/1/1970. */
const EPOCH = 25_569

/** The number that a spreadsheet keeps for a day. */
export function dateNumber(day: PlainDate): number {
  return dayNumber(day) + EPOCH
}
