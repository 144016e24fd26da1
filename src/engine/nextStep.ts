import { alignToStep, contains, type Interval, witness } from '#base/interval.ts'
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
import { itemPoints, steppedAmount, tierOfNumber, wholeSteps } from './operations.ts'
import type { ProgramItems, ProgramTier } from './program.ts'
import type { NextStep, ValueTrace } from './trace.ts'

type NumberTrace = Extract<ValueTrace, { kind: 'number' }>

/** What the rule would give for another value. */
type PointsAt = (value: Rational) => Rational

/** The nearest tier that gives more points than the value has; `undefined` when none does. */
export function nextTier(
  tiers: readonly ProgramTier[],
  points: Rational,
  value: NumberTrace,
  measure: Measure,
): NextStep | undefined {
  const pointsAt: PointsAt = (at) => tierOfNumber(tiers, at).points
  const steps = tiers.flatMap((tier) =>
    tier.interval && compare(tier.points, points) > 0
      ? stepTo(tier.interval, tier.points, value, measure)
      : [],
  )
  return steps
    .flatMap((step) => kept(step, landing(step, value), points, value, pointsAt))
    .toSorted(
      (left, right) => compare(left.distance, right.distance) || compare(right.points, left.points),
    )[0]
}

/** As many steps are looked at as a person would take at once. */
const MOST_STEPS = 200n

/** One whole step more, or as many less to lose by as it takes to have more points. */
export function nextItem(
  items: ProgramItems,
  points: Rational,
  value: NumberTrace,
  measure: Measure,
  most: Rational,
  role: Role,
): NextStep | undefined {
  const pointsAt: PointsAt = (at) => itemPoints(items, at, most, role)
  const steps = floor(wholeSteps(items, steppedAmount(items, value.value)))
  const gains = items.effect === 'add'
  const counts = gains
    ? [steps + 1n]
    : Array.from({ length: Number(minimumOf(steps, MOST_STEPS)) }, (_, less) => steps - BigInt(less))
  // Points that are taken come back as soon as the last counted step is no longer whole.
  const half = divide(items.step, rational(2n))
  for (const count of counts) {
    const reach = reachOf(items, multiply(rational(count), items.step), value.value, gains)
    const [step] = reach ? stepTo(reach, points, value, measure) : []
    const [next] = step ? kept(step, landing(step, value, half), points, value, pointsAt) : []
    if (next) return next
  }
  return undefined
}

function minimumOf(left: bigint, right: bigint): bigint {
  return left < right ? left : right
}

/** The value that following a step leads to; `little` is how far beyond an open end it goes. */
function landing(
  { change, direction, reach }: NextStep,
  { quotient, domain }: NumberTrace,
  little?: Rational,
): Rational {
  if (change && quotient) {
    const numerator = add(quotient.numerator, change.amount)
    return divide(multiply(numerator, quotient.base), quotient.denominator)
  }
  const { low, high } = reach
  if (direction === 'up' && low)
    return low.after && little ? add(low.at, little) : low.after ? witness(reach) : low.at
  if (high?.after) return high.at
  const back = domain.step ?? little
  return high && back ? subtract(high.at, back) : witness(reach)
}

/**
 * The step, with the points it really leads to: a ratio that moves by whole units may land beyond the range, and what
 * cannot occur is no advice. Nothing, where following it would not give more.
 */
function kept(
  step: NextStep,
  at: Rational,
  points: Rational,
  { domain }: NumberTrace,
  pointsAt: PointsAt,
): readonly NextStep[] {
  if (!contains(domain.interval, at)) return []
  const led = pointsAt(at)
  return compare(led, points) > 0 ? [{ ...step, points: led }] : []
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
  pointsAt: PointsAt,
): NextStep | undefined {
  const reach = { low: { at: target, after: false }, high: undefined }
  return stepTo(reach, points, value, measure).flatMap((step) =>
    kept(step, landing(step, value), points, value, pointsAt),
  )[0]
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

/** How much more of the upper measure brings a ratio to the range, in the steps that the measure goes in. */
function rise(
  low: NonNullable<Interval['low']>,
  { quotient }: NumberTrace,
  measure: Measure,
): NextStep['change'] {
  if (!quotient) return undefined
  const needed = divide(multiply(low.at, quotient.denominator), quotient.base)
  const unit =
    measure.step?.value ?? (measure.type?.kind === 'count' && measure.type.integer ? ONE : undefined)
  if (!unit) return { measure, amount: subtract(needed, quotient.numerator) }
  const units = divide(needed, unit)
  const least = multiply(rational(low.after ? floor(units) + 1n : ceiling(units)), unit)
  return { measure, amount: subtract(least, quotient.numerator) }
}
