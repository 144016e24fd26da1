import { comparePeriods } from '#base/period.ts'
import type { PublishedResults } from '#records/publishedResults.ts'
import type { Board, BoardPlace } from './board.ts'
import type { Site } from './site.ts'

/** What a board is held against: the last word on the period before its own that was published, as it was published. */
export interface Earlier {
  readonly place: BoardPlace
  readonly results: PublishedResults
  /** Whether the rulebook is another since. */
  readonly otherRules: boolean
}

/** `undefined` for the first publication of its length, and where the one before it cannot be read. */
export async function earlierOf(site: Site, { ref, standings }: Board): Promise<Earlier | undefined> {
  const place = site
    .edition(ref.commune, ref.edition)
    ?.current.findLast(
      ({ ref: { period } }) =>
        period.frequency === ref.period.frequency && comparePeriods(period, ref.period) < 0,
    )
  const published = place && (await site.results(place))
  if (!place || published?.kind !== 'published') return undefined
  return { place, results: published.results, otherRules: published.rules !== standings.hash }
}
