import { MOST_DIAGNOSTICS, type Report } from '#diagnostic/diagnostic.ts'
import type { Rulebook } from '../ast.ts'
import { consolidate, versionDays } from '../consolidate.ts'
import { collectSymbols } from '../symbols.ts'
import { checkAmendments } from './checks/amendments.ts'
import { checkCombinations } from './checks/combinations.ts'
import { checkDeadlines } from './checks/deadlines.ts'
import { checkDuplicateClasses, checkDuplicateCodes, checkDuplicateNames } from './checks/duplicates.ts'
import { checkExceptions } from './checks/exceptions.ts'
import { checkLeads } from './checks/leads.ts'
import { checkMeasureKinds } from './checks/measureKinds.ts'
import { checkOutcomeTests } from './checks/outcomeTests.ts'
import { checkPeriodOrder } from './checks/periodOrder.ts'
import { checkPointsAboveMaximum } from './checks/pointsAboveMaximum.ts'
import { checkRequired } from './checks/required.ts'
import { checkSums } from './checks/sums.ts'
import { checkTargetKinds } from './checks/targetKinds.ts'
import { checkTierGaps } from './checks/tierGaps.ts'
import { checkTierKinds } from './checks/tierKinds.ts'
import { checkTierOverlaps } from './checks/tierOverlaps.ts'
import { checkUndeclaredNames } from './checks/undeclaredName.ts'
import { checkUnusedMeasures } from './checks/unusedMeasure.ts'
import { checkValueKinds } from './checks/valueKinds.ts'
import { checkZeroDenominators } from './checks/zeroDenominator.ts'
import type { Check } from './context.ts'

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
]

/** What concerns the rulebook as written, whatever the day. */
const CHECKS_OF_THE_WHOLE: readonly Check[] = [checkAmendments, checkUnusedMeasures]

/**
 * Reports every mistake of meaning in the rulebook, once: a rulebook that says different things at different times is
 * checked as it stands at each of them. A rulebook without an error can be made into a program on any day.
 */
export function check(rulebook: Rulebook, report: Report): void {
  const seen = new Set<string>()
  const once: Report = (diagnostic) => {
    const { code, message, labels } = diagnostic
    const key = `${code}\n${message}\n${labels[0]?.span.start ?? ''}`
    if (seen.has(key) || seen.size >= MOST_DIAGNOSTICS) return
    seen.add(key)
    report(diagnostic)
  }
  const isFull = (): boolean => seen.size >= MOST_DIAGNOSTICS
  for (const day of versionDays(rulebook)) {
    const standing = consolidate(rulebook, day)
    const context = { rulebook: standing, symbols: collectSymbols(standing), report: once, isFull }
    for (const run of CHECKS) run(context)
  }
  const context = { rulebook, symbols: collectSymbols(rulebook), report: once, isFull }
  for (const run of CHECKS_OF_THE_WHOLE) run(context)
}
