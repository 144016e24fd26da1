import {
  compare,
  denominator,
  divide,
  multiply,
  numerator,
  ONE,
  type Rational,
  rational,
  ZERO,
} from '#base/rational.ts'
import type { Role } from '#language/index.ts'
import { itemPoints } from '../operations.ts'
import type { ProgramItems } from '../program.ts'
import { VALUE } from './columns.ts'
import type { Form } from './form.ts'
import { exactly, type Kernel, type Setting, slowKernel } from './kernel.ts'
import { type Inputs, numberAt } from './lane.ts'
import { NO_TIER } from './result.ts'
import { tableKernel } from './tableKernel.ts'
import { countOf, EXACT, leastCommonMultiple } from './units.ts'
import { answeringWithoutRule, checksParts } from './withoutRule.ts'

/** Points by whole steps, counted in whole numbers. */
export function itemKernel(items: ProgramItems, most: Rational, role: Role, setting: Setting): Kernel {
  const judge = (value: Rational) => ({ points: itemPoints(items, value, most, role), branch: NO_TIER })
  const table = tableKernel(judge, setting)
  if (table) return table
  const { inputs, form, units } = setting
  const stepping = steppingOf(items, form, inputs)
  const award = countOf(items.award, units)
  const whole = countOf(most, units)
  const limit = items.limit && compare(items.limit, most) < 0 ? countOf(items.limit, units) : whole
  const exact = [award, whole, limit].every((one) => one.exact)
  if (!stepping || !exact || !checksParts(setting)) return slowKernel(setting, judge)
  const { top, bottom } = inputs
  const { upper, low, high, step } = stepping
  const { of, effect } = items
  const isAnswered = answeringWithoutRule(setting)
  const [base, sign] = effect === 'add' ? [0, 1] : role === 'penalty' ? [0, -1] : [whole.count, -1]
  return {
    exact: exactly(setting, judge),
    run: (count, result) => {
      const { points, inexact, outcomes, branches } = result
      for (let j = 0; j < count; j++) {
        if (isAnswered(result, j)) continue
        const number = numberAt(top.lane, j)
        const lower = bottom ? numberAt(bottom.lane, j) : 1
        const value = number * upper
        let amount = value
        if (of !== 'value') {
          const short = low * lower - value
          const over = value - high * lower
          amount = of === 'shortfall' ? short : of === 'excess' ? over : short > over ? short : over
        }
        const given = amount > 0 ? wholeSteps(amount, step * lower) * award.count : 0
        outcomes[j] = VALUE
        branches[j] = NO_TIER
        inexact[j] = 0
        points[j] = base + sign * (given < limit.count ? given : limit.count)
      }
    },
  }
}

/** How often the one whole number goes into the other; the rounded quotient of doubles may be one off. */
function wholeSteps(amount: number, step: number): number {
  const steps = Math.floor(amount / step)
  if (steps * step > amount) return steps - 1
  return (steps + 1) * step <= amount ? steps + 1 : steps
}

/** Value, target and step in one measure, whole: the number times `upper`, the others times the lower number (1 without one). */
function steppingOf({ step, target, of }: ProgramItems, form: Form, { top, bottom }: Inputs) {
  const factor = form.kind === 'number' ? divide(ONE, form.perOne) : form.factor
  const [low, high] = target && of !== 'value' ? [target.low, target.high] : [ZERO, ZERO]
  const fineness = [factor, low, high, step].reduce(
    (least, one) => leastCommonMultiple(least, denominator(one)),
    1n,
  )
  const whole = (one: Rational): number => Number(numerator(multiply(one, rational(fineness))))
  const stepping = { upper: whole(factor), low: whole(low), high: whole(high), step: whole(step) }
  const lower = bottom?.most ?? 1
  // A difference of two such numbers, and what is within a step of it, must fit too.
  const furthest = Math.max(
    stepping.upper * top.most,
    Math.abs(stepping.low) * lower,
    Math.abs(stepping.high) * lower,
    stepping.step * lower,
  )
  return furthest * 4 <= EXACT ? stepping : undefined
}
