import { contains } from '#base/interval.ts'
import { compare, divide, maximum, minimum, multiply, ONE, type Rational, sum } from '#base/rational.ts'
import type { ProgramClass, ProgramTier } from './program.ts'

/**
 * How values become points: the one place that says it. Whatever evaluates a rulebook calls these, so that two ways of
 * evaluating cannot come to mean different things.
 */

/** The tier a number falls into. The checks prove that one does; `còn lại` takes what the others leave. */
export function tierOfNumber(tiers: readonly ProgramTier[], value: Rational): ProgramTier {
  const named = tiers.find(({ interval }) => interval && contains(interval, value))
  return named ?? rest(tiers)
}

/** The tier of có or không. */
export function tierOfFlag(tiers: readonly ProgramTier[], is: boolean): ProgramTier {
  const named = tiers.find(({ condition }) => condition.kind === 'flag' && condition.is === is)
  return named ?? rest(tiers)
}

function rest(tiers: readonly ProgramTier[]): ProgramTier {
  const tier = tiers.find(({ condition }) => condition.kind === 'rest')
  if (!tier) throw new Error('checked tiers leave no value out')
  return tier
}

/** "Chấm theo tỷ lệ đạt chỉ tiêu": value over target of the maximum, at most the maximum. */
export function proportionPoints(value: Rational, target: Rational, most: Rational): Rational {
  return multiply(most, minimum(ONE, divide(value, target)))
}

/** The sum of the parts, at most the criterion's maximum (the checks see to it that a cap is said where it can bind). */
export function partsPoints(parts: readonly Rational[], most: Rational): Rational {
  return minimum(sum(parts), most)
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

/** The class of an unrounded total; `undefined` where the rulebook has none for it. */
export function classOf(classes: readonly ProgramClass[], total: Rational): ProgramClass | undefined {
  return (
    classes.find(({ interval }) => interval && contains(interval, total)) ??
    classes.find(({ interval }) => interval === undefined)
  )
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
