import { divide, type Rational, rational, ZERO } from '#base/rational.ts'
import { compareStanding } from './operations.ts'
import type { ProgramKey, ProgramRanking } from './program.ts'
import type { ScoreSheet, UnrankedSheet } from './score.ts'
import { tracesOf } from './tracesOf.ts'

/** A sheet with its place among those it is compared with. */
export type RankedSheet = UnrankedSheet & Pick<ScoreSheet, 'rank' | 'meanRank'>

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
    .map((sheet) => ({ sheet, keys: keys.map((key) => keyOf(sheet, key)) }))
    .toSorted((left, right) => compareStanding(left.keys, right.keys))
  const places = new Map<UnrankedSheet, Pick<RankedSheet, 'rank' | 'meanRank'>>()
  let groups = 0
  for (let start = 0; start < standings.length; ) {
    const first = standings[start]
    let end = start + 1
    while (first && standings[end] && compareStanding(first.keys, standings[end]?.keys ?? []) === 0) end++
    groups++
    const rank = ties === 'dense' ? groups : start + 1
    const mean = divide(rational(BigInt(start + 1 + end)), rational(2n))
    for (const { sheet } of standings.slice(start, end)) {
      places.set(sheet, { rank, meanRank: ties === 'mean' ? mean : undefined })
    }
    start = end
  }
  return sheets.map((sheet) => ({
    ...sheet,
    ...(places.get(sheet) ?? { rank: undefined, meanRank: undefined }),
  }))
}

/** Each key so that more is better. */
function keyOf(sheet: UnrankedSheet, key: ProgramKey): Rational {
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
