import { formatPeriod, parsePeriod } from '#base/period.ts'
import type { Program } from '#engine/index.ts'
import type { FactPlace } from '#records/factPlace.ts'

/** `Phát sóng của thon-3, tháng 9/2026`. */
export function placeText({ entrant, measure, period }: FactPlace, { measures }: Program): string {
  return `${measures.get(measure)?.title.text ?? measure} của ${entrant}, ${periodText(period)}`
}

/** `tháng 9/2026` of `2026-09`. */
export function periodText(key: string): string {
  const period = parsePeriod(key)
  return period ? formatPeriod(period) : key
}
