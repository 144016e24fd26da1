/** A calendar day without a time: months and days count from 1. */
export interface PlainDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const WRITTEN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day that `30/11/2026` names; `undefined` for other text and for a day that does not exist. */
export function parseDate(text: string): PlainDate | undefined {
  const [, day, month, year] = WRITTEN.exec(text) ?? []
  return existing(Number(year), Number(month), Number(day))
}

/** The day that `2026-11-30` names; `undefined` as for {@link parseDate}. */
export function parseIsoDate(text: string): PlainDate | undefined {
  const [, year, month, day] = ISO.exec(text) ?? []
  return existing(Number(year), Number(month), Number(day))
}

function existing(year: number, month: number, day: number): PlainDate | undefined {
  if (!(year >= 1900) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month)))
    return undefined
  return { year, month, day }
}

/** How many days the month has (28 to 31). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** `30/11/2026`. */
export function formatDate({ year, month, day }: PlainDate): string {
  return `${pad(day)}/${pad(month)}/${year}`
}

/** `2026-11-30`. */
export function formatIsoDate({ year, month, day }: PlainDate): string {
  return `${year}-${pad(month)}-${pad(day)}`
}

/** Negative, zero or positive as `left` is before, on or after `right`. */
export function compareDates(left: PlainDate, right: PlainDate): number {
  return left.year - right.year || left.month - right.month || left.day - right.day
}

function pad(part: number): string {
  return `${part}`.padStart(2, '0')
}

/** Days since 1/1/1970; the difference of two is how many days lie between them. */
export function dayNumber({ year, month, day }: PlainDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** So many days later (earlier, where negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dateOfNumber(dayNumber(day) + days)
}

/** The day of that {@link dayNumber}. */
export function dateOfNumber(days: number): PlainDate {
  const moved = new Date(days * 86_400_000)
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}
