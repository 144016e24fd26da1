import { alignToIntegers, type Interval } from '#base/interval.ts'
import { ceiling, compare, floor, multiply, type Rational, rational, subtract } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import type { ProgramTier } from './program.ts'
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
  const reach = value.domain.integer ? alignToIntegers(range) : range
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
  const needed = multiply(low.at, quotient.denominator)
  const whole = measure.type?.kind === 'count' && measure.type.integer
  const least = whole ? rational(low.after ? floor(needed) + 1n : ceiling(needed)) : needed
  return { measure, amount: subtract(least, quotient.numerator) }
}
