import { compare, type Rational } from '#base/rational.ts'
import { cohortOf } from '../cohort.ts'
import type { Program, ProgramKey } from '../program.ts'
import { keyOf } from '../rank.ts'
import type { ScoreSheet } from '../score.ts'

/** What put one entrant above another: the first ranking key in which they differ, or nothing. */
export type Separation =
  | {
      readonly kind: 'key'
      readonly key: ProgramKey
      /** The place of the key among the program's, from 0. */
      readonly index: number
      /** What the key comes to, more being better (a penalty is negative). */
      readonly first: Rational
      readonly second: Rational
    }
  | { readonly kind: 'equal' }

/** Holds two ranked sheets of one cohort key by key, as the ranking does. */
export function separationOf(first: ScoreSheet, second: ScoreSheet, { ranking }: Program): Separation {
  for (const [index, key] of ranking.keys.entries()) {
    const values = { first: keyOf(first, key), second: keyOf(second, key) }
    if (compare(values.first, values.second) !== 0) return { kind: 'key', key, index, ...values }
  }
  return { kind: 'equal' }
}

/** An entrant beside the one that is explained, and what separates the two. */
export interface Neighbour {
  /** Where the neighbour stands. */
  readonly stands: 'above' | 'equal' | 'below'
  readonly sheet: ScoreSheet
  /** `first` is the entrant that is explained. */
  readonly separation: Separation
}

/**
 * Those who stand next to an entrant in its ranking: the nearest above, all who share its rank, the nearest below. Of several
 * that share the nearest rank one stands for all, since they are equal in every key. None for an entrant without a rank.
 */
export function neighboursOf(
  sheet: ScoreSheet,
  sheets: readonly ScoreSheet[],
  program: Program,
): readonly Neighbour[] {
  const { entrant, rank } = sheet
  if (rank === undefined) return []
  const ranked = sheets
    .flatMap((other) => {
      const among = cohortOf(other.entrant, program) === cohortOf(entrant, program)
      return among && other.rank !== undefined && other.entrant.id !== entrant.id
        ? [{ other, place: other.rank }]
        : []
    })
    .toSorted((left, right) => left.place - right.place)
  const beside = (stands: Neighbour['stands'], other: ScoreSheet): Neighbour => ({
    stands,
    sheet: other,
    separation: separationOf(sheet, other, program),
  })
  const nearest = ranked.findLast(({ place }) => place < rank)?.place
  const above = ranked.find(({ place }) => place === nearest)
  const below = ranked.find(({ place }) => place > rank)
  return [
    ...(above ? [beside('above', above.other)] : []),
    ...ranked.flatMap(({ other, place }) => (place === rank ? [beside('equal', other)] : [])),
    ...(below ? [beside('below', below.other)] : []),
  ]
}

/** Any other of the cohort beside an entrant, near or not; `undefined` where one of them has no rank. */
export function neighbourOf(sheet: ScoreSheet, other: ScoreSheet, program: Program): Neighbour | undefined {
  if (sheet.rank === undefined || other.rank === undefined) return undefined
  const stands = other.rank < sheet.rank ? 'above' : other.rank > sheet.rank ? 'below' : 'equal'
  return { stands, sheet: other, separation: separationOf(sheet, other, program) }
}

/** Whether the two are equal on the total and a key after it decided. */
export function isTieBroken(separation: Separation, { ranking }: Program): boolean {
  const total = ranking.keys.findIndex(({ kind }) => kind === 'total')
  return separation.kind === 'key' && total !== -1 && separation.index > total
}
