import { compare, denominator, multiply, numerator, type Rational, ZERO } from '#base/rational.ts'
import { proportionPoints } from '../operations.ts'
import { IN_ERROR, NOT_APPLICABLE, VALUE } from './columns.ts'
import { comparisonWith, type Form } from './form.ts'
import { exactly, type Kernel, type Setting, slowKernel, takesOut, writtenZero } from './kernel.ts'
import { BLOCK, type Inputs } from './lane.ts'
import { NO_TIER, putObstacle } from './result.ts'
import { countOf, EXACT } from './units.ts'

/** The lower side of what is not divided. */
const WHOLE = { numbers: new Float64Array(BLOCK).fill(1), states: new Uint8Array(BLOCK), offset: 0 }

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
  const { inputs, form, zero, units } = setting
  const whole = countOf(most, units)
  const share = shareOf(target, form, inputs)
  const least = floor && shareOf(floor, form, inputs)
  if (!whole.exact || !share || (floor && !least) || compare(target, ZERO) <= 0 || !checksParts(setting)) {
    return slowKernel(setting, judge)
  }
  const { top, bottom } = inputs
  const full = whole.count
  const answer = writtenZero(zero, units)
  const isPart = form.kind === 'quotient' && form.partOf !== undefined
  // Fractions that come out as a whole count are exact; above this the product is no longer.
  const isExact = full * share.upper * top.most <= EXACT
  const leaves = takesOut(setting)
  const { most: outOf } = setting
  const zeroLeaves = answer.outcome !== VALUE
  const { upper: reach, lower: want } = share
  const [leastReach, leastWant] = least ? [least.upper, least.lower] : [1, 0]
  const add: Kernel['add'] = (count, { points, applicable, inexact }) => {
    const { numbers, states, offset } = top.lane
    const { numbers: belowNumbers, states: belowStates, offset: belowOffset } = bottom?.lane ?? WHOLE
    for (let j = 0; j < count; j++) {
      const number = numbers[offset + j] as number
      const lower = belowNumbers[belowOffset + j] as number
      const state = (states[offset + j] as number) | (belowStates[belowOffset + j] as number)
      if (
        state === VALUE &&
        lower !== 0 &&
        !(isPart && bottom && number * bottom.scale > lower * top.scale)
      ) {
        const reached = number * reach
        const wanted = lower * want
        if (reached >= wanted) points[j] = (points[j] as number) + full
        else if (number > 0 && number * leastReach >= lower * leastWant) {
          const product = full * reached
          const quotient = product / wanted
          points[j] = (points[j] as number) + quotient
          if (inexact[j] === 0 && (!isExact || Math.floor(quotient) * wanted !== product)) inexact[j] = 1
        }
        continue
      }
      const worse = Math.max(states[offset + j] as number, belowStates[belowOffset + j] as number)
      if (worse !== VALUE) {
        if (worse >= leaves && worse <= NOT_APPLICABLE) applicable[j] = (applicable[j] as number) - outOf
      } else if (lower === 0 && !(isPart && number > 0)) {
        if (zeroLeaves) applicable[j] = (applicable[j] as number) - outOf
        else points[j] = (points[j] as number) + answer.points
      }
    }
  }
  return {
    add: answer.inexact === 1 ? undefined : add,
    exact: exactly(setting, judge),
    run: (count, result) => {
      const { numbers, states, offset } = top.lane
      const below = bottom?.lane
      const { points, inexact, outcomes, branches } = result
      for (let j = 0; j < count; j++) {
        const one = states[offset + j] as number
        const other = below ? (below.states[below.offset + j] as number) : VALUE
        if (one !== VALUE || other !== VALUE) {
          putObstacle(result, j, one > other ? one : other)
          continue
        }
        const number = numbers[offset + j] as number
        const lower = below ? (below.numbers[below.offset + j] as number) : 1
        if (isPart && bottom && number * bottom.scale > lower * top.scale) {
          putObstacle(result, j, IN_ERROR)
          continue
        }
        branches[j] = NO_TIER
        if (lower === 0) {
          points[j] = answer.points
          inexact[j] = answer.inexact
          outcomes[j] = answer.outcome
          branches[j] = answer.branch
          continue
        }
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

/** Whether a part can be held against its whole in whole numbers. */
export function checksParts({ inputs: { top, bottom }, form }: Setting): boolean {
  if (form.kind === 'number') return true
  if (!bottom || bottom.negative) return false
  return !form.partOf || (top.most * bottom.scale <= EXACT && bottom.most * top.scale <= EXACT)
}
