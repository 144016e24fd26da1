import { comparePeriods, nextPeriod, type Period } from '#base/period.ts'
import type { PublishedResult } from '#records/publishedResults.ts'
import type { BoardPlace } from './board.ts'
import type { Site } from './site.ts'

/** How an entrant stood in one period, as published. */
export interface PastResult {
  readonly period: Period
  /** `undefined` where nothing was published of the period. */
  readonly place: BoardPlace | undefined
  /** `undefined` where the publication has no such entrant, or there is none. */
  readonly result: PublishedResult | undefined
}

/**
 * How an entrant stood in every period of the same length up to a publication's own, the oldest first: the last word on each, and of
 * the publication's period itself. Periods between two that were published are told too.
 */
export async function historyOf(
  site: Site,
  { ref, current }: BoardPlace,
  entrant: string,
): Promise<readonly PastResult[]> {
  const own: BoardPlace = { ref, current }
  const earlier = (site.edition(ref.commune, ref.edition)?.current ?? []).filter(
    ({ ref: { period } }) =>
      period.frequency === ref.period.frequency && comparePeriods(period, ref.period) < 0,
  )
  const history: PastResult[] = []
  for (const place of [...earlier, own]) {
    const last = history.at(-1)
    for (const period of last ? between(last.period, place.ref.period) : [])
      history.push({ period, place: undefined, result: undefined })
    const results = await site.results(place)
    history.push({ period: place.ref.period, place, result: results?.results.get(entrant) })
  }
  return history
}

/** The periods after one and before another. */
function between(first: Period, last: Period): readonly Period[] {
  const periods: Period[] = []
  for (let period = nextPeriod(first); comparePeriods(period, last) < 0; period = nextPeriod(period))
    periods.push(period)
  return periods
}
