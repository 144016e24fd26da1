import { alignToStep, type Cut, contains, type Interval, intersect, isEmpty } from '#base/interval.ts'
import { add, divide, type Rational, rational, subtract } from '#base/rational.ts'

/** What numbers a quantity can have, and how far apart two of them are for a person. */
export interface Grid {
  readonly interval: Interval
  /** Only multiples of it occur; `undefined` where any number may. */
  readonly step: Rational | undefined
  /** The least difference worth showing where any number may occur: 0,01, or 0,01%. */
  readonly fine: Rational
}

/**
 * The number of the range that is nearest to one of its ends, as a person would name it: the end itself where it belongs to
 * the range, otherwise a step or a hundredth inside (half way, in a narrower range). `undefined` when the quantity has no
 * number there, or when there is no such end.
 */
export function pickNear(range: Interval, end: 'low' | 'high', grid: Grid): Rational | undefined {
  const both = intersect(range, grid.interval)
  const { low, high } = grid.step ? alignToStep(both, grid.step) : both
  const bound = end === 'low' ? low : high
  if (!bound || isEmpty({ low, high })) return undefined
  if (grid.step) return end === 'low' ? bound.at : subtract(bound.at, grid.step)
  const belongs = end === 'low' ? !bound.after : bound.after
  if (belongs) return bound.at
  const inside = end === 'low' ? add(bound.at, grid.fine) : subtract(bound.at, grid.fine)
  if (contains(both, inside)) return inside
  return low && high ? divide(add(low.at, high.at), rational(2n)) : undefined
}

/** The range of that number alone. */
export function only(value: Rational): Interval {
  return { low: { at: value, after: false }, high: { at: value, after: true } }
}

/** The numbers below that number, above it. */
export function beyond(value: Rational, side: 'below' | 'above'): Interval {
  const cut: Cut = { at: value, after: side === 'above' }
  return side === 'below' ? { low: undefined, high: cut } : { low: cut, high: undefined }
}
