import { IN_ERROR } from './columns.ts'
import type { Sums } from './kernel.ts'
import { type Lane, standIn } from './lane.ts'

/** Points that were judged beforehand for each number, and what stands for none. */
export interface Lookup {
  /** At a number further by {@link BELOW}: the points; 0 for who has no value. */
  readonly points: Float64Array
  /** There too, where some points are no whole counts: 1 for those. */
  readonly fractions: Uint8Array | undefined
  /** There too, where somebody may leave the maximum: what is added to what applies, below zero. */
  readonly leaving: Float64Array | undefined
}

/** What stands for a number that is not there is no further below zero. */
export const BELOW: number = -standIn(IN_ERROR)

/**
 * Adds what is looked up for the numbers of each lane to sums, two criteria at a time: the same steps for everybody, without a
 * turn that the processor has to guess.
 */
export function addLookups(
  all: readonly { readonly lane: Lane; readonly lookup: Lookup }[],
  count: number,
  { points, applicable, inexact }: Sums,
): void {
  for (let k = 0; k < all.length; k++) {
    const { lane, lookup } = all[k] as (typeof all)[0]
    const next = all[k + 1]
    if (k % 2 === 0 && next) addBoth(lane, lookup.points, next.lane, next.lookup.points, count, points)
    else if (k % 2 === 0) addAt(lane, lookup.points, count, points)
    if (lookup.leaving) addAt(lane, lookup.leaving, count, applicable)
    if (lookup.fractions) mark(lane, lookup.fractions, count, inexact)
  }
}

function addAt({ numbers, offset }: Lane, given: Float64Array, count: number, sums: Float64Array): void {
  const below = BELOW
  for (let j = 0; j < count; j++) {
    sums[j] = (sums[j] as number) + (given[(numbers[offset + j] as number) + below] as number)
  }
}

function addBoth(
  one: Lane,
  oneGiven: Float64Array,
  other: Lane,
  otherGiven: Float64Array,
  count: number,
  sums: Float64Array,
): void {
  const below = BELOW
  const { numbers: oneNumbers, offset: oneOffset } = one
  const { numbers: otherNumbers, offset: otherOffset } = other
  for (let j = 0; j < count; j++) {
    sums[j] =
      (sums[j] as number) +
      ((oneGiven[(oneNumbers[oneOffset + j] as number) + below] as number) +
        (otherGiven[(otherNumbers[otherOffset + j] as number) + below] as number))
  }
}

function mark({ numbers, offset }: Lane, marks: Uint8Array, count: number, marked: Uint8Array): void {
  const below = BELOW
  for (let j = 0; j < count; j++) {
    marked[j] = (marked[j] as number) | (marks[(numbers[offset + j] as number) + below] as number)
  }
}
