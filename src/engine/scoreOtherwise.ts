import { cohortFigures, isRelative } from './cohort.ts'
import { leavesOf, type Program } from './program.ts'
import type { Evaluation } from './readInput.ts'
import { rescore, type Touched } from './rescore.ts'
import { placeSheets, type ScoreSheet, score } from './score.ts'

/** The same as {@link score} of those facts, from the sheets of facts that differ in nothing but what was touched. */
export function scoreOtherwise(
  sheets: readonly ScoreSheet[],
  touched: Touched,
  evaluation: Evaluation,
): readonly ScoreSheet[] {
  if (mayConcernAll(touched, evaluation.program)) return score(evaluation)
  return placeSheets(rescore(sheets, touched, evaluation, cohortFigures(evaluation)), evaluation)
}

/** Whether others are held against what was touched, or are asked for it once somebody reports it. */
function mayConcernAll({ measures }: Touched, { nodes, knockOuts }: Program): boolean {
  const isAsked = knockOuts.some(
    ({ test }) => (test.kind === 'flag' || test.kind === 'measure') && measures.has(test.measure.text),
  )
  return isAsked || leavesOf(nodes).some(isRelative)
}
