import { compare, denominator, multiply, numerator, type Rational, ZERO } from '#base/rational.ts'
import { proportionPoints } from '../operations.ts'
import { NOT_APPLICABLE, VALUE } from './columns.ts'
import { comparisonWith, type Form } from './form.ts'
import { exactly, isNarrowRatio, type Kernel, type Setting, slowKernel, takesOut } from './kernel.ts'
import { BLOCK, type Inputs, numberAt, standFor } from './lane.ts'
import { NO_TIER } from './result.ts'
import { countOf, EXACT } from './units.ts'
import { answeringWithoutRule, checksParts, zeroEffect } from './withoutRule.ts'

const NO_EFFECT = { points: 0, leaving: 0 }

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
  const isPart = form.kind === 'quotient' && form.partOf !== undefined
  // Fractions that come out as a whole count are exact; above this the product is no longer.
  const isExact = full * share.upper * top.most <= EXACT
  const { upper: reach, lower: want } = share
  const onZero = zeroEffect(setting)
  const canAdd =
    onZero !== undefined &&
    !least &&
    isExact &&
    isNarrowRatio(setting, [share]) &&
    (!isPart || top.scale === bottom?.scale)
  const mildest = takesOut(setting)
  const add: Kernel['add'] = (count, sums) => {
    const { points, applicable, inexact } = sums
    const { numbers, offset } = top.lane
    const { numbers: belowNumbers, offset: belowOffset } = bottom?.lane ?? WHOLE
    // What the loop uses again and again is at hand, and known to be whole.
    const [asPart, leaves, whole, times, over] = [isPart, mildest, full, reach | 0, want | 0]
    const { points: zeroPoints, leaving } = onZero ?? NO_EFFECT
    for (let j = 0; j < count; j++) {
      const number = numbers[offset + j] as number
      const lower = belowNumbers[belowOffset + j] as number
      if (lower > 0 && number >= 0 && (!asPart || number <= lower)) {
        const wanted = Math.imul(lower, over)
        const short = Math.imul(number, times) - wanted
        // The smaller of what is reached and what is wanted, and whether it is short, without a turn that is guessed.
        const isShort = short >> 31
        points[j] = (points[j] as number) + (whole * (wanted + (short & isShort))) / wanted
        inexact[j] = (inexact[j] as number) | (isShort & 1)
      } else if (number < 0 || lower < 0) {
        const state = standFor(number < lower ? number : lower)
        if (state >= leaves && state <= NOT_APPLICABLE) applicable[j] = (applicable[j] as number) - full
      } else if (lower === 0 && !(asPart && number > 0)) {
        points[j] = (points[j] as number) + zeroPoints
        applicable[j] = (applicable[j] as number) - leaving
      }
    }
  }
  return {
    add: canAdd ? add : undefined,
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

/** A value reaches `at` when its number times `upper` is not below the lower number (1 without one) times `lower`. */
function shareOf(at: Rational, form: Form, inputs: Inputs) {
  if (form.kind === 'quotient') return comparisonWith(at, form, inputs)
  const scaled = multiply(at, form.perOne)
  const [upper, lower] = [Number(denominator(scaled)), Number(numerator(scaled))]
  return upper * inputs.top.most <= EXACT && Math.abs(lower) <= EXACT ? { upper, lower } : undefined
}
