import { formatDate, parseIsoDate } from '#base/plainDate.ts'
import { vietnamTime } from '#base/vietnamTime.ts'

/** A moment in ISO form as clocks in Việt Nam showed it: `07:05 ngày 01/11/2026`; as it is where it is none. */
export function momentText(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const there = vietnamTime(moment)
  const day = parseIsoDate(there.slice(0, 10))
  return day ? `${there.slice(11, 16)} ngày ${formatDate(day)}` : iso
}
