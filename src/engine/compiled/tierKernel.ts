import { type Cut, compareCuts, witness } from '#base/interval.ts'
import { ceiling, floor, isZero, multiply, type Rational } from '#base/rational.ts'
import { findTierOfNumber, tierOfFlag } from '../operations.ts'
import type { ProgramTier } from '../program.ts'
import { NOT_APPLICABLE, VALUE } from './columns.ts'
import { type Comparison, comparisonWith, type Form } from './form.ts'
import { exactly, isNarrowRatio, type Kernel, type Setting, slowKernel, takesOut } from './kernel.ts'
import { type Inputs, numberAt, standFor } from './lane.ts'
import { tableKernel } from './tableKernel.ts'
import { countOf, EXACT, type Units } from './units.ts'
import { answeringWithoutRule, checksParts, zeroEffect } from './withoutRule.ts'

/** Points by the tier that a number falls into; a flag is 1 or 0. */
export function tierKernel(tiers: readonly ProgramTier[], byFlag: boolean, setting: Setting): Kernel {
  const judge = (value: Rational) => {
    const tier = byFlag ? tierOfFlag(tiers, !isZero(value)) : findTierOfNumber(tiers, value)
    return tier && { points: tier.points, branch: tiers.indexOf(tier) }
  }
  const table = tableKernel(judge, setting)
  if (table) return table
  if (byFlag) return slowKernel(setting, judge)
  const { form, inputs, units } = setting
  const stairs = stairsOf(tiers, units)
  const exact = exactly(setting, judge)
  if (form.kind === 'number') {
    const limits = stairs.cuts.map((cut) => limitOf(cut, form.perOne))
    return { exact, run: runOverNumbers(limits, stairs, setting), add: undefined }
  }
  const comparisons = checksParts(setting) && comparisonsOf(stairs.cuts, form, inputs)
  return comparisons
    ? {
        exact,
        run: runOverRatios(comparisons, stairs, setting),
        add: addOverRatios(comparisons, stairs, setting),
      }
    : slowKernel(setting, judge)
}

/** The tiers from the bottom up: what is given before the first cut, between each two, and past the last. */
interface Stairs {
  readonly cuts: readonly Cut[]
  readonly points: Float64Array
  readonly inexact: Uint8Array
  readonly branches: Int8Array
}

function stairsOf(tiers: readonly ProgramTier[], units: Units): Stairs {
  const all = tiers
    .flatMap(({ interval }) => [interval?.low, interval?.high])
    .filter((cut) => cut !== undefined)
  const cuts = all
    .toSorted(compareCuts)
    .filter((cut, index, sorted) => index === 0 || compareCuts(cut, sorted[index - 1] as Cut) !== 0)
  const taken = [...cuts, undefined].map((high, index) => {
    const low = cuts[index - 1]
    return findTierOfNumber(tiers, witness({ low, high }))
  })
  const counted = taken.map((tier) =>
    tier ? countOf(tier.points, units) : { count: Number.NaN, exact: true },
  )
  return {
    cuts,
    points: Float64Array.from(counted, ({ count }) => count),
    inexact: Uint8Array.from(counted, ({ exact }) => (exact ? 0 : 1)),
    branches: Int8Array.from(taken, (tier) => (tier ? tiers.indexOf(tier) : NO_VALUE_THERE)),
  }
}

/** Where the checks have proven that no value lies, there may be no tier. */
const NO_VALUE_THERE = -3

/** The least whole number that is past the cut. */
function limitOf({ at, after }: Cut, perOne: Rational): number {
  const scaled = multiply(at, perOne)
  const limit = after ? floor(scaled) + 1n : ceiling(scaled)
  if (limit > BigInt(EXACT)) return Number.POSITIVE_INFINITY
  return limit < -BigInt(EXACT) ? Number.NEGATIVE_INFINITY : Number(limit)
}

function runOverNumbers(limits: readonly number[], stairs: Stairs, setting: Setting): Kernel['run'] {
  const { top } = setting.inputs
  const isAnswered = answeringWithoutRule(setting)
  const { points: awards, inexact: fractions, branches: tiers } = stairs
  const thresholds = Float64Array.from(limits)
  const steps = thresholds.length
  return (count, result) => {
    const { points, inexact, outcomes, branches } = result
    for (let j = 0; j < count; j++) {
      if (isAnswered(result, j)) continue
      const number = numberAt(top.lane, j)
      let step = 0
      while (step < steps && number >= (thresholds[step] as number)) step++
      points[j] = awards[step] as number
      inexact[j] = fractions[step] as number
      outcomes[j] = VALUE
      branches[j] = tiers[step] as number
    }
  }
}

/** `undefined` where some cut asks for larger numbers than doubles hold. */
function comparisonsOf(
  cuts: readonly Cut[],
  form: Extract<Form, { kind: 'quotient' }>,
  inputs: Inputs,
): readonly (Comparison & { readonly after: boolean })[] | undefined {
  const found = cuts.flatMap(({ at, after }) => {
    const comparison = comparisonWith(at, form, inputs)
    return comparison ? [{ ...comparison, after }] : []
  })
  return found.length === cuts.length ? found : undefined
}

function runOverRatios(
  comparisons: readonly (Comparison & { readonly after: boolean })[],
  { points: awards, inexact: fractions, branches: tiers }: Stairs,
  setting: Setting,
): Kernel['run'] {
  const { top, bottom } = setting.inputs
  if (!bottom) throw new Error('a ratio has two sides')
  const isAnswered = answeringWithoutRule(setting)
  const uppers = Float64Array.from(comparisons, ({ upper }) => upper)
  const lowers = Float64Array.from(comparisons, ({ lower }) => lower)
  // Past a cut after its number means above it: in whole numbers, by one at least.
  const margins = Float64Array.from(comparisons, ({ after }) => (after ? 1 : 0))
  const steps = comparisons.length
  return (count, result) => {
    const { points, inexact, outcomes, branches } = result
    for (let j = 0; j < count; j++) {
      if (isAnswered(result, j)) continue
      const upper = numberAt(top.lane, j)
      const lower = numberAt(bottom.lane, j)
      let step = 0
      while (
        step < steps &&
        upper * (uppers[step] as number) >= lower * (lowers[step] as number) + (margins[step] as number)
      )
        step++
      points[j] = awards[step] as number
      inexact[j] = fractions[step] as number
      outcomes[j] = VALUE
      branches[j] = tiers[step] as number
    }
  }
}

/** The points of tables with at most two thresholds, as nearly all are, added to sums. */
function addOverRatios(
  comparisons: readonly (Comparison & { readonly after: boolean })[],
  { points: awards, inexact: fractions }: Stairs,
  setting: Setting,
): Kernel['add'] {
  const { inputs, form, most } = setting
  const { top, bottom } = inputs
  const [first = NEVER, second = NEVER, third] = comparisons
  if (!bottom || third || fractions.includes(1)) return undefined
  const onZero = zeroEffect(setting)
  if (!onZero) return undefined
  const isPart = form.kind === 'quotient' && form.partOf !== undefined
  if (!isNarrowRatio(setting, [first, second]) || (isPart && top.scale !== bottom.scale)) return undefined
  const mildest = takesOut(setting)
  return (count, sums) => {
    const { points, applicable } = sums
    const { numbers: above, offset } = top.lane
    const { numbers: below, offset: belowOffset } = bottom.lane
    // What the loop uses again and again is at hand, and known to be whole.
    const [given, asPart, leaves, whole] = [awards, isPart, mildest, most]
    const { points: zeroPoints, leaving } = onZero
    const [u1, l1, m1] = [first.upper | 0, first.lower | 0, Number(first.after)]
    const [u2, l2, m2] = [second.upper | 0, second.lower | 0, Number(second.after)]
    for (let j = 0; j < count; j++) {
      const upper = above[offset + j] as number
      const lower = below[belowOffset + j] as number
      if (lower > 0 && upper >= 0 && (!asPart || upper <= lower)) {
        // The sign of a difference of whole numbers, without a turn that the processor has to guess: 0, or -1 below the threshold.
        const one = (Math.imul(upper, u1) - Math.imul(lower, l1) - m1) >> 31
        const other = (Math.imul(upper, u2) - Math.imul(lower, l2) - m2) >> 31
        points[j] = (points[j] as number) + (given[2 + one + other] as number)
      } else if (upper < 0 || lower < 0) {
        const state = standFor(upper < lower ? upper : lower)
        if (state >= leaves && state <= NOT_APPLICABLE) applicable[j] = (applicable[j] as number) - whole
      } else if (lower === 0 && !(asPart && upper > 0)) {
        points[j] = (points[j] as number) + zeroPoints
        applicable[j] = (applicable[j] as number) - leaving
      }
    }
  }
}

/** A threshold that nothing reaches: what is above zero is not below nothing. */
const NEVER = { upper: 0, lower: 1, after: true }
