import { divide, type Rational, rational, ZERO } from '#base/rational.ts'
import { compareStanding } from './operations.ts'
import type { ProgramKey, ProgramRanking } from './program.ts'
import type { ScoreSheet, UnrankedSheet } from './score.ts'
import { tracesOf } from './tracesOf.ts'

/** A sheet with its place among those it is compared with. */
export type RankedSheet = UnrankedSheet & PlaceTaken

/**
 * Ranks the entrants of one cohort by the rulebook's keys, all compared exactly; the order of the sheets does not matter
 * and stays. Who has no total or is barred has no rank and takes up no place.
 */
export function rankCohort(
  sheets: readonly UnrankedSheet[],
  { keys, ties }: ProgramRanking,
): readonly RankedSheet[] {
  const standings = sheets
    .filter(({ total, knockedOutBy }) => total && knockedOutBy.length === 0)
    .map((sheet) => ({ who: sheet, keys: keys.map((key) => keyOf(sheet, key)) }))
  const places = placesOf(standings, ties)
  return sheets.map((sheet) => ({ ...sheet, ...(places.get(sheet) ?? NO_PLACE) }))
}

/** A place among others. */
export type PlaceTaken = Pick<ScoreSheet, 'rank' | 'meanRank'>

/** That of whoever is not ranked. */
export const NO_PLACE: PlaceTaken = { rank: undefined, meanRank: undefined }

/** The place of each by its keys, those that weigh most first, all compared exactly; equals share theirs. */
export function placesOf<Who>(
  standings: readonly { readonly who: Who; readonly keys: readonly Rational[] }[],
  ties: ProgramRanking['ties'],
): ReadonlyMap<Who, PlaceTaken> {
  const sorted = standings.toSorted((left, right) => compareStanding(left.keys, right.keys))
  const places = new Map<Who, PlaceTaken>()
  let groups = 0
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]
    let end = start + 1
    while (first && sorted[end] && compareStanding(first.keys, sorted[end]?.keys ?? []) === 0) end++
    const place = placeOf(ties, groups, start, end)
    groups++
    for (const { who } of sorted.slice(start, end)) places.set(who, place)
    start = end
  }
  return places
}

/** The rank of those who stand equal from one place (from 0) up to another, with so many groups of equals before them. */
export function placeOf(
  ties: ProgramRanking['ties'],
  groups: number,
  start: number,
  end: number,
): PlaceTaken {
  const mean = (): Rational => divide(rational(BigInt(start + 1 + end)), rational(2n))
  return { rank: ties === 'dense' ? groups + 1 : start + 1, meanRank: ties === 'mean' ? mean() : undefined }
}

/** What the key comes to for the sheet, so that more is better. */
export function keyOf(sheet: UnrankedSheet, key: ProgramKey): Rational {
  switch (key.kind) {
    case 'total':
      return (key.rounded ? sheet.roundedTotal : sheet.total) ?? ZERO
    case 'bonus':
      return sheet.bonus
    case 'penalty':
      return sheet.penalty
    case 'node':
      return tracesOf(sheet.nodes).find(({ id }) => id === key.id)?.points ?? ZERO
  }
}
