import { alignToStep, type Interval, witness } from '#base/interval.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
} from '#base/rational.ts'
import type { Measure, Role } from '#language/index.ts'
import { itemPoints, steppedAmount, wholeSteps } from './operations.ts'
import type { ProgramItems, ProgramTier } from './program.ts'
import type { NextStep, ValueTrace } from './trace.ts'

type NumberTrace = Extract<ValueTrace, { kind: 'number' }>

/** The nearest tier that gives more points than the value has; `undefined` when none does. */
export function nextTier(
  tiers: readonly ProgramTier[],
  points: Rational,
  value: NumberTrace,
  measure: Measure,
): NextStep | undefined {
  const steps = tiers.flatMap((tier) =>
    tier.interval && compare(tier.points, points) > 0
      ? stepTo(tier.interval, tier.points, value, measure)
      : [],
  )
  return steps.toSorted(
    (left, right) => compare(left.distance, right.distance) || compare(right.points, left.points),
  )[0]
}

/** One whole step more, or one less to lose by, where that gives more points. */
export function nextItem(
  items: ProgramItems,
  points: Rational,
  value: NumberTrace,
  measure: Measure,
  most: Rational,
  role: Role,
): NextStep | undefined {
  const amount = steppedAmount(items, value.value)
  const steps = wholeSteps(items, amount)
  const gains = items.effect === 'add'
  // Points that are taken come back as soon as the last counted step is no longer whole.
  const goal = multiply(gains ? add(steps, ONE) : steps, items.step)
  const reach = reachOf(items, goal, value.value, gains)
  const [next] = reach ? stepTo(reach, points, value, measure) : []
  if (!next) return undefined
  const sample = witness(next.reach)
  const better = itemPoints(items, sample, most, role)
  return compare(better, points) > 0 ? { ...next, points: better } : undefined
}

/** The values at which steps of that amount are reached (gains) or no longer whole. */
function reachOf(
  { of, target }: ProgramItems,
  goal: Rational,
  value: Rational,
  gains: boolean,
): Interval | undefined {
  const atLeast = (at: Rational): Interval => ({ low: { at, after: false }, high: undefined })
  const below = (at: Rational): Interval => ({ low: undefined, high: { at, after: false } })
  const above = (at: Rational): Interval => ({ low: { at, after: true }, high: undefined })
  if (of === 'value') return gains ? atLeast(goal) : below(goal)
  if (!target || gains) return of === 'excess' && target ? atLeast(add(target.high, goal)) : undefined
  if (of === 'excess') return below(add(target.high, goal))
  const short = compare(value, target.low) < 0
  return short ? above(subtract(target.low, goal)) : below(add(target.high, goal))
}

/** The step from below a target to the target. */
export function stepToTarget(
  target: Rational,
  points: Rational,
  value: NumberTrace,
  measure: Measure,
): NextStep | undefined {
  return stepTo({ low: { at: target, after: false }, high: undefined }, points, value, measure)[0]
}

function stepTo(range: Interval, points: Rational, value: NumberTrace, measure: Measure): NextStep[] {
  // Over whole numbers `trên 12` begins at 13; a ratio moves by its upper measure instead (see rise).
  const reach = value.domain.step ? alignToStep(range, value.domain.step) : range
  const { low, high } = reach
  if (low && compare(value.value, low.at) <= 0) {
    const distance = subtract(low.at, value.value)
    return [{ reach, direction: 'up', points, distance, change: rise(low, value, measure) }]
  }
  if (high && compare(value.value, high.at) >= 0) {
    const distance = subtract(value.value, high.at)
    return [{ reach, direction: 'down', points, distance, change: undefined }]
  }
  return []
}

/** How much more of the upper measure brings a ratio to the range, in whole units where the measure has whole units. */
function rise(
  low: NonNullable<Interval['low']>,
  { quotient }: NumberTrace,
  measure: Measure,
): NextStep['change'] {
  if (!quotient) return undefined
  const needed = divide(multiply(low.at, quotient.denominator), quotient.base)
  const whole = measure.type?.kind === 'count' && measure.type.integer
  const least = whole ? rational(low.after ? floor(needed) + 1n : ceiling(needed)) : needed
  return { measure, amount: subtract(least, quotient.numerator) }
}
