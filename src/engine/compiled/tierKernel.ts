import { type Cut, compareCuts, witness } from '#base/interval.ts'
import { ceiling, floor, isZero, multiply, type Rational } from '#base/rational.ts'
import { findTierOfNumber, tierOfFlag } from '../operations.ts'
import type { ProgramTier } from '../program.ts'
import { VALUE } from './columns.ts'
import { type Comparison, comparisonWith, type Form } from './form.ts'
import { exactly, isNarrowRatio, type Kernel, type Setting, type Sums, slowKernel } from './kernel.ts'
import { type Inputs, numberAt } from './lane.ts'
import { tableKernel } from './tableKernel.ts'
import { countOf, EXACT, type Units } from './units.ts'
import {
  addLeftOver,
  answeringWithoutRule,
  checksParts,
  LEFT_OVER,
  type SumsEffect,
  sumsEffect,
} from './withoutRule.ts'

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

/** Where the next tier begins: at the comparison or, `after`, past it. */
interface Threshold extends Comparison {
  readonly after: boolean
}

/** `undefined` where some cut asks for larger numbers than doubles hold. */
function comparisonsOf(
  cuts: readonly Cut[],
  form: Extract<Form, { kind: 'quotient' }>,
  inputs: Inputs,
): readonly Threshold[] | undefined {
  const found = cuts.flatMap(({ at, after }) => {
    const comparison = comparisonWith(at, form, inputs)
    return comparison ? [{ ...comparison, after }] : []
  })
  return found.length === cuts.length ? found : undefined
}

function runOverRatios(
  comparisons: readonly Threshold[],
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
function addOverRatios(comparisons: readonly Threshold[], stairs: Stairs, setting: Setting): Kernel['add'] {
  const [first = NEVER, second = NEVER, third] = comparisons
  const effect = sumsEffect(setting)
  if (third || !effect || stairs.inexact.includes(1) || !isNarrowRatio(setting, [first, second]))
    return undefined
  // By how many thresholds are reached; the last is for those of whom the table is not asked.
  const given = new Float64Array(4)
  given.set(stairs.points)
  const narrow = { inputs: setting.inputs, first, second, given, effect }
  return (count, sums) => addStairs(narrow, count, sums)
}

/** What is added where both sides, and what is made of them, are narrow. */
interface NarrowStairs {
  readonly inputs: Inputs
  readonly first: Threshold
  readonly second: Threshold
  readonly given: Float64Array
  readonly effect: SumsEffect
}

/** One stretch of code for everybody, without a turn that the processor has to guess; who has no values is then seen to. */
function addStairs(
  { inputs: { top, bottom }, first, second, given, effect }: NarrowStairs,
  count: number,
  sums: Sums,
): void {
  if (!bottom) throw new Error('a ratio has two sides')
  const { points } = sums
  const { numbers: above, offset } = top.lane
  const { numbers: below, offset: belowOffset } = bottom.lane
  const asPart = effect.isPart ? -1 : 0
  let leftOver = 0
  // Each by itself and known to be whole, or the loop would unpack it at every turn.
  const u1 = first.upper | 0
  const l1 = first.lower | 0
  const m1 = first.after ? 1 : 0
  const u2 = second.upper | 0
  const l2 = second.lower | 0
  const m2 = second.after ? 1 : 0
  for (let j = 0; j < count; j++) {
    const upper = above[offset + j] as number
    const lower = below[belowOffset + j] as number
    // -1 where a value is not there, nothing is to divide by, or a part is above its whole; else 0.
    const isOdd = (upper | (lower - 1) | ((lower - upper) & asPart)) >> 31
    // The sign of a difference of whole numbers: 0, or -1 below the threshold.
    const one = (Math.imul(upper, u1) - Math.imul(lower, l1) - m1) >> 31
    const other = (Math.imul(upper, u2) - Math.imul(lower, l2) - m2) >> 31
    points[j] = (points[j] as number) + (given[(2 + one + other) | (isOdd & 3)] as number)
    LEFT_OVER[leftOver] = j
    leftOver -= isOdd
  }
  addLeftOver(effect, top.lane, bottom.lane, leftOver, sums)
}

/** A threshold that nothing reaches: what is above zero is not below nothing. */
const NEVER = { upper: 0, lower: 1, after: true }
