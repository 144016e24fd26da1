import { divide, maximum, type Rational, rational } from '#base/rational.ts'
import { type CohortFigure, combinePoints } from '#language/index.ts'
import { VALUE } from './columns.ts'
import { NEAR, nearFactor, valueFrom } from './form.ts'
import { partChecker, type Setting, stateAt } from './kernel.ts'
import { BLOCK, numberAt } from './lane.ts'

/** Whom a relative rule compares. */
export interface Cohorts {
  /** By place: which cohort it is in. */
  readonly of: Int32Array
  readonly count: number
  /** By place: 1 for those whom the rulebook exempts. */
  readonly isExempt: Uint8Array | undefined
}

/**
 * The best value or the average of each cohort, exactly; `undefined` where nobody has a value. Values far below the best are told
 * from it in doubles; an average of whole numbers is summed in whole numbers.
 */
export function cohortValues(
  to: CohortFigure,
  cohorts: Cohorts,
  setting: Setting,
): readonly (Rational | undefined)[] {
  return to === 'best' ? bestValues(cohorts, setting) : averages(cohorts, setting)
}

function bestValues(cohorts: Cohorts, setting: Setting): readonly (Rational | undefined)[] {
  const best: (Rational | undefined)[] = Array.from({ length: cohorts.count }, () => undefined)
  const near = new Float64Array(cohorts.count).fill(Number.NEGATIVE_INFINITY)
  const factor = nearFactor(setting.form)
  eachValue(cohorts, setting, (cohort, upper, lower) => {
    const value = (upper / lower) * factor
    const held = near[cohort] as number
    if (value < held - Math.abs(held) * NEAR) return
    const exact = valueFrom(setting.form, upper, lower)
    const known = best[cohort]
    best[cohort] = known ? maximum(known, exact) : exact
    near[cohort] = Math.max(held, value)
  })
  return best
}

function averages(cohorts: Cohorts, setting: Setting): readonly (Rational | undefined)[] {
  const { form } = setting
  if (form.kind === 'quotient') {
    const values: Rational[][] = Array.from({ length: cohorts.count }, () => [])
    eachValue(cohorts, setting, (cohort, upper, lower) => values[cohort]?.push(valueFrom(form, upper, lower)))
    return values.map((all) => (all.length > 0 ? combinePoints('average', all) : undefined))
  }
  const sums = Array.from({ length: cohorts.count }, () => 0n)
  const counts = new Float64Array(cohorts.count)
  eachValue(cohorts, setting, (cohort, upper) => {
    sums[cohort] = (sums[cohort] ?? 0n) + BigInt(upper)
    counts[cohort] = (counts[cohort] as number) + 1
  })
  return sums.map((total, cohort) => {
    const count = counts[cohort] as number
    return count > 0 ? divide(rational(total, BigInt(count)), form.perOne) : undefined
  })
}

/** Every value of those who are not exempt. */
function eachValue(
  { of, isExempt }: Cohorts,
  { inputs, form }: Setting,
  take: (cohort: number, upper: number, lower: number) => void,
): void {
  const isError = form.kind === 'quotient' && form.partOf ? partChecker(inputs) : () => false
  for (let from = 0; from < of.length; from += BLOCK) {
    const to = Math.min(of.length, from + BLOCK)
    inputs.fill(from, to)
    for (let j = 0; j < to - from; j++) {
      const lower = inputs.bottom ? numberAt(inputs.bottom.lane, j) : 1
      if (isExempt?.[from + j] === 1 || stateAt(inputs, j) !== VALUE || lower === 0 || isError(j)) continue
      take(of[from + j] as number, numberAt(inputs.top.lane, j), lower)
    }
  }
}
