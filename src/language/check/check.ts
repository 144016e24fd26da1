import { compareDates, formatDate, type PlainDate } from '#base/plainDate.ts'
import { MOST_DIAGNOSTICS, type Report } from '#diagnostic/diagnostic.ts'
import type { NodeId, Rulebook } from '../ast.ts'
import { consolidate, versionDays } from '../consolidate.ts'
import { examplesByVersion, firstDay } from '../exampleDay.ts'
import { collectExtents } from '../extent.ts'
import { collectSymbols } from '../symbols.ts'
import { nodesOf } from '../visit.ts'
import { type AcceptedWarning, acceptanceFinder } from './acceptance.ts'
import { type Analysis, analyse } from './analysis/analysis.ts'
import { acceptancesIn, checkAcceptances } from './checks/acceptances.ts'
import { checkAmendments } from './checks/amendments.ts'
import { checkAttainableMaxima } from './checks/attainableMaximum.ts'
import { checkClassReach } from './checks/classReach.ts'
import { checkCliffs } from './checks/cliffs.ts'
import { checkCombinations } from './checks/combinations.ts'
import { checkConstantPoints } from './checks/constantPoints.ts'
import { checkDeadlines } from './checks/deadlines.ts'
import { checkDuplicateClasses, checkDuplicateCodes, checkDuplicateNames } from './checks/duplicates.ts'
import { checkExamples } from './checks/examples.ts'
import { checkExceptions } from './checks/exceptions.ts'
import { checkLeads } from './checks/leads.ts'
import { checkMeasureKinds } from './checks/measureKinds.ts'
import { checkMonotony } from './checks/monotony.ts'
import { checkOutcomeTests } from './checks/outcomeTests.ts'
import { checkPeriodOrder } from './checks/periodOrder.ts'
import { checkPointsAboveMaximum } from './checks/pointsAboveMaximum.ts'
import { checkRequired } from './checks/required.ts'
import { checkReviews } from './checks/reviews.ts'
import { checkRoundingEffects } from './checks/roundingEffects.ts'
import { checkSums } from './checks/sums.ts'
import { checkTargetContradictions } from './checks/targetContradictions.ts'
import { checkTargetKinds } from './checks/targetKinds.ts'
import { checkTierGaps } from './checks/tierGaps.ts'
import { checkTierKinds } from './checks/tierKinds.ts'
import { checkTierOverlaps } from './checks/tierOverlaps.ts'
import { checkUndeclaredNames } from './checks/undeclaredName.ts'
import { checkUnreachableTargets } from './checks/unreachableTargets.ts'
import { checkUnreachableTiers } from './checks/unreachableTiers.ts'
import { checkUnusedMeasures } from './checks/unusedMeasure.ts'
import { checkValueKinds } from './checks/valueKinds.ts'
import { checkZeroDenominators } from './checks/zeroDenominator.ts'
import { type Check, type CheckContext, reportWarning } from './context.ts'
import { removeClause } from './repairs.ts'

/**
 * Every check. Each looks at the whole rulebook and relies on no other having passed, so their order is only the order
 * of messages at one place: first what is absent or unknown, then what does not fit, then what does not add up.
 */
const CHECKS: readonly Check[] = [
  checkRequired,
  checkUndeclaredNames,
  checkDuplicateNames,
  checkDuplicateCodes,
  checkDuplicateClasses,
  checkPeriodOrder,
  checkDeadlines,
  checkLeads,
  checkExceptions,
  checkCombinations,
  checkOutcomeTests,
  checkMeasureKinds,
  checkValueKinds,
  checkTargetKinds,
  checkTierKinds,
  checkZeroDenominators,
  checkSums,
  checkPointsAboveMaximum,
  checkTierGaps,
  checkTierOverlaps,
  checkExamples,
  checkAcceptances,
]

/** What concerns the rulebook as written, whatever the day. */
const CHECKS_OF_THE_WHOLE: readonly Check[] = [checkAmendments, checkReviews, checkUnusedMeasures]

/** What only a sound rulebook can be looked over for: where points cannot be told there is nothing to say of them. */
const ANALYSES: readonly Analysis[] = [
  checkUnreachableTargets,
  checkUnreachableTiers,
  checkAttainableMaxima,
  checkTargetContradictions,
  checkMonotony,
  checkCliffs,
  checkConstantPoints,
  checkRoundingEffects,
  checkClassReach,
]

/**
 * Reports every mistake of meaning in the rulebook, once: a rulebook that says different things at different times is
 * checked as it stands at each of them. A rulebook without an error can be made into a program on any day. Warnings that the
 * author accepts are left out (see {@link acceptedWarnings}); accepting what is not there is a warning.
 */
export function check(rulebook: Rulebook, report: Report): void {
  runChecks(rulebook, report)
}

/** The warnings that the author accepts, each with the line that says why. */
export function acceptedWarnings(rulebook: Rulebook): readonly AcceptedWarning[] {
  return runChecks(rulebook, () => {})
}

function runChecks(rulebook: Rulebook, report: Report): readonly AcceptedWarning[] {
  const accepted: AcceptedWarning[] = []
  const used = new Set<NodeId>()
  const seen = new Set<string>()
  const extents = collectExtents(rulebook)
  const days = versionDays(rulebook)
  const isOnlyVersion = days.length === 1
  let sound = true
  const contextOf = (standing: Rulebook, day: PlainDate): CheckContext => {
    const acceptanceOf = acceptanceFinder(standing, extents)
    const once: Report = (diagnostic) => {
      const { code, message, labels, severity } = diagnostic
      if (severity === 'error') sound = false
      const acceptance = acceptanceOf(diagnostic)
      if (acceptance) used.add(acceptance.id)
      const key = `${code}\n${message}\n${labels[0]?.span.start ?? ''}`
      if (seen.has(key) || seen.size >= MOST_DIAGNOSTICS) return
      seen.add(key)
      // What was not amiss before is amiss from that version on; the reader must know which one to look at.
      const since = compareDates(day, firstDay(days)) > 0 ? `, kể từ ngày ${formatDate(day)}` : ''
      const told = { ...diagnostic, message: `${message}${since}` }
      if (acceptance) accepted.push({ diagnostic: told, acceptance })
      else report(told)
    }
    const isFull = (): boolean => seen.size >= MOST_DIAGNOSTICS
    return { rulebook: standing, day, symbols: collectSymbols(standing), report: once, isFull, isOnlyVersion }
  }
  const examplesFrom = examplesByVersion(rulebook)
  const standings = days.map((day) =>
    contextOf({ ...consolidate(rulebook, day), examples: examplesFrom(day) }, day),
  )
  for (const context of standings) for (const run of CHECKS) run(context)
  const whole = contextOf(rulebook, firstDay(days))
  for (const run of CHECKS_OF_THE_WHOLE) run(whole)
  if (!sound || !isReadable(rulebook)) return accepted
  for (const context of standings.map(analyse)) for (const run of ANALYSES) run(context)
  for (const context of standings) reportUnused(context, used)
  return accepted
}

/** Whether every line could be read: what was not may be what seems to be absent. */
function isReadable(rulebook: Rulebook): boolean {
  return (
    !rulebook.incomplete &&
    !rulebook.classification?.incomplete &&
    nodesOf(rulebook).every((node) => !node.incomplete)
  )
}

function reportUnused(context: CheckContext, used: ReadonlySet<NodeId>): void {
  for (const { id, code, span } of acceptancesIn(context.rulebook)) {
    if (used.has(id)) continue
    reportWarning(
      context,
      'unused-acceptance',
      `không có cảnh báo \`${code.text}\` nào để chấp nhận ở đây`,
      [[code.span, 'cảnh báo này không còn, hoặc ở chỗ khác']],
      'bỏ dòng này, hoặc chuyển đến tiêu chí có cảnh báo đó',
      [removeClause(context.rulebook.source, span)],
    )
  }
}
