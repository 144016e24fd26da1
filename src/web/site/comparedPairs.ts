import { cohortOf, type ScoreSheet } from '#engine/index.ts'
import type { Standings } from '#services/standings.ts'

/** Up to so many, everyone of a cohort can be compared with everyone from a page; of more, only neighbours are offered. */
const MOST_FOR_ALL = 60

/** In a larger cohort, so many on each side. */
const NEIGHBOURS = 3

/** Those ranked with an entrant, it among them, in the order of the board. */
export function cohortWith({ entrant }: ScoreSheet, { sheets, program }: Standings): readonly ScoreSheet[] {
  const own = cohortOf(entrant, program)
  return sheets.filter((other) => cohortOf(other.entrant, program) === own)
}

/**
 * With whom a page offers to compare an entrant, the nearest in the order of the board first: everyone or, in a large cohort,
 * its neighbours and the leader. Any two of a cohort can be compared by those who know the address.
 */
export function offeredFor(sheet: ScoreSheet, cohort: readonly ScoreSheet[]): readonly ScoreSheet[] {
  return placesFor(cohort.indexOf(sheet), cohort.length).flatMap((place) => cohort[place] ?? [])
}

/** The places, from 0, of those who are offered at a place among so many. */
function placesFor(own: number, size: number): readonly number[] {
  const reach = size <= MOST_FOR_ALL ? size : NEIGHBOURS
  const near = Array.from({ length: reach }, (_, index) => [own - index - 1, own + index + 1]).flat()
  const places = near.filter((place) => place >= 0 && place < size)
  return own === 0 || places.includes(0) ? places : [...places, 0]
}

/** Two of a cohort in the order of the board. */
export interface Pair {
  readonly first: ScoreSheet
  readonly second: ScoreSheet
}

/** Every two of which one's page offers the other, each once. */
export function offeredPairs({ sheets, program }: Standings): readonly Pair[] {
  const cohorts = Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant, program))
  return [...cohorts.values()].flatMap((cohort) =>
    cohort.flatMap((second, index) =>
      // Neighbours offer each other and the leader is offered by all, so the later of two always offers the earlier.
      placesFor(index, cohort.length).flatMap((place): readonly Pair[] => {
        const first = cohort[place]
        return first && place < index ? [{ first, second }] : []
      }),
    ),
  )
}
