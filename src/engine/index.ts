/** The door of the engine: what the layers above may use. */

// Scoring
export { latestDay, monthBefore } from './asOf.ts'
// From text to program, from records to facts
export { bindFacts } from './bindFacts.ts'
// Explaining
export { explainTotal, type Loss, leavesIn, lossesOf } from './explain/entrant.ts'
export { type NumberJson, numberToJson, type TraceJson, traceToJson } from './explain/json.ts'
export { type Explanation, explainLeaf } from './explain/leaf.ts'
export { pointsText } from './explain/words.ts'
export type { FactTable } from './factTable.ts'
export { type Branch, type Leaf, loadProgram, type Program, type ProgramNode } from './program.ts'
export type { Evaluation } from './readInput.ts'
export { type ScoreSheet, score, tracesOf } from './score.ts'
export type { BranchTrace, LeafTrace, NodeTrace } from './trace.ts'
