import { formatDate } from '#base/plainDate.ts'

/** In Việt Nam, where the day begins seven hours before that of the ISO form. */
const HOURS_AHEAD = 7

/** A moment in ISO form as the clock in Việt Nam showed it: `07:05 ngày 01/11/2026`; as it is where it is none. */
export function momentText(iso: string): string {
  const moment = Date.parse(iso)
  if (Number.isNaN(moment)) return iso
  const there = new Date(moment + HOURS_AHEAD * 3_600_000)
  const day = { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() }
  return `${there.toISOString().slice(11, 16)} ngày ${formatDate(day)}`
}
