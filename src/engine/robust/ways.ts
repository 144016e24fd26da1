import type { RoundingMethod } from '#base/rounding.ts'
import type { Program, ProgramKey, Rounded } from '../program.ts'

/** One way of rounding: the totals that are ranked by, and the criteria that are added up; `undefined` is unrounded. */
export interface Way {
  readonly total: Rounded | undefined
  readonly criterion: Rounded | undefined
}

/** Totals are rounded to at most so many decimals, criteria to at most so many. */
export const MOST_TOTAL_PLACES = 4
export const MOST_CRITERION_PLACES = 3

/** The usual one first. */
const METHODS: readonly RoundingMethod[] = ['halfUp', 'halfEven', 'down', 'up']

/** The rulebook's own way: what it ranks by, whatever it prints. */
export function ownWay({ ranking, totalRounding, criterionRounding }: Program): Way {
  const key = ranking.keys.find(({ kind }) => kind === 'total')
  const ranksRounded = key?.kind === 'total' && key.rounded
  return { total: ranksRounded ? totalRounding : undefined, criterion: criterionRounding }
}

/**
 * Every admissible way of rounding: each for the totals with each for the criteria, the rulebook's own among them.
 *
 * The mildest come first: the rulebook's own, then those that depart from it in one thing, then in both; among these no
 * rounding before some, usual methods before rare ones, many decimals before few. Where the rulebook does not rank by totals,
 * their rounding cannot matter and is not tried.
 */
export function waysOf(program: Program): readonly Way[] {
  const own = ownWay(program)
  const ranksByTotal = program.ranking.keys.some(({ kind }) => kind === 'total')
  const totals = ranksByTotal ? othersThan(own.total, MOST_TOTAL_PLACES) : []
  const criteria = othersThan(own.criterion, MOST_CRITERION_PLACES)
  return [
    own,
    ...totals.map((total) => ({ ...own, total })),
    ...criteria.map((criterion) => ({ ...own, criterion })),
    ...totals.flatMap((total) => criteria.map((criterion) => ({ total, criterion }))),
  ]
}

function othersThan(own: Rounded | undefined, mostPlaces: number): readonly (Rounded | undefined)[] {
  const places = Array.from({ length: mostPlaces + 1 }, (_, index) => mostPlaces - index)
  const roundings = METHODS.flatMap((method) => places.map((count) => ({ places: count, method })))
  return [undefined, ...roundings].filter((rounding) => !isSame(rounding, own))
}

/**
 * The number of decimals from which none of these ways, which all change something, rounds any more; `undefined` where that
 * cannot be said within what was tried.
 */
export function placesBeyond(changing: readonly Way[]): number | undefined {
  const beyond = changing.reduce((most, way) => Math.max(most, fewestPlaces(way) + 1), 0)
  return beyond <= MOST_CRITERION_PLACES ? beyond : undefined
}

/** Of what is rounded in a way the least number of decimals; without end where nothing is. */
function fewestPlaces({ total, criterion }: Way): number {
  return Math.min(total?.places ?? Number.POSITIVE_INFINITY, criterion?.places ?? Number.POSITIVE_INFINITY)
}

/** Whether two roundings are one and the same. */
export function isSame(left: Rounded | undefined, right: Rounded | undefined): boolean {
  return left?.places === right?.places && left?.method === right?.method
}

/** The rulebook as it would be if it rounded that way; all else stays. */
export function programWith(program: Program, { total, criterion }: Way): Program {
  const { ranking, totalRounding } = program
  const first = ranking.keys.findIndex(({ kind }) => kind === 'total')
  const keys = ranking.keys.map(
    (key, index): ProgramKey => (index === first ? { kind: 'total', rounded: total !== undefined } : key),
  )
  return {
    ...program,
    criterionRounding: criterion,
    totalRounding: total ?? totalRounding,
    ranking: { ...ranking, keys },
  }
}
