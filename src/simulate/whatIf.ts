import type { PlainDate } from '#base/plainDate.ts'
import type { Result } from '#diagnostic/diagnostic.ts'
import {
  bindFacts,
  changesBetween,
  type Evaluation,
  isUnchanged,
  programOn,
  type ScoreSheet,
  type SheetChanges,
  score,
  scoreOtherwise,
  withEntrants,
} from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { type Fact, SUPPOSED } from '#records/fact.ts'
import type { Scenario } from '#records/scenario.ts'
import { applyScenario, type Past } from './applyScenario.ts'
import { expectedDossier, type Outlook, type Pace } from './projection.ts'

/** What a scenario would change, as of the horizon. */
export interface WhatIf {
  readonly horizon: PlainDate
  /** Everyone as they would stand without the scenario. */
  readonly before: readonly ScoreSheet[]
  readonly after: readonly ScoreSheet[]
  /** What is supposed, in each period. */
  readonly supposed: readonly Fact[]
  /** Whoever it changes anything for, in the order in which they would stand. Empty for a scenario that changes nothing. */
  readonly changes: readonly SheetChanges[]
}

export interface Supposed {
  readonly scenario: Scenario
  readonly past: Past
}

/** Where things go by themselves: everyone as of the horizon, the periods to come filled in by the pace. */
export interface Expectation {
  readonly outlook: Outlook
  readonly pace: Pace
  readonly dossier: Dossier
  readonly evaluation: Evaluation
  readonly sheets: readonly ScoreSheet[]
}

/** Fills in the periods to come, and scores. */
export function expectationOf(outlook: Outlook, pace: Pace): Result<Expectation> {
  const dossier = expectedDossier(outlook, pace)
  const evaluation = evaluationOf(outlook, dossier)
  if (!evaluation.ok) return evaluation
  const value = { outlook, pace, dossier, evaluation: evaluation.value, sheets: score(evaluation.value) }
  return { ok: true, value, diagnostics: [] }
}

/**
 * Scores what is expected with and without the scenario: the answer is the difference, for everyone, because one entrant's gain
 * is another's rank.
 */
export function whatIf(expectation: Expectation, { scenario, past }: Supposed): Result<WhatIf> {
  const { outlook, dossier, evaluation, sheets: before } = expectation
  const supposed = applyScenario({ ...outlook, dossier }, scenario, past)
  if (!supposed.ok) return supposed
  const touched = {
    entrants: new Set(scenario.map(({ entrant }) => entrant)),
    measures: new Set(scenario.map(({ measure }) => measure)),
  }
  // What nothing is supposed of was held against the rulebook before.
  const own = supposed.value.facts.filter(({ entrant }) => touched.entrants.has(entrant))
  const bound = bindFacts(outlook.program, { ...supposed.value, facts: own })
  if (!bound.ok) return bound
  const facts = withEntrants(evaluation.facts, bound.value, touched.entrants)
  const after = scoreOtherwise(before, touched, { ...evaluation, facts })
  const changes = differencesBetween(before, after)
  const newFacts = supposed.value.facts.filter(({ source }) => source === SUPPOSED)
  return {
    ok: true,
    value: { horizon: outlook.horizon, before, after, supposed: newFacts, changes },
    diagnostics: [],
  }
}

/** Whoever stands otherwise on one side than on the other, in the order of the second: also of two scenarios beside each other. */
export function differencesBetween(
  before: readonly ScoreSheet[],
  after: readonly ScoreSheet[],
): readonly SheetChanges[] {
  const earlier = new Map(before.map((sheet) => [sheet.entrant.id, sheet]))
  return after.flatMap((sheet) => {
    const was = earlier.get(sheet.entrant.id)
    const found = was && changesBetween(was, sheet)
    return found && !isUnchanged(found) ? [found] : []
  })
}

/** The facts held against the rulebook, to be scored as of the horizon. */
export function evaluationOf({ program, horizon }: Outlook, dossier: Dossier): Result<Evaluation> {
  const bound = bindFacts(program, dossier)
  if (!bound.ok) return bound
  const value = { program: programOn(program, horizon), facts: bound.value, asOf: horizon }
  return { ok: true, value, diagnostics: [] }
}
