import { IN_ERROR, NOT_APPLICABLE, VALUE } from './columns.ts'
import { type Setting, stateAt, type ZeroAnswer } from './kernel.ts'
import { numberAt } from './lane.ts'
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

/** What a zero divisor does to sums: so much is added to the points, and so much taken off what applies. */
export interface ZeroEffect {
  readonly points: number
  readonly leaving: number
}

/** `undefined` where the points are no whole count. */
export function zeroEffect({ zero, units, most }: Setting): ZeroEffect | undefined {
  const answer = writtenZero(zero, units)
  if (answer.inexact === 1) return undefined
  return answer.outcome === VALUE ? { points: answer.points, leaving: 0 } : { points: 0, leaving: most }
}
