import { compare, type Rational } from '#base/rational.ts'

/** Something that takes effort and comes to values of which more is better. */
export interface Weighed {
  readonly effort: Rational
  readonly values: readonly Rational[]
  /** Only what is of the same kind is held against each other. */
  readonly kind: string
}

/**
 * Those that none other of their kind beats: with no more effort at least as much of every value. Of equals the first stays. In
 * the order of effort, the more of the first value first.
 */
export function unbeaten<Item extends Weighed>(items: readonly Item[]): readonly Item[] {
  const groups = Map.groupBy(items, ({ kind }) => kind).values()
  return [...groups].flatMap(unbeatenOfKind).toSorted(byEffort)
}

/** Less effort first, then more of each value. */
export function byEffort(left: Weighed, right: Weighed): number {
  const effort = compare(left.effort, right.effort)
  if (effort !== 0) return effort
  for (const [index, value] of left.values.entries()) {
    const other = right.values[index]
    const order = other ? compare(other, value) : 0
    if (order !== 0) return order
  }
  return 0
}

function unbeatenOfKind<Item extends Weighed>(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = []
  const tops: Item[] = []
  for (const item of items.toSorted(byEffort)) {
    // All that is kept takes no more effort, so only values are left to compare; those with most to show come first.
    if (tops.some((other) => hasAtLeast(other, item))) continue
    kept.push(item)
    const beaten = tops.findIndex((other) => hasAtLeast(item, other))
    if (beaten >= 0) tops[beaten] = item
    else tops.unshift(item)
  }
  return kept
}

function hasAtLeast({ values: left }: Weighed, { values: right }: Weighed): boolean {
  return left.every((value, index) => {
    const other = right[index]
    return other !== undefined && compare(value, other) >= 0
  })
}
