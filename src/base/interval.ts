import { add, ceiling, compare, divide, floor, multiply, type Rational, rational } from './rational.ts'

/**
 * A place between numbers on the line: just before `at`, or just after it. With `undefined`, beyond every number.
 * Any mix of open and closed bounds becomes one ordered kind of thing, so gaps and overlaps are comparisons.
 */
export interface Cut {
  readonly at: Rational
  readonly after: boolean
}

/** The numbers from one cut to another; a missing cut means without end on that side. */
export interface Interval {
  readonly low: Cut | undefined
  readonly high: Cut | undefined
}

/** Negative, zero or positive as the first cut lies before, on or after the second. */
export function compareCuts(left: Cut, right: Cut): number {
  return compare(left.at, right.at) || Number(left.after) - Number(right.after)
}

/**
 * The items from the top down by the lower ends of their intervals. One without an interval takes what the others leave: it
 * comes where the lowest of that lies, last where they leave it below them all or leave nothing.
 */
export function sortedFromTop<Item>(
  items: readonly Item[],
  intervalOf: (item: Item) => Interval | undefined,
): readonly Item[] {
  const ranged = items
    .flatMap((item) => {
      const interval = intervalOf(item)
      return interval ? [{ item, interval }] : []
    })
    .toSorted(({ interval: { low: left } }, { interval: { low: right } }) =>
      left && right ? compareCuts(right, left) : Number(!left) - Number(!right),
    )
  const gap = ranged.at(-1)?.interval.low
    ? ranged.length
    : ranged.findLastIndex(({ interval: { high } }, index) => {
        const above = ranged[index - 1]?.interval.low
        return high !== undefined && (!above || compareCuts(high, above) < 0)
      })
  const rest = items.filter((item) => !intervalOf(item))
  return ranged.map(({ item }) => item).toSpliced(gap < 0 ? ranged.length : gap, 0, ...rest)
}

/** Whether the interval holds the value. */
export function contains({ low, high }: Interval, value: Rational): boolean {
  const aboveLow = !low || compare(value, low.at) > 0 || (compare(value, low.at) === 0 && !low.after)
  const belowHigh = !high || compare(value, high.at) < 0 || (compare(value, high.at) === 0 && high.after)
  return aboveLow && belowHigh
}

/** What both intervals hold; empty when they do not meet (see {@link isEmpty}). */
export function intersect(left: Interval, right: Interval): Interval {
  return { low: later(left.low, right.low), high: earlier(left.high, right.high) }
}

/** Whether no number lies in the interval; over whole numbers align it first (see {@link alignToIntegers}). */
export function isEmpty({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && compareCuts(low, high) >= 0
}

/**
 * The same multiples of `step` (greater than zero) with every cut just before one of them: over whole numbers `(1; 4]` and
 * `[2; 5)` become equal.
 */
export function alignToStep({ low, high }: Interval, step: Rational): Interval {
  return { low: low && beforeMultiple(low, step), high: high && beforeMultiple(high, step) }
}

/**
 * A number of the interval that a person would name: an included bound when there is one, otherwise the middle.
 * The interval must not be empty.
 */
export function witness({ low, high }: Interval): Rational {
  if (low && !low.after) return low.at
  if (high?.after) return high.at
  if (low && high) return divide(add(low.at, high.at), rational(2n))
  if (low) return rational(floor(low.at) + 1n)
  return high ? rational(ceiling(high.at) - 1n) : rational(0n)
}

function beforeMultiple({ at, after }: Cut, step: Rational): Cut {
  const steps = divide(at, step)
  const whole = after ? floor(steps) + 1n : ceiling(steps)
  return { at: multiply(rational(whole), step), after: false }
}

function later(left: Cut | undefined, right: Cut | undefined): Cut | undefined {
  if (!left || !right) return left ?? right
  return compareCuts(left, right) >= 0 ? left : right
}

function earlier(left: Cut | undefined, right: Cut | undefined): Cut | undefined {
  if (!left || !right) return left ?? right
  return compareCuts(left, right) <= 0 ? left : right
}
