import type { EntrantLevel } from '#base/entrantLevel.ts'
import { drawsFrom } from '#base/random.ts'
import { compare, type Rational, rational, ZERO } from '#base/rational.ts'
import type { Result } from '#diagnostic/diagnostic.ts'
import type { Program, ScoreSheet } from '#engine/index.ts'
import { cohortsOf } from '../cohorts.ts'
import type { Outlook } from '../projection.ts'
import { type Range, rangeOf } from '../range.ts'
import { evaluationOf, expectationOf } from '../whatIf.ts'
import { type DrawFuture, futureDrawer } from './drawFuture.ts'
import { type DrawnPace, futuresOf } from './futures.ts'

/** How the time to come may turn out, where each period goes as some period behind went. */
export interface Projection {
  readonly outlook: Outlook
  readonly pace: DrawnPace
  readonly draws: number
  readonly seed: number
  /** The program as of the horizon. */
  readonly program: Program
  /** How many periods of entrants are drawn; where there is none, everything stays as expected. */
  readonly drawn: number
  readonly cohorts: readonly CohortProjection[]
}

/** Those who are ranked together, in the order of the middle of their ranks. */
export interface CohortProjection {
  readonly level: EntrantLevel
  /** Where each cluster is ranked by itself. */
  readonly cluster: string | undefined
  readonly entrants: readonly EntrantProjection[]
}

/** One entrant over all draws. */
export interface EntrantProjection {
  /** Where the mean pace leads. */
  readonly expected: ScoreSheet
  /** The total as the rulebook rounds it, of those draws in which it has one. */
  readonly total: Range<Rational> | undefined
  /** A bound is `undefined` where the entrant is then not ranked, which is after every rank. */
  readonly rank: Range<number | undefined>
  /** In how many draws it comes to each class, or to none: the most frequent first. */
  readonly classes: readonly ClassShare[]
}

export interface ClassShare {
  readonly class: string | undefined
  readonly draws: number
}

export interface ProjectionRequest {
  readonly pace: DrawnPace
  /** How many courses of the time to come are drawn, from 1 to {@link MOST_DRAWS}. */
  readonly draws: number
  /** A whole number of 32 bits: the same seed, the same answer. */
  readonly seed: number
  /** Hears of every {@link TOLD_EVERY} courses that are drawn, but for the last. */
  readonly onProgress?: ((drawn: number) => void) | undefined
}

/** Some seconds' work. */
const TOLD_EVERY = 10_000

/** More would say the same, later. */
export const MOST_DRAWS = 100_000

/** Draws courses of the time to come (futures.ts), scores each exactly, and tells where everyone ends up. */
export function resample(
  outlook: Outlook,
  { pace, draws, seed, onProgress }: ProjectionRequest,
): Result<Projection> {
  const expected = expectationOf(outlook, pace)
  if (!expected.ok) return expected
  const { carried, drawn } = futuresOf(outlook, pace)
  const dossier = { ...outlook.dossier, facts: [...outlook.dossier.facts, ...carried] }
  const evaluation = evaluationOf(outlook, dossier)
  if (!evaluation.ok) return evaluation
  const { program } = evaluation.value
  const tallies = talliesOf(futureDrawer(evaluation.value, drawn), { draws, seed, onProgress })
  const cohorts = cohortsOf(expected.value.sheets, program).map(({ level, cluster, sheets }) => ({
    level,
    cluster,
    entrants: sheets
      .map((sheet) => ({
        expected: sheet,
        ...summaryOf(tallies.get(sheet.entrant.id) as Tally, program),
      }))
      .toSorted(byMedianRank),
  }))
  const value = { outlook, pace, draws, seed, program, drawn: drawn.length, cohorts }
  return { ok: true, value, diagnostics: [] }
}

function byMedianRank(one: EntrantProjection, other: EntrantProjection): number {
  const rank = ({ rank: { median } }: EntrantProjection): number => median ?? Number.MAX_SAFE_INTEGER
  return rank(one) - rank(other) || compare(other.total?.median ?? ZERO, one.total?.median ?? ZERO)
}

/** What an entrant came to in each draw. */
interface Tally {
  /** In the last decimal; NaN where nothing applied. */
  readonly totals: Float64Array
  /** Infinite where it was not ranked. */
  readonly ranks: Float64Array
  readonly classes: Map<string | undefined, number>
}

function talliesOf(
  drawFuture: DrawFuture,
  { draws, seed, onProgress }: Pick<ProjectionRequest, 'draws' | 'seed' | 'onProgress'>,
): ReadonlyMap<string, Tally> {
  const draw = drawsFrom(seed)
  const tallies = new Map<string, Tally>()
  for (let index = 0; index < draws; index++) {
    if (index > 0 && index % TOLD_EVERY === 0) onProgress?.(index)
    for (const { entrant, total, rank, class: title } of drawFuture(draw)) {
      const tally = tallies.get(entrant) ?? {
        totals: new Float64Array(draws),
        ranks: new Float64Array(draws),
        classes: new Map(),
      }
      tallies.set(entrant, tally)
      tally.totals[index] = total
      tally.ranks[index] = rank ?? Number.POSITIVE_INFINITY
      tally.classes.set(title, (tally.classes.get(title) ?? 0) + 1)
    }
  }
  return tallies
}

function summaryOf(
  { totals, ranks, classes }: Tally,
  { totalRounding }: Program,
): Pick<EntrantProjection, 'total' | 'rank' | 'classes'> {
  const lastDecimal = 10n ** BigInt(totalRounding.places)
  const given = totals.filter((total) => !Number.isNaN(total)).sort()
  return {
    total: given.length === 0 ? undefined : rangeOf(given, (total) => rational(BigInt(total), lastDecimal)),
    rank: rangeOf(ranks.sort(), (rank) => (Number.isFinite(rank) ? rank : undefined)),
    classes: [...classes]
      .map(([title, count]) => ({ class: title, draws: count }))
      .toSorted((left, right) => right.draws - left.draws),
  }
}
