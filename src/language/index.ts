/** The door of the language layer: what the layers above may use. */

// The annex for signature: what is printed, in sentences
export type { Annex, AnnexColumnKey, AnnexItem, AnnexRow, AnnexSection } from './annex/annex.ts'
export { annexOf } from './annex/annexOf.ts'
export { cellOf } from './annex/columns.ts'
export { measureKind, measureRemarks } from './annex/measureSentences.ts'
export { markedGoal } from './annex/targetText.ts'
// The tree
export type * from './ast.ts'
// Meaning that checks and the engine share
export { amountOf, pointsOf } from './awards.ts'
// Reading and checking
export { acceptedWarnings, check } from './check/check.ts'
export { domainOfTotals } from './check/tierTables.ts'
export { intervalOf } from './conditions.ts'
export { consolidate, versionDays } from './consolidate.ts'
export { describeInterval } from './describeInterval.ts'
export {
  domainOfMeasure,
  domainOfTotal,
  domainOfValue,
  formatMeasured,
  formatValue,
  goalValue,
  isAmount,
  type NumberDomain,
  notationUnit,
  placeOfLevel,
} from './domain.ts'
// For editors: pure functions of a text, or of what analyse() found in it
export { type Analysis, analyse } from './editor/analyse.ts'
export { applyEdits } from './editor/applyEdits.ts'
export { completions } from './editor/completions.ts'
export { hover } from './editor/hover.ts'
export { definitionOf, referencesOf } from './editor/navigate.ts'
export { type OutlineItem, outline } from './editor/outline.ts'
export {
  type Passage,
  type Passages,
  passagesOf,
  type Rewritten,
  rewrite,
  tidyLines,
} from './editor/passages.ts'
export { rename } from './editor/rename.ts'
export { dayAt, exampleDay, examplesByVersion } from './exampleDay.ts'
export { parse } from './parse.ts'
// Writing
export { format } from './print/format.ts'
export { printAmendment, printChange } from './print/printAmendment.ts'
export { printCondition, printPointsRange, printRange } from './print/printCondition.ts'
export { printCriterion, printGroup } from './print/printCriterion.ts'
export { printExample, printGivens } from './print/printExample.ts'
export { printMeasure } from './print/printMeasure.ts'
export { printKnockOut, printRanking, printTest } from './print/printOutcome.ts'
export { printAmount, printAward, printMaximum } from './print/printPoints.ts'
export { printPerItem, printRule, printTier } from './print/printRule.ts'
export { printRulebook } from './print/printRulebook.ts'
export { printGoal, printReach, printTarget, printValue, printZeroAnswer } from './print/printValue.ts'
export { combinePoints, combineSigned } from './ranges/combinePoints.ts'
// What rules make of values
export { type Ledger, type LedgerRow, type LedgerSection, ledgersOf } from './ranges/ledger.ts'
export type { NodeRanges } from './ranges/nodeRanges.ts'
export { piecesOf, rangeOfPieces } from './ranges/pieces.ts'
export { pointsAt, valueOfPoints } from './ranges/pointsAt.ts'
export type { Range } from './ranges/range.ts'
export {
  type FlagRegions,
  type NumberRegions,
  type PartRegions,
  type RegionPoints,
  type Regions,
  type RelativeRegions,
  regionsOf,
} from './ranges/regions.ts'
export { rangesOf, totalRanges } from './ranges/totals.ts'
export { reviewHeading, reviewName } from './reviewName.ts'
export { collectSymbols, isRolledUp, measureNamed, type Symbols } from './symbols.ts'
export { isLeaf } from './visit.ts'
