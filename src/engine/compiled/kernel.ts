import type { Rational } from '#base/rational.ts'
import { IN_ERROR, MISSING, NOT_APPLICABLE, VALUE } from './columns.ts'
import { type Comparison, type Form, valueFrom } from './form.ts'
import { type Inputs, isNarrow, NARROW, numberAt, stateIn } from './lane.ts'
import type { Lookup } from './lookup.ts'
import { putObstacle, type Result } from './result.ts'
import { countOf, type Units } from './units.ts'

/** What a rule gives for one value, exactly. */
export interface Judgement {
  readonly points: Rational
  readonly branch: number
}

/** What a zero divisor counts as: points, or that the criterion does not apply. */
export type ZeroAnswer = Judgement | 'notApplicable'

/** One rule for entrants whose inputs are in the lanes. */
export interface Kernel {
  /** Judges the first `count` entrants of the lanes, which stand from place `from` on. */
  readonly run: (count: number, result: Result, from: number) => void
  /**
   * Adds the points of the first `count` entrants to sums of points; of those who leave the maximum it is taken off what applies.
   * `undefined` where the rule has no such shortcut.
   */
  readonly add?: ((count: number, sums: Sums) => void) | undefined
  /** The same where points are only looked up. */
  readonly lookup?: Lookup | undefined
  /** The same for the j-th of them, exactly; the state stands for a value that is not there. */
  readonly exact: (j: number, from: number) => Judgement | number
}

/** Points that are summed over criteria, and what applies of their maxima. */
export type Sums = Pick<Result, 'points' | 'applicable' | 'inexact'>

/** What a kernel is made of. */
export interface Setting {
  readonly inputs: Inputs
  readonly form: Form
  readonly zero: ZeroAnswer | undefined
  readonly units: Units
  readonly longestTable: number
  /** The criterion's maximum, as a count. */
  readonly most: number
  /** Who has no facts leaves the maximum too. */
  readonly missingLeaves: boolean
}

/** The mildest state that takes the criterion out of the maximum; only up to not applicable do any. */
export function mildestLeaving({ missingLeaves }: Setting): number {
  return missingLeaves ? MISSING : NOT_APPLICABLE
}

/** The state of the j-th entrant's inputs together: that of the side that is worse. */
export function stateAt({ top, bottom }: Inputs, j: number): number {
  const upper = stateIn(top.lane, j)
  if (!bottom) return upper
  const lower = stateIn(bottom.lane, j)
  return upper > lower ? upper : lower
}

/** Tells what a rule gives for a value; `undefined` for one that the checks have proven not to occur. */
export type Judge = (value: Rational) => Judgement | undefined

/**
 * Judges exactly, one entrant at a time, by a rule that tells the points of a value; `zero` where there is nothing that the
 * value is held against, and then `zeroFigure` holds.
 */
export function exactly(
  { inputs, form, zero }: Setting,
  judge: (value: Rational, at: number) => Judgement | 'zero' | undefined,
  zeroFigure?: ZeroAnswer | undefined,
): Kernel['exact'] {
  const { top, bottom } = inputs
  const isError = form.kind === 'quotient' && form.partOf ? partChecker(inputs) : () => false
  return (j, from) => {
    const state = stateAt(inputs, j)
    if (state !== VALUE) return state
    const lower = bottom ? numberAt(bottom.lane, j) : 1
    if (isError(j)) return IN_ERROR
    if (lower === 0) return answered(zero)
    const judged = judge(valueFrom(form, numberAt(top.lane, j), lower), from + j)
    if (!judged) throw new Error('a checked rule leaves no value out')
    return judged === 'zero' ? answered(zeroFigure) : judged
  }
}

function answered(zero: ZeroAnswer | undefined): Judgement | number {
  if (!zero) throw new Error('a checked criterion answers a zero divisor')
  return zero === 'notApplicable' ? NOT_APPLICABLE : zero
}

/** Whether the j-th entrant's part is above its whole. */
export function partChecker({ top, bottom }: Inputs): (j: number) => boolean {
  if (!bottom) return () => false
  return (j) => {
    const upper = BigInt(numberAt(top.lane, j)) * BigInt(bottom.scale)
    return upper > BigInt(numberAt(bottom.lane, j)) * BigInt(top.scale)
  }
}

/** A kernel that judges each entrant exactly: for what the faster ones cannot do in whole numbers. */
export function slowKernel(setting: Setting, judge: Judge): Kernel {
  const exact = exactly(setting, judge)
  return {
    exact,
    run: (count, result, from) => {
      for (let j = 0; j < count; j++) putJudgement(result, j, exact(j, from), setting.units)
    },
  }
}

/** Writes down what was judged exactly: points as a count, or the state that stands in their way. */
export function putJudgement(result: Result, j: number, judged: Judgement | number, units: Units): void {
  if (typeof judged === 'number') {
    putObstacle(result, j, judged)
    return
  }
  const { count, exact } = countOf(judged.points, units)
  result.points[j] = count
  result.inexact[j] = exact ? 0 : 1
  result.outcomes[j] = VALUE
  result.branches[j] = judged.branch
}

/** Whether both sides, and what comparing them makes of them, stay within 32 bits. */
export function isNarrowRatio(
  { inputs: { top, bottom } }: Setting,
  comparisons: readonly Comparison[],
): boolean {
  if (!isNarrow(top) || (bottom && !isNarrow(bottom))) return false
  const below = bottom?.most ?? 1
  return comparisons.every(
    ({ upper, lower }) => upper * top.most < NARROW && Math.abs(lower) * below < NARROW && lower >= 0,
  )
}
