import { comparePeriods, nextPeriod, type Period } from '#base/period.ts'
import type { PublishedResult } from '#records/publishedResults.ts'
import type { BoardPlace } from './board.ts'
import type { Site } from './site.ts'

/** How an entrant stood in one period, as published. */
export type PastResult =
  /** Nothing was published of the period. */
  | { readonly kind: 'unpublished'; readonly period: Period }
  /** Something was, and what it says cannot be read. */
  | { readonly kind: 'unreadable'; readonly period: Period; readonly place: BoardPlace }
  /** The publication has no such entrant. */
  | {
      readonly kind: 'unlisted'
      readonly period: Period
      readonly place: BoardPlace
      readonly rules: string
    }
  | {
      readonly kind: 'listed'
      readonly period: Period
      readonly place: BoardPlace
      /** The hash of the rules it was scored by: points under different ones are not of one measure. */
      readonly rules: string
      readonly result: PublishedResult
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
      history.push({ kind: 'unpublished', period })
    history.push(await pastResult(site, place, entrant))
  }
  return history
}

async function pastResult(site: Site, place: BoardPlace, entrant: string): Promise<PastResult> {
  const { period } = place.ref
  const published = await site.results(place)
  if (!published) return { kind: 'unpublished', period }
  if (published.kind === 'unreadable') return { kind: 'unreadable', period, place }
  const { rules, results } = published
  const result = results.get(entrant)
  return result
    ? { kind: 'listed', period, place, rules, result }
    : { kind: 'unlisted', period, place, rules }
}

/** The periods after one and before another. */
function between(first: Period, last: Period): readonly Period[] {
  const periods: Period[] = []
  for (let period = nextPeriod(first); comparePeriods(period, last) < 0; period = nextPeriod(period))
    periods.push(period)
  return periods
}
