import type { Report } from '#diagnostic/diagnostic.ts'
import type { Rulebook } from '../ast.ts'
import { collectSymbols } from '../symbols.ts'
import { checkDuplicateCodes, checkDuplicateNames } from './checks/duplicates.ts'
import { checkKinds } from './checks/kinds.ts'
import { checkPeriodOrder } from './checks/periodOrder.ts'
import { checkPointsAboveMaximum } from './checks/pointsAboveMaximum.ts'
import { checkRequired } from './checks/required.ts'
import { checkSums } from './checks/sums.ts'
import { checkTierGaps } from './checks/tierGaps.ts'
import { checkTierOverlaps } from './checks/tierOverlaps.ts'
import { checkUndeclaredNames } from './checks/undeclaredName.ts'
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
  checkPeriodOrder,
  checkKinds,
  checkZeroDenominators,
  checkSums,
  checkPointsAboveMaximum,
  checkTierGaps,
  checkTierOverlaps,
]

/** Reports every mistake of meaning in the rulebook. A rulebook without an error can be made into a program. */
export function check(rulebook: Rulebook, report: Report): void {
  const context = { rulebook, symbols: collectSymbols(rulebook), report }
  for (const run of CHECKS) run(context)
}
