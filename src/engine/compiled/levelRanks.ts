import { type Rational, rational } from '#base/rational.ts'
import type { Entrant } from '#records/entrant.ts'
import { cohortOf } from '../cohort.ts'
import type { ProgramKey } from '../program.ts'
import { placeOf, type RankedSheet } from '../rank.ts'
import type { LevelTotals } from './levelTotals.ts'
import { comparePlaces, type Key, sortPlaces } from './order.ts'
import { everyNode } from './tree.ts'

/** Where the entrants of a level stand, cohort by cohort. */
export interface LevelRanks {
  /** Ranks everybody anew. */
  readonly rank: () => void
  /** Takes one entrant out, does what changes its total, and puts it where it then belongs; nobody else is looked at. */
  readonly move: (at: number, change: () => void) => void
  /** The rank of an entrant, found among those of its cohort; `undefined` for who has none. */
  readonly rankOf: (at: number) => Pick<RankedSheet, 'rank' | 'meanRank'>
  /** The ranks of all who have one, by place. */
  readonly all: () => ReadonlyMap<number, Pick<RankedSheet, 'rank' | 'meanRank'>>
  /** The places of each cohort's entrants, and how they stand. */
  readonly cohorts: readonly Cohort[]
}

/** Those who are ranked against each other. */
export interface Cohort {
  readonly members: readonly number[]
  /** Those who are ranked, the best first; only the first `ranked` count. */
  order: Uint32Array
  ranked: number
}

/** Ranks the entrants of a level by their totals as they stand when it is asked. */
export function levelRanks(level: LevelTotals): LevelRanks {
  const { scope, totals, knockedOut } = level
  const { population, evaluation } = scope
  const { ranking } = evaluation.program
  const keys = ranking.keys.map((key) => keyOf(key, level))
  const groups = Map.groupBy(population.entrants.keys(), (at) =>
    cohortOf(population.entrants[at] as Entrant, evaluation.program),
  )
  const cohorts = [...groups.values()].map(
    (members): Cohort => ({ members, order: new Uint32Array(), ranked: 0 }),
  )
  const cohortAt = cohortsByPlace(cohorts, population.entrants.length)
  const isRanked = (at: number): boolean => !Number.isNaN(totals[at]) && knockedOut[at] === 0

  /** The first index from which on nobody stands before the entrant or, after its equals, nobody with it. */
  const indexOf = ({ order, ranked }: Cohort, at: number, afterEquals: boolean): number => {
    let [low, high] = [0, ranked]
    while (low < high) {
      const middle = (low + high) >> 1
      const compared = comparePlaces(keys, order[middle] as number, at)
      if (compared < 0 || (afterEquals && compared === 0)) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    cohorts,
    all: () => {
      const places = new Map<number, Pick<RankedSheet, 'rank' | 'meanRank'>>()
      for (const { order, ranked } of cohorts) {
        for (let [start, groups] = [0, 0]; start < ranked; groups++) {
          let end = start + 1
          while (end < ranked && comparePlaces(keys, order[start] as number, order[end] as number) === 0)
            end++
          const place = placeOf(ranking.ties, groups, start, end)
          for (const at of order.subarray(start, end)) places.set(at, place)
          start = end
        }
      }
      return places
    },
    rank: () => {
      for (const cohort of cohorts) {
        const ranked = Uint32Array.from(cohort.members.filter(isRanked))
        sortPlaces(ranked, keys)
        cohort.order = new Uint32Array(cohort.members.length)
        cohort.order.set(ranked)
        cohort.ranked = ranked.length
      }
    },
    move: (at, change) => {
      const cohort = cohortAt[at] as Cohort
      const from = isRanked(at) ? cohort.order.indexOf(at) : -1
      if (from >= 0) {
        cohort.order.copyWithin(from, from + 1, cohort.ranked)
        cohort.ranked--
      }
      change()
      if (!isRanked(at)) return
      const to = indexOf(cohort, at, false)
      cohort.order.copyWithin(to + 1, to, cohort.ranked)
      cohort.order[to] = at
      cohort.ranked++
    },
    rankOf: (at) => {
      if (!isRanked(at)) return { rank: undefined, meanRank: undefined }
      const cohort = cohortAt[at] as Cohort
      const start = indexOf(cohort, at, false)
      const before = ranking.ties === 'dense' ? groupsBefore(cohort, start, keys) : 0
      return placeOf(ranking.ties, before, start, indexOf(cohort, at, true))
    },
  }
}

function cohortsByPlace(cohorts: readonly Cohort[], size: number): readonly (Cohort | undefined)[] {
  const byPlace: (Cohort | undefined)[] = Array.from({ length: size }, () => undefined)
  for (const cohort of cohorts) for (const at of cohort.members) byPlace[at] = cohort
  return byPlace
}

/** How many groups of equals stand before an index. */
function groupsBefore({ order }: Cohort, index: number, keys: readonly Key[]): number {
  let groups = 0
  for (let at = 0; at < index; at++) {
    if (at === 0 || comparePlaces(keys, order[at - 1] as number, order[at] as number) !== 0) groups++
  }
  return groups
}

function keyOf(key: ProgramKey, level: LevelTotals): Key {
  const { totals, rounded, inexact, kept, tree } = level
  switch (key.kind) {
    case 'total':
      if (key.rounded) return { counts: rounded, inexact: undefined, exact: () => rational(0n) }
      return { counts: totals, inexact, exact: certainTotal(level) }
    case 'bonus':
    case 'penalty':
      return { counts: level[key.kind], inexact, exact: (at) => level.exactTotals(at)[key.kind] }
    case 'node': {
      const column = kept.get(key.id) ?? { counts: new Float64Array(totals.length), inexact: undefined }
      const node = everyNode(tree).find((one) => one.node.id === key.id)
      return { ...column, exact: (at) => node?.exact(at).points ?? rational(0n) }
    }
  }
}

function certainTotal({ exactTotal }: LevelTotals): (at: number) => Rational {
  return (at) => {
    const total = exactTotal(at)
    if (!total) throw new Error('whoever is ranked has a total')
    return total
  }
}
