import { IN_ERROR, NOT_APPLICABLE, VALUE } from './columns.ts'
import { mildestLeaving, type Setting, type Sums, stateAt, type ZeroAnswer } from './kernel.ts'
import { BLOCK, type Lane, numberAt, standFor } from './lane.ts'
import { NO_TIER, putObstacle, type Result, ZERO_ANSWERED } from './result.ts'
import { countOf, EXACT, type Units } from './units.ts'

/**
 * Answers, in whole numbers, those of whom no rule needs to be asked: who lacks a value, whose part is above its whole, who
 * has a zero to divide by. `false` for all others, who are left to the rule. Only where {@link checksParts}.
 */
export function answeringWithoutRule(setting: Setting): (result: Result, j: number) => boolean {
  const { inputs, form, zero, units } = setting
  const { top, bottom } = inputs
  const answer = writtenZero(zero, units)
  const isPart = form.kind === 'quotient' && form.partOf !== undefined
  return (result, j) => {
    const state = stateAt(inputs, j)
    if (state !== VALUE) {
      putObstacle(result, j, state)
      return true
    }
    if (!bottom) return false
    const lower = numberAt(bottom.lane, j)
    if (isPart && numberAt(top.lane, j) * bottom.scale > lower * top.scale) {
      putObstacle(result, j, IN_ERROR)
      return true
    }
    if (lower !== 0) return false
    result.points[j] = answer.points
    result.inexact[j] = answer.inexact
    result.outcomes[j] = answer.outcome
    result.branches[j] = answer.branch
    return true
  }
}

/** Whether a part can be held against its whole in whole numbers. */
export function checksParts({ inputs: { top, bottom }, form }: Setting): boolean {
  if (form.kind === 'number') return true
  if (!bottom || bottom.negative) return false
  return !form.partOf || (top.most * bottom.scale <= EXACT && bottom.most * top.scale <= EXACT)
}

/** The answer to a zero divisor as a kernel writes it. */
interface WrittenZero {
  readonly outcome: number
  readonly points: number
  readonly inexact: number
  readonly branch: number
}

function writtenZero(zero: ZeroAnswer | undefined, units: Units): WrittenZero {
  if (zero === undefined || zero === 'notApplicable') {
    return { outcome: NOT_APPLICABLE, points: 0, inexact: 0, branch: NO_TIER }
  }
  const { count, exact } = countOf(zero.points, units)
  return { outcome: VALUE, points: count, inexact: exact ? 0 : 1, branch: ZERO_ANSWERED }
}

/** What becomes, in sums, of those of whom no rule needs to be asked. */
export interface SumsEffect {
  /** The mildest state that takes the criterion out of the maximum; only up to not applicable do any. */
  readonly mildest: number
  readonly most: number
  /** A part above its whole adds nothing; both are counted alike. */
  readonly isPart: boolean
  /** A zero divisor adds so much to the points, and takes so much off what applies. */
  readonly zeroPoints: number
  readonly zeroLeaving: number
}

/** `undefined` where the points of a zero divisor are no whole count, or where parts cannot be held against wholes as they are. */
export function sumsEffect(setting: Setting): SumsEffect | undefined {
  const { zero, units, most, inputs, form } = setting
  const answer = writtenZero(zero, units)
  const isPart = form.kind === 'quotient' && form.partOf !== undefined
  if (answer.inexact === 1 || (isPart && inputs.top.scale !== inputs.bottom?.scale)) return undefined
  return {
    mildest: mildestLeaving(setting),
    most,
    isPart,
    zeroPoints: answer.points,
    zeroLeaving: answer.outcome === VALUE ? 0 : most,
  }
}

/** The places in a block of those who are left over by a stretch of code that is the same for everybody. */
export const LEFT_OVER: Int32Array = new Int32Array(BLOCK)

/** Adds the first `count` of {@link LEFT_OVER}, of whom no rule is asked, to sums: by the numbers, or what stands for them. */
export function addLeftOver(effect: SumsEffect, upper: Lane, lower: Lane, count: number, sums: Sums): void {
  const { mildest, most, isPart, zeroPoints, zeroLeaving } = effect
  const { points, applicable } = sums
  for (let k = 0; k < count; k++) {
    const j = LEFT_OVER[k] as number
    const above = numberAt(upper, j)
    const below = numberAt(lower, j)
    if (above < 0 || below < 0) {
      const state = standFor(above < below ? above : below)
      if (state >= mildest && state <= NOT_APPLICABLE) applicable[j] = (applicable[j] as number) - most
    } else if (below === 0 && !(isPart && above > 0)) {
      points[j] = (points[j] as number) + zeroPoints
      applicable[j] = (applicable[j] as number) - zeroLeaving
    }
  }
}
