/** The door of the engine: what the layers above may use. */

// Scoring
export {
  doubtsAbout,
  latestDay,
  monthBefore,
  type NewestPeriod,
  newestPeriod,
  type PeriodDoubt,
} from './asOf.ts'
// From text to program, from records to facts
export { bindFacts } from './bindFacts.ts'
export { classesFromTop, FAILS, placesIn } from './classify.ts'
export { cohortOf, isRelative } from './cohort.ts'
export { type Combinable, combineNodes } from './combineNodes.ts'
// Scoring again and again
export { type Held, isValue, NO_FACT, valueHeld } from './compiled/cells.ts'
export type { Changing } from './compiled/columns.ts'
export { compile, type Scorer } from './compiled/compile.ts'
export { conditionHolds, type Holding, isInScope, pointsInterval } from './conditionHolds.ts'
// Comparing
export { compareRulebooks } from './difference/compareRulebooks.ts'
export type { Difference } from './difference/difference.ts'
export { differenceToJson } from './difference/json.ts'
export { changeText, summaryText } from './difference/words.ts'
// Examples
export { type BoundaryRow, boundariesOf, newRows } from './examples/boundaries.ts'
export { type BranchCoverage, coverageOf } from './examples/coverage.ts'
export { exampleFailures, outcomeText } from './examples/exampleFailure.ts'
export { type ExampleResult, pointsExpected, runExamples } from './examples/runExample.ts'
// Explaining
export { bulletinOf } from './explain/bulletin.ts'
export {
  type CriterionChange,
  changesBetween,
  isMoved,
  isUnchanged,
  type SheetChanges,
} from './explain/changes.ts'
export { carriedText, changeDetails, changeHeadline, changeSentences } from './explain/changesText.ts'
export { explainTotal, leavesIn, openIn } from './explain/entrant.ts'
export { gainsOf } from './explain/gains.ts'
export { numberToJson, totalToJson, traceToJson } from './explain/json.ts'
export { explainLeaf, measuredText } from './explain/leaf.ts'
export { lossesOf } from './explain/losses.ts'
export { newestPeriodText } from './explain/newestPeriodText.ts'
export { explainNode } from './explain/node.ts'
export { explainEntrant, explainResult } from './explain/paragraph.ts'
export { changesToJson, lackToJson, neighbourToJson } from './explain/resultJson.ts'
export { describeRule } from './explain/rule.ts'
export { isTieBroken, neighbourOf, neighboursOf } from './explain/separation.ts'
export { neighbourSentences, separationSentence } from './explain/separationText.ts'
export { explainStanding } from './explain/standing.ts'
export { lackSentence, whyNotMore } from './explain/whyNotMore.ts'
export {
  apart,
  factText,
  keyTexts,
  lossText,
  membersText,
  numberText,
  pointsBeside,
  pointsText,
  rankingText,
  rankText,
  sentence,
  totalText,
} from './explain/words.ts'
export { type FaultFinder, faultFinder } from './factFaults.ts'
export { type FactTable, withEntrants, withFacts } from './factTable.ts'
export { isExempt, subjectOf, subjectsOf } from './inputReader.ts'
export { holdsFor, measuresIn, measuresOf } from './judge.ts'
export { mostOfPart } from './judgeParts.ts'
export { levelsOfMeasures } from './measureLevels.ts'
export { daysLate, monthsLate, partsPoints, proportionPoints, rescaled } from './operations.ts'
export type { Outcome } from './outcome.ts'
export { covers, duePeriods, hasBegun } from './periods.ts'
export { placeOfFact } from './placeOfFact.ts'
export { loadProgram, programOn, versionsOf } from './prepare.ts'
export {
  type Branch,
  type Leaf,
  leavesOf,
  type Program,
  type ProgramClass,
  type ProgramException,
  type ProgramItems,
  type ProgramKey,
  type ProgramNode,
  type ProgramPart,
  type ProgramRule,
  type ProgramTier,
  type ProgramValue,
} from './program.ts'
// Ranking
export { keyOf, NO_PLACE, type PlaceTaken, placesOf } from './rank.ts'
export { type Evaluation, waits } from './readInput.ts'
// Reviewing years
export { phaseToJson } from './review/json.ts'
export type { PhaseResult, PhaseStandings } from './review/review.ts'
export { reviewPhases } from './review/review.ts'
export { meanText, phaseNotes, resultNotes } from './review/words.ts'
// Certifying an order
export type { Certificate, CohortCertificate } from './robust/certificate.ts'
export { certify } from './robust/certify.ts'
export { certificateToJson } from './robust/json.ts'
export { classText, cohortText, pairText, rankedText, tiesText, waysText } from './robust/words.ts'
export { roundTotal, type ScoreSheet, score, totalOf } from './score.ts'
// Trying other facts
export { scoreOtherwise } from './scoreOtherwise.ts'
export type { InputTrace, LeafTrace, NodeTrace, PeriodTrace } from './trace.ts'
export { tracesOf } from './tracesOf.ts'
export { type Cohort, type Trial, trialOf } from './trial.ts'
