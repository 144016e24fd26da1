import { compareText } from '#base/compareText.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { isZero, type Rational, sum } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { KnockOut, Test } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { classify } from './classify.ts'
import { type CohortFigures, cohortFigures, cohortOf } from './cohort.ts'
import { conditionHolds, tracedConditions } from './conditionHolds.ts'
import { factReaders } from './inputReader.ts'
import { interpret, type Known } from './interpret.ts'
import { rescaled } from './operations.ts'
import type { Program } from './program.ts'
import { rankCohort } from './rank.ts'
import type { Evaluation } from './readInput.ts'
import type { NodeTrace } from './trace.ts'

/** One entrant's result: the trace, what it adds up to, and where that places it. */
export interface ScoreSheet extends UnrankedSheet {
  /** Why the entrant did not get a better class that its total is enough for, the best class first. */
  readonly demotions: readonly Demotion[]
  readonly class: string | undefined
  /** From 1 among the entrants of its cohort; equal standing shares a rank, and what follows is as the rulebook says. */
  readonly rank: number | undefined
  /** The mean of the places that entrants of equal standing take up, where the rulebook ranks so. */
  readonly meanRank: Rational | undefined
}

/** What one entrant's facts come to, before anyone is compared. */
export interface UnrankedSheet {
  readonly entrant: Entrant
  readonly nodes: readonly NodeTrace[]
  /** Points within the scale, before they are carried over to the whole of it. */
  readonly points: Rational
  /** The part of the scale that applies to the entrant. */
  readonly applicableMaximum: Rational
  /** Points outside the scale: those given, and those taken away (negative). */
  readonly bonus: Rational
  readonly penalty: Rational
  /** The exact total, bonus and penalty included; `undefined` when nothing applies to the entrant, which then has no rank. */
  readonly total: Rational | undefined
  /** The total as the rulebook rounds it. */
  readonly roundedTotal: Rational | undefined
  /** The conditions that bar the entrant from ranking and classes. */
  readonly knockedOutBy: readonly KnockOut[]
  /** The conditions, of those that would bar, whose facts are not known though others of the level reported them. */
  readonly openKnockOuts: readonly KnockOut[]
}

/** A class that the total is enough for and that was not given: for a condition, or because no place was left. */
export interface Demotion {
  readonly class: string
  readonly reason: { readonly kind: 'test'; readonly test: Test } | { readonly kind: 'quota' }
}

/**
 * Scores and ranks every entrant at the rulebook's levels.
 *
 * Each level, and in it each cluster, is ranked by itself (or all clusters together, where the rulebook says so), by the
 * rulebook's keys; entrants equal in all keys share the rank. In the answer they stand by rank, then level, then name in
 * Vietnamese order; those without a rank come last.
 */
export function score(evaluation: Evaluation): readonly ScoreSheet[] {
  return placeSheets(scoreEntrants(evaluation), evaluation)
}

/** What the facts of every entrant at the rulebook's levels come to, before anyone is compared. */
export function scoreEntrants(evaluation: Evaluation): readonly UnrankedSheet[] {
  const { program, facts } = evaluation
  const figures = cohortFigures(evaluation)
  const isAsked = askedOf(evaluation)
  return facts.entrants
    .filter(({ level }) => program.levels.includes(level))
    .map((entrant) => scoreEntrant(entrant, evaluation, { figures, isAsked }))
}

/**
 * What the facts of one entrant come to, whose level is one of the rulebook's. What a criterion is `known` to come to is not judged again;
 * nor are `figures` of the cohorts found again, where they are at hand.
 */
export function scoreOne(
  entrant: Entrant,
  evaluation: Evaluation,
  {
    known,
    figures = cohortFigures(evaluation),
  }: { readonly known?: Known; readonly figures?: CohortFigures } = {},
): UnrankedSheet {
  return scoreEntrant(entrant, evaluation, { figures, isAsked: askedOf(evaluation), known })
}

/** Ranks the sheets and gives classes; the second half of {@link score}. */
export function placeSheets(sheets: readonly UnrankedSheet[], evaluation: Evaluation): readonly ScoreSheet[] {
  const { program } = evaluation
  const cohorts = Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant, program))
  const placed = [...cohorts.values()].flatMap((cohort) =>
    classify(rankCohort(cohort, program.ranking), program, evaluation),
  )
  return placed.toSorted(compareShown)
}

/** The order that results stand in on a page: by rank, then level, then name in Vietnamese order; without a rank last. */
export function compareShown(
  left: Pick<ScoreSheet, 'rank' | 'entrant'>,
  right: Pick<ScoreSheet, 'rank' | 'entrant'>,
): number {
  return (
    (left.rank ?? Number.MAX_SAFE_INTEGER) - (right.rank ?? Number.MAX_SAFE_INTEGER) ||
    LEVEL_ORDER[left.entrant.level] - LEVEL_ORDER[right.entrant.level] ||
    compareText(left.entrant.name, right.entrant.name) ||
    compareText(left.entrant.id, right.entrant.id)
  )
}

/** What an entrant's nodes come to together. */
type Totals = Pick<UnrankedSheet, 'points' | 'applicableMaximum' | 'bonus' | 'penalty' | 'total'>

/** What the nodes at the top of a tree come to together. */
export function totalsOf(nodes: readonly NodeTrace[], program: Program): Totals {
  const withinScale = nodes.filter(({ node }) => node.role === 'scale')
  const points = sum(withinScale.map((node) => node.points))
  const applicableMaximum = sum(withinScale.map((node) => node.applicableMaximum))
  const bonus = sum(outermost(nodes, 'bonus').map((node) => node.points))
  const penalty = sum(outermost(nodes, 'penalty').map((node) => node.points))
  const total = totalOf({ points, applicableMaximum, bonus, penalty }, program)
  return { points, applicableMaximum, bonus, penalty, total }
}

/** The exact total: points on the scale, where the rulebook carries them over to it, and what lies outside; none where nothing applies. */
export function totalOf(
  {
    points,
    applicableMaximum,
    bonus,
    penalty,
  }: Pick<UnrankedSheet, 'points' | 'applicableMaximum' | 'bonus' | 'penalty'>,
  { redistribute, scale }: Program,
): Rational | undefined {
  if (isZero(applicableMaximum)) return undefined
  const onScale = redistribute === 'none' ? points : rescaled(points, applicableMaximum, scale)
  return sum([onScale, bonus, penalty])
}

/** The total as the rulebook rounds it. */
export function roundTotal(total: Rational | undefined, { totalRounding }: Program): Rational | undefined {
  return total && round(total, totalRounding.places, totalRounding.method)
}

const LEVEL_ORDER: Readonly<Record<EntrantLevel, number>> = { commune: 0, unit: 1, village: 2 }

function scoreEntrant(
  entrant: Entrant,
  evaluation: Evaluation,
  {
    figures,
    isAsked,
    known,
  }: { readonly figures: CohortFigures; readonly isAsked: Asked; readonly known?: Known | undefined },
): UnrankedSheet {
  const { program } = evaluation
  const { knockOuts } = program
  const nodes = interpret(program.nodes, program, factReaders(entrant, evaluation, figures), known)
  const totals = totalsOf(nodes, program)
  const asked = tracedConditions(entrant, nodes, evaluation)
  const judged = knockOuts.map((knockOut) => ({
    knockOut,
    holds: conditionHolds(knockOut.test, program, asked),
  }))
  return {
    entrant,
    nodes,
    ...totals,
    roundedTotal: roundTotal(totals.total, program),
    knockedOutBy: judged.flatMap(({ knockOut, holds }) => (holds === 'yes' ? [knockOut] : [])),
    openKnockOuts: judged.flatMap(({ knockOut, holds }) =>
      holds === 'unknown' && isAsked(knockOut, entrant.level) ? [knockOut] : [],
    ),
  }
}

/** Whether a condition that bars is asked of a level. */
type Asked = (knockOut: KnockOut, level: EntrantLevel) => boolean

/** What nobody of a level reports is not asked of it: a commune may bar villages alone. Found once for each level. */
function askedOf({ facts }: Evaluation): Asked {
  const known = new Map<string, boolean>()
  return ({ test }, level) => {
    if (test.kind !== 'flag' && test.kind !== 'measure') return true
    const measure = test.measure.text
    const key = `${level} ${measure}`
    const asked =
      known.get(key) ??
      facts.entrants.some((other) => other.level === level && facts.facts(other.id, measure).length > 0)
    known.set(key, asked)
    return asked
  }
}

/** The nodes of that role that stand inside no other of the same role: their points hold those of the nodes below. */
function outermost(nodes: readonly NodeTrace[], role: 'bonus' | 'penalty'): readonly NodeTrace[] {
  return nodes.flatMap((trace) => {
    if (trace.node.role === role) return [trace]
    return trace.kind === 'branch' ? outermost(trace.children, role) : []
  })
}
