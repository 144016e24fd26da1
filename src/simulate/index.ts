/** The door of simulation: what the layers above may use. */

export { whatIfToJson } from './json.ts'
export type { Plan } from './plan/candidates.ts'
export type { Goal } from './plan/goal.ts'
export { planToJson } from './plan/json.ts'
export { movesOf } from './plan/moves.ts'
export { parseGoal } from './plan/parseGoal.ts'
export { type Answer, makePlan } from './plan/planRequest.ts'
export { scenarioOf } from './plan/scenarioOf.ts'
export { coarseText, goalText, leftOutTexts, moveText, planText, standingText } from './plan/words.ts'
export type { Pace } from './projection.ts'
export { type WhatIf, whatIf } from './whatIf.ts'
