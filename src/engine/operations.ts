import { contains } from '#base/interval.ts'
import { compareDates, dayNumber, daysInMonth, type PlainDate } from '#base/plainDate.ts'
import {
  add,
  compare,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from '#base/rational.ts'
import { type Aggregation, combinePoints, type Role } from '#language/index.ts'
import type { ProgramItems, ProgramTier } from './program.ts'

/**
 * How values become points: the one place that says it. Whatever evaluates a rulebook calls these, so that two ways of
 * evaluating cannot come to mean different things.
 */

/** The tier a number falls into; `còn lại` takes what the others leave. The checks prove that there is one for whatever occurs. */
export function findTierOfNumber(tiers: readonly ProgramTier[], value: Rational): ProgramTier | undefined {
  return tiers.find(({ interval }) => interval && contains(interval, value)) ?? findRest(tiers)
}

/** The tier that a number which occurs falls into. */
export function tierOfNumber(tiers: readonly ProgramTier[], value: Rational): ProgramTier {
  return proven(findTierOfNumber(tiers, value))
}

/** The tier of có or không. */
export function tierOfFlag(tiers: readonly ProgramTier[], is: boolean): ProgramTier {
  return proven(
    tiers.find(({ condition }) => condition.kind === 'flag' && condition.is === is) ?? findRest(tiers),
  )
}

function findRest(tiers: readonly ProgramTier[]): ProgramTier | undefined {
  return tiers.find(({ condition }) => condition.kind === 'rest')
}

function proven(tier: ProgramTier | undefined): ProgramTier {
  if (!tier) throw new Error('checked tiers leave no value out')
  return tier
}

/** "Chấm theo tỷ lệ đạt chỉ tiêu": value over target of the maximum, at most the maximum; nothing below the floor. */
export function proportionPoints(
  value: Rational,
  target: Rational,
  most: Rational,
  floorValue: Rational | undefined,
): Rational {
  if (floorValue && compare(value, floorValue) < 0) return ZERO
  return multiply(most, minimum(ONE, maximum(ZERO, divide(value, target))))
}

/** What steps are counted in: the value, or how far it lies below, above or outside the target; 0 or more but for values. */
export function steppedAmount(
  { of, target }: Pick<ProgramItems, 'of' | 'target'>,
  value: Rational,
): Rational {
  if (of === 'value') return value
  if (!target) throw new Error('checked steps from a target have one')
  const short = maximum(ZERO, subtract(target.low, value))
  const over = maximum(ZERO, subtract(value, target.high))
  switch (of) {
    case 'shortfall':
      return short
    case 'excess':
      return over
    case 'deviation':
      return add(short, over)
  }
}

/** How many whole steps there are in the amount: a begun step does not count. */
export function wholeSteps({ step }: Pick<ProgramItems, 'step'>, amount: Rational): Rational {
  return rational(floor(divide(maximum(ZERO, amount), step)))
}

/**
 * "Mỗi 2 bài được 0,5 điểm", "mỗi lần trừ 1 điểm": what is added grows from 0 up to the limit or the maximum, what is taken
 * leaves the rest of the maximum and never less than 0; in a penalty what is taken is negative, down to minus the maximum.
 */
export function itemPoints(items: ProgramItems, value: Rational, most: Rational, role: Role): Rational {
  const steps = wholeSteps(items, steppedAmount(items, value))
  const amount = minimum(multiply(steps, items.award), minimum(items.limit ?? most, most))
  if (items.effect === 'add') return amount
  return role === 'penalty' ? negate(amount) : subtract(most, amount)
}

/** The sum of the parts, at most the criterion's maximum (the checks see to it that a cap is said where it can bind). */
export function partsPoints(parts: readonly Rational[], most: Rational): Rational {
  return minimum(sum(parts), most)
}

/** Several numbers of a measure made one; there is at least one, in the order of their periods. */
export function gathered(numbers: readonly Rational[], aggregation: Aggregation): Rational {
  switch (aggregation) {
    case 'sum':
      return sum(numbers)
    case 'average':
      return combinePoints('average', numbers)
    case 'least':
      return combinePoints('worst', numbers)
    case 'greatest':
      return combinePoints('best', numbers)
    case 'latest':
      return numbers.at(-1) ?? ZERO
  }
}

/** Whole days from the deadline to the day; 0 on or before it. */
export function daysLate(day: PlainDate, deadline: PlainDate): bigint {
  const late = dayNumber(day) - dayNumber(deadline)
  return late > 0 ? BigInt(late) : 0n
}

/** Months from the deadline to the day, a begun month counted as one: a day late is a month late. */
export function monthsLate(day: PlainDate, deadline: PlainDate): bigint {
  if (compareDates(day, deadline) <= 0) return 0n
  const whole = (day.year - deadline.year) * 12 + day.month - deadline.month
  const begun = compareDates(day, monthsAfter(deadline, whole)) > 0
  return BigInt(whole + (begun ? 1 : 0))
}

/** The last day that is no more than so many months late: from 30/11 a month goes to 31/12, from 30/1 to 28/2. */
export function monthsAfter(deadline: PlainDate, months: number): PlainDate {
  const count = deadline.year * 12 + deadline.month - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = daysInMonth(year, month)
  const endsMonth = deadline.day === daysInMonth(deadline.year, deadline.month)
  return { year, month, day: endsMonth ? last : Math.min(deadline.day, last) }
}

/** The most points that a list of tiers can give. */
export function mostPoints(tiers: readonly ProgramTier[]): Rational {
  const [first, ...others] = tiers
  if (!first) throw new Error('checked tiers are not empty')
  return others.reduce((most, { points }) => maximum(most, points), first.points)
}

/** The total on the rulebook's scale when only part of the maximum applies to the entrant. */
export function rescaled(points: Rational, applicableMaximum: Rational, scale: Rational): Rational {
  return divide(multiply(points, scale), applicableMaximum)
}

/** Whether `left` is better than, equal to or worse than `right`: negative, zero, positive. More points are better. */
export function compareStanding(left: readonly Rational[], right: readonly Rational[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index]
    const order = other ? compare(other, value) : 0
    if (order !== 0) return order
  }
  return 0
}
