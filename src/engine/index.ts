/** The door of the engine: what the layers above may use. */

// Scoring
export { latestDay, monthBefore } from './asOf.ts'
// From text to program, from records to facts
export { bindFacts } from './bindFacts.ts'
// Explaining
export { explainTotal, leavesIn, lossesOf } from './explain/entrant.ts'
export { numberToJson, traceToJson } from './explain/json.ts'
export { explainLeaf } from './explain/leaf.ts'
export { factText, numberText, pointsText } from './explain/words.ts'
export { type Branch, type Leaf, loadProgram, type Program, type ProgramNode } from './program.ts'
export { cohortOf, type ScoreSheet, score, tracesOf } from './score.ts'
export type { LeafTrace, NodeTrace } from './trace.ts'
