import type { Measure, Test } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { type CohortFigures, cohortFigures, cohortOf, isRelative } from './cohort.ts'
import { conditionHolds, type Holding, tracedConditions } from './conditionHolds.ts'
import { withFacts } from './factTable.ts'
import { factReaders } from './inputReader.ts'
import { interpret } from './interpret.ts'
import { type Leaf, leavesOf } from './program.ts'
import { type Evaluation, readInputs } from './readInput.ts'
import { rescore } from './rescore.ts'
import { placeSheets, type ScoreSheet, scoreEntrants, type UnrankedSheet } from './score.ts'
import type { InputTrace, LeafTrace } from './trace.ts'

/**
 * One entrant's score on facts that differ here and there from those at hand: what whoever searches asks thousands of times.
 * Changed facts take the place of those of the same entrant, measure and period, and have been held against the rulebook.
 */
export interface Trial {
  readonly entrant: Entrant
  readonly evaluation: Evaluation
  /** What one criterion comes to; `undefined` where it does not concern the entrant. */
  readonly leaf: (leaf: Leaf, changed: readonly Fact[]) => LeafTrace | undefined
  /** Whether a condition on what the entrant reports holds. */
  readonly holds: (test: Extract<Test, { kind: 'flag' | 'measure' }>, changed: readonly Fact[]) => Holding
  /** What a measure of the entrant's own comes to. */
  readonly read: (measure: Measure, changed: readonly Fact[]) => InputTrace | undefined
  /** The entrant among those it is ranked with. */
  readonly cohort: (changed: readonly Fact[]) => Cohort
}

/** Everyone who is ranked together, by rank, and one of them. */
export interface Cohort {
  readonly own: ScoreSheet
  readonly sheets: readonly ScoreSheet[]
}

/**
 * Prepares trials of an entrant, whose level is one of the rulebook's. `sheets` is what the facts at hand come to for everyone, where
 * that is known already.
 */
export function trialOf(
  entrant: Entrant,
  evaluation: Evaluation,
  sheets: readonly UnrankedSheet[] = scoreEntrants(evaluation),
): Trial {
  const { program } = evaluation
  const key = cohortOf(entrant, program)
  const inCohort = (sheets: readonly UnrankedSheet[]): readonly UnrankedSheet[] =>
    sheets.filter((sheet) => cohortOf(sheet.entrant, program) === key)
  const cohort = inCohort(sheets)
  const isHeldAgainstOthers = leavesOf(program.nodes).some(isRelative)
  const figures = cohortFigures(evaluation)
  const on = (changed: readonly Fact[]): Evaluation =>
    changed.length === 0 ? evaluation : { ...evaluation, facts: withFacts(evaluation.facts, changed) }
  const figuresOn = (leaf: Leaf, tried: Evaluation): CohortFigures =>
    isRelative(leaf) ? cohortFigures(tried) : figures
  const rescored = (changed: readonly Fact[], tried: Evaluation): readonly UnrankedSheet[] => {
    const touched = {
      entrants: new Set(changed.map((fact) => fact.entrant)),
      measures: new Set(changed.map(({ measure }) => measure)),
    }
    return rescore(cohort, touched, tried, figures)
  }
  return {
    entrant,
    evaluation,
    leaf: (leaf, changed) => {
      const tried = on(changed)
      const [trace] = interpret([leaf], program, factReaders(entrant, tried, figuresOn(leaf, tried)))
      return trace?.kind === 'leaf' ? trace : undefined
    },
    holds: (test, changed) => conditionHolds(test, program, tracedConditions(entrant, [], on(changed))),
    read: (measure, changed) => readInputs([measure], entrant.level, entrant, on(changed))[0],
    cohort: (changed) => {
      const tried = on(changed)
      const sheets = placeSheets(
        isHeldAgainstOthers ? inCohort(scoreEntrants(tried)) : rescored(changed, tried),
        tried,
      )
      const own = sheets.find((sheet) => sheet.entrant.id === entrant.id)
      if (!own) throw new Error('who is tried is scored')
      return { own, sheets }
    },
  }
}
