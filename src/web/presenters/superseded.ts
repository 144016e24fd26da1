import { comparePeriods, formatPeriod } from '#base/period.ts'
import type { BoardPlace } from '#services/site/board.ts'
import type { Site } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'

/** What every page of a publication says that was corrected since: where the last word on its period is. */
export function presentSuperseded({ ref }: BoardPlace, site: Site): PageFrame['superseded'] {
  const current = site.edition(ref.commune, ref.edition)?.current
  const last = current?.find((at) => comparePeriods(at.ref.period, ref.period) === 0)
  if (!last) return undefined
  const text = `Bản này đã được đính chính: kết quả có giá trị của ${formatPeriod(ref.period)} là bản sau.`
  return { text, url: pathOf({ kind: 'board', at: last }) }
}
