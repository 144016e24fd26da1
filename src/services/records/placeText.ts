import { formatPeriod, parsePeriod } from '#base/period.ts'
import type { Program } from '#engine/index.ts'
import type { FactPlace } from '#records/factPlace.ts'

/** `Phát sóng của thon-3, tháng 9/2026`, or with the entrant's name where it is known: `của Thôn 3 (thon-3)`. */
export function placeText(
  { entrant, measure, period }: FactPlace,
  { measures }: Program,
  name?: string | undefined,
): string {
  const whose = name === undefined ? entrant : `${name} (${entrant})`
  return `${measures.get(measure)?.title.text ?? measure} của ${whose}, ${periodText(period)}`
}

/** `tháng 9/2026` of `2026-09`. */
export function periodText(key: string): string {
  const period = parsePeriod(key)
  return period ? formatPeriod(period) : key
}
