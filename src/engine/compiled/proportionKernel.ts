import { compare, denominator, multiply, numerator, type Rational, ZERO } from '#base/rational.ts'
import { proportionPoints } from '../operations.ts'
import { VALUE } from './columns.ts'
import { type Comparison, comparisonWith, type Form } from './form.ts'
import { exactly, isNarrowRatio, type Kernel, type Setting, type Sums, slowKernel } from './kernel.ts'
import { BLOCK, type Inputs, numberAt } from './lane.ts'
import { NO_TIER } from './result.ts'
import { countOf, EXACT } from './units.ts'
import {
  addLeftOver,
  answeringWithoutRule,
  checksParts,
  LEFT_OVER,
  type SumsEffect,
  sumsEffect,
} from './withoutRule.ts'

/** The lower side of what is not divided. */
const WHOLE = { numbers: new Int32Array(BLOCK).fill(1), states: new Uint8Array(BLOCK), offset: 0 }

interface Proportion {
  readonly target: Rational
  readonly floor: Rational | undefined
  readonly most: Rational
}

/** The maximum times value over target: what the full maximum is given for is told in whole numbers, the rest in fractions. */
export function proportionKernel({ target, floor, most }: Proportion, setting: Setting): Kernel {
  const judge = (value: Rational) => ({
    points: proportionPoints(value, target, most, floor),
    branch: NO_TIER,
  })
  const { inputs, form, units } = setting
  const whole = countOf(most, units)
  const share = shareOf(target, form, inputs)
  const least = floor && shareOf(floor, form, inputs)
  if (!whole.exact || !share || (floor && !least) || compare(target, ZERO) <= 0 || !checksParts(setting)) {
    return slowKernel(setting, judge)
  }
  const { top, bottom } = inputs
  const full = whole.count
  const isAnswered = answeringWithoutRule(setting)
  // Fractions that come out as a whole count are exact; above this the product is no longer.
  const isExact = full * share.upper * top.most <= EXACT
  const effect = sumsEffect(setting)
  const canAdd = effect && !least && isExact && isNarrowRatio(setting, [share])
  const narrow = canAdd && { inputs, share, full, effect }
  return {
    add: narrow ? (count, sums) => addProportions(narrow, count, sums) : undefined,
    exact: exactly(setting, judge),
    run: (count, result) => {
      const { points, inexact, outcomes, branches } = result
      for (let j = 0; j < count; j++) {
        if (isAnswered(result, j)) continue
        const number = numberAt(top.lane, j)
        const lower = bottom ? numberAt(bottom.lane, j) : 1
        branches[j] = NO_TIER
        outcomes[j] = VALUE
        inexact[j] = 0
        const reached = number * share.upper
        const wanted = lower * share.lower
        if (reached >= wanted) points[j] = full
        else if (number <= 0 || (least && number * least.upper < lower * least.lower)) points[j] = 0
        else if (isExact) {
          const product = full * reached
          const quotient = product / wanted
          points[j] = quotient
          if (Math.floor(quotient) * wanted !== product) inexact[j] = 1
        } else {
          points[j] = full * (reached / wanted)
          inexact[j] = 1
        }
      }
    },
  }
}

/** What is added where both sides, and what is made of them, are narrow. */
interface NarrowProportion {
  readonly inputs: Inputs
  readonly share: Comparison
  readonly full: number
  readonly effect: SumsEffect
}

/**
 * Adds the smaller of what is reached and what is wanted, over what is wanted, of the maximum. One stretch of code for everybody,
 * without a turn that the processor has to guess: who has no values adds 0 of it, and is then seen to.
 */
function addProportions(
  { inputs: { top, bottom }, share, full, effect }: NarrowProportion,
  count: number,
  sums: Sums,
): void {
  const { points, inexact } = sums
  const { numbers, offset } = top.lane
  const below = bottom?.lane ?? WHOLE
  const { numbers: belowNumbers, offset: belowOffset } = below
  // Each by itself and known to be whole, or the loop would unpack it at every turn.
  const times = share.upper | 0
  const over = share.lower | 0
  const asPart = effect.isPart ? -1 : 0
  let leftOver = 0
  for (let j = 0; j < count; j++) {
    const upper = numbers[offset + j] as number
    const lower = belowNumbers[belowOffset + j] as number
    // -1 where a value is not there, nothing is to divide by, or a part is above its whole; else 0.
    const isOdd = (upper | (lower - 1) | ((lower - upper) & asPart)) >> 31
    const wanted = Math.imul(lower, over)
    const short = Math.imul(upper, times) - wanted
    const isShort = (short >> 31) & ~isOdd
    const reached = (wanted + (short & isShort)) & ~isOdd
    points[j] = (points[j] as number) + (full * reached) / (wanted | (isOdd & 1))
    inexact[j] = (inexact[j] as number) | (isShort & 1)
    LEFT_OVER[leftOver] = j
    leftOver -= isOdd
  }
  addLeftOver(effect, top.lane, below, leftOver, sums)
}

/** A value reaches `at` when its number times `upper` is not below the lower number (1 without one) times `lower`. */
function shareOf(at: Rational, form: Form, inputs: Inputs) {
  if (form.kind === 'quotient') return comparisonWith(at, form, inputs)
  const scaled = multiply(at, form.perOne)
  const [upper, lower] = [Number(denominator(scaled)), Number(numerator(scaled))]
  return upper * inputs.top.most <= EXACT && Math.abs(lower) <= EXACT ? { upper, lower } : undefined
}
