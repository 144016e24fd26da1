import { MOST_DIAGNOSTICS, type Report } from '#diagnostic/diagnostic.ts'
import type { Rulebook } from '../ast.ts'
import { collectSymbols } from '../symbols.ts'
import { checkDuplicateClasses, checkDuplicateCodes, checkDuplicateNames } from './checks/duplicates.ts'
import { checkKinds } from './checks/kinds.ts'
import { checkPeriodOrder } from './checks/periodOrder.ts'
import { checkPointsAboveMaximum } from './checks/pointsAboveMaximum.ts'
import { checkRequired } from './checks/required.ts'
import { checkSums } from './checks/sums.ts'
import { checkTierGaps } from './checks/tierGaps.ts'
import { checkTierOverlaps } from './checks/tierOverlaps.ts'
import { checkUndeclaredNames } from './checks/undeclaredName.ts'
import { checkUnusedMeasures } from './checks/unusedMeasure.ts'
import { checkZeroDenominators } from './checks/zeroDenominator.ts'
import type { Check, CheckContext } from './context.ts'

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
  checkKinds,
  checkZeroDenominators,
  checkSums,
  checkPointsAboveMaximum,
  checkTierGaps,
  checkTierOverlaps,
  checkUnusedMeasures,
]

/** Reports every mistake of meaning in the rulebook. A rulebook without an error can be made into a program. */
export function check(rulebook: Rulebook, report: Report): void {
  let reported = 0
  const context: CheckContext = {
    rulebook,
    symbols: collectSymbols(rulebook),
    report: (diagnostic) => {
      reported++
      if (reported <= MOST_DIAGNOSTICS) report(diagnostic)
    },
    isFull: () => reported >= MOST_DIAGNOSTICS,
  }
  for (const run of CHECKS) run(context)
}
