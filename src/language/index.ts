/** The door of the language layer: what the layers above may use. */

// The tree
export type * from './ast.ts'
// Meaning that checks and the engine share
export { amountOf, pointsOf } from './awards.ts'
// Reading and checking
export { check } from './check/check.ts'
export { domainOfTotals } from './check/tierTables.ts'
export { boundValue, intervalOf } from './conditions.ts'
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
export { type Completion, completions } from './editor/completions.ts'
export { type Hover, hover } from './editor/hover.ts'
export { definitionOf, referencesOf } from './editor/navigate.ts'
export { type OutlineItem, outline } from './editor/outline.ts'
export { rename } from './editor/rename.ts'
export { parse } from './parse.ts'
export { collectSymbols, isRolledUp, measureNamed, type Symbols } from './symbols.ts'
export { isLeaf } from './visit.ts'
