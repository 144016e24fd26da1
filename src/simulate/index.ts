/** The door of simulation: what the layers above may use. */

export { cohortTitle } from './cohorts.ts'
export { finenessOf } from './fineness.ts'
export { effortSource } from './form/efforts.ts'
export { type Entry, scenarioSource } from './form/entries.ts'
export { type Field, fieldsOf, movableMeasures } from './form/fields.ts'
export { type EntrantImpact, impactOf, type RuleImpact } from './impact/impact.ts'
export { impactToJson } from './impact/json.ts'
export {
  causesText,
  countsText,
  criterionImpactText,
  entrantImpactText,
  factsText,
  pastText,
} from './impact/words.ts'
export { whatIfToJson } from './json.ts'
export type { Plan } from './plan/candidates.ts'
export { classTitles, type Goal } from './plan/goal.ts'
export { nextStepsToJson, planToJson } from './plan/json.ts'
export { movesOf } from './plan/moves.ts'
export { parseGoal } from './plan/parseGoal.ts'
export { type Answer, makePlan, type NextSteps, nextSteps } from './plan/planRequest.ts'
export { scenarioOf } from './plan/scenarioOf.ts'
export { settleGoal } from './plan/settleGoal.ts'
export { type SingleStep, singleSteps } from './plan/singleSteps.ts'
export {
  coarseText,
  goalText,
  hinderedText,
  leftOutTexts,
  moveText,
  planText,
  provenText,
  standingText,
  waysText,
} from './plan/words.ts'
export { possibleToJson } from './possible/json.ts'
export { type PossibleStanding, type StillPossible, stillPossible } from './possible/possible.ts'
export type { Reports } from './possible/slots.ts'
export { certaintyText, openText, prospectText } from './possible/words.ts'
export type { Pace } from './projection.ts'
export type { DrawnPace } from './resample/futures.ts'
export { projectionToJson } from './resample/json.ts'
export {
  type EntrantProjection,
  MOST_DRAWS,
  type Projection,
  resample,
} from './resample/resample.ts'

export {
  drawnText,
  entrantProjectionText,
  rankRangeText,
  sharesText,
  totalRangeText,
} from './resample/words.ts'
export { scoredEntrant } from './scoredEntrant.ts'

export { sensitivityToJson } from './sensitivity/json.ts'
export { type CohortSensitivity, type Sensitivity, sensitivityOf } from './sensitivity/sensitivity.ts'
export type { LeftOut } from './sensitivity/weights.ts'
export {
  decidingText,
  flatText,
  leftOutText,
  pairTurnText,
  rankRangesText,
  triedText,
} from './sensitivity/words.ts'
export { differencesBetween, type Expectation, expectationOf, type WhatIf, whatIf } from './whatIf.ts'
