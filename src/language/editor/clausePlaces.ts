import type { Cursor, Place } from './cursor.ts'

/** Places where what is said may be about anything: a line there opens something new. */
const ANYWHERE: readonly Place[] = ['head', 'group', 'criterion', 'exception', 'classes', 'amendment']

/** Below a criterion; what follows `riêng` may be about the criterion again. */
const IN_CRITERION: readonly Place[] = ['criterion', 'exception']

/**
 * Where each clause of the grammar is offered. Clauses of the head may stand anywhere, but that is where people look for
 * them.
 */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  rulebookClause: ['start'],
  applicationClause: ['head'],
  factPeriodClause: ['head'],
  attributeClause: ['head'],
  scaleClause: ['head'],
  roundingClause: ['head'],
  notApplicableClause: ['head'],
  leadPolicyClause: ['head'],
  missingClause: ['head', ...IN_CRITERION],
  acceptanceClause: ['head', 'group', ...IN_CRITERION],
  measureClause: ANYWHERE,
  groupClause: ['head', 'group', 'criterion', 'exception', 'classes'],
  criterionClause: ['head', 'group', 'criterion', 'exception', 'classes'],
  deadlineClause: IN_CRITERION,
  measuredAtClause: IN_CRITERION,
  valueClause: IN_CRITERION,
  zeroClause: IN_CRITERION,
  targetClause: IN_CRITERION,
  exceptionClause: IN_CRITERION,
  exemptionClause: ['exception'],
  proportionClause: IN_CRITERION,
  relativeClause: IN_CRITERION,
  perItemClause: IN_CRITERION,
  tierClause: IN_CRITERION,
  flagPartClause: IN_CRITERION,
  measurePartClause: IN_CRITERION,
  rankingClause: ANYWHERE,
  knockOutClause: ANYWHERE,
  classificationClause: ANYWHERE,
  classClause: ['classes'],
  reviewClause: ANYWHERE,
  exampleClause: ANYWHERE,
  amendmentClause: ANYWHERE,
  replaceClause: ['amendment', ...IN_CRITERION],
  repealClause: ['amendment', ...IN_CRITERION],
  insertClause: ['amendment', ...IN_CRITERION],
}

const ONLY_AMENDING: readonly string[] = ['replaceClause', 'repealClause', 'insertClause']

const NEVER_AMENDING: readonly string[] = ['groupClause', 'criterionClause']

/** The clauses that only carry text, by the keyword they begin with. */
const TEXT_PLACES: Readonly<Record<string, readonly Place[]>> = {
  Citation: ['head', 'amendment', ...IN_CRITERION],
  Note: ['head', 'group', 'amendment', ...IN_CRITERION],
  Quote: IN_CRITERION,
  Guidance: IN_CRITERION,
  Lead: IN_CRITERION,
  Support: IN_CRITERION,
  FactSource: IN_CRITERION,
}

/** Whether a clause of that rule of the grammar, beginning with that token, may be typed at the place. */
export function standsAt(
  rule: string,
  token: string,
  { place, amending }: Pick<Cursor, 'place' | 'amending'>,
): boolean {
  if (token === 'SubCriterion' && rule === 'criterionClause' && !IN_CRITERION.includes(place)) return false
  if ((amending ? NEVER_AMENDING : ONLY_AMENDING).includes(rule)) return false
  const places = rule === 'textClause' ? TEXT_PLACES[token] : PLACES[rule]
  return places?.includes(place) ?? false
}
