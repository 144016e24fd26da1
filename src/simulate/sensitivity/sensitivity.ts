import type { EntrantLevel } from '#base/entrantLevel.ts'
import { drawsFrom } from '#base/random.ts'
import { type Evaluation, type ScoreSheet, score } from '#engine/index.ts'
import { cohortsOf } from '../cohorts.ts'
import { type DecidingFact, decidingFacts } from './deciding.ts'
import { type FlatCriterion, flatCriteria } from './flat.ts'
import { type WeightSensitivity, weightSensitivity } from './weights.ts'

/** What a committee should know of an order before it signs: on what it hangs. */
export interface Sensitivity {
  readonly evaluation: Evaluation
  readonly draws: number
  readonly seed: number
  readonly cohorts: readonly CohortSensitivity[]
}

export interface CohortSensitivity {
  readonly level: EntrantLevel
  readonly cluster: string | undefined
  readonly sheets: readonly ScoreSheet[]
  readonly weights: WeightSensitivity
  readonly flat: readonly FlatCriterion[]
  /** At most {@link MOST_DECIDING}. */
  readonly deciding: readonly DecidingFact[]
}

/** As many facts can be looked at again before a meeting. */
const MOST_DECIDING = 12

/** Looks at each cohort by itself; the same seed gives the same answer. */
export function sensitivityOf(
  evaluation: Evaluation,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Sensitivity {
  const { program } = evaluation
  const draw = drawsFrom(seed)
  const cohorts = cohortsOf(score(evaluation), program).map(({ level, cluster, sheets }) => ({
    level,
    cluster,
    sheets,
    weights: weightSensitivity(sheets, program, { draws, draw }),
    flat: flatCriteria(sheets),
    deciding: decidingFacts(sheets, evaluation).slice(0, MOST_DECIDING),
  }))
  return { evaluation, draws, seed, cohorts }
}
