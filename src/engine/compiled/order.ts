import { compare, type Rational } from '#base/rational.ts'
import { DOUBT } from './units.ts'

/** Numbers by place, more being better, of which those that are not exact can be had exactly. */
export interface Key {
  readonly counts: Float64Array
  /** By place: 1 where the count stands for a fraction; `undefined` where all are exact. */
  readonly inexact: Uint8Array | undefined
  readonly exact: (at: number) => Rational
}

/** Negative, zero or positive as the left place is better than, equal to or worse than the right one in all keys. */
export function comparePlaces(keys: readonly Key[], left: number, right: number): number {
  if (left === right) return 0
  for (const { counts, inexact, exact } of keys) {
    const apart = (counts[right] as number) - (counts[left] as number)
    const sure = !inexact || (inexact[left] === 0 && inexact[right] === 0)
    if (sure ? apart !== 0 : Math.abs(apart) > DOUBT) return apart
    const order = sure ? 0 : compare(exact(right), exact(left))
    if (order !== 0) return order
  }
  return 0
}

/**
 * Sorts the places by the keys, the best first. Most are told apart by the first key alone, in doubles; only those that are
 * too near for that are compared by all keys.
 */
export function sortPlaces(places: Uint32Array, keys: readonly Key[]): void {
  const [first] = keys
  if (!first) return
  sortByCount(places, first.counts)
  for (let start = 0; start < places.length; ) {
    let end = start + 1
    while (end < places.length && isNear(first.counts, places[end - 1] as number, places[end] as number))
      end++
    if (end - start > 1) places.subarray(start, end).sort((left, right) => comparePlaces(keys, left, right))
    start = end
  }
}

function isNear(counts: Float64Array, left: number, right: number): boolean {
  return Math.abs((counts[left] as number) - (counts[right] as number)) <= DOUBT
}

/** Below this a comparison sort is as fast. */
const FEW = 2048

function sortByCount(places: Uint32Array, counts: Float64Array): void {
  if (places.length < FEW) places.sort((left, right) => (counts[right] as number) - (counts[left] as number))
  else radixSort(places, counts)
}

const DIGITS = 2 ** 16

/** By 32 bits of how far each count lies below the best, 16 at a time; then the few whose bits are alike are put right. */
function radixSort(places: Uint32Array, counts: Float64Array): void {
  let [best, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const place of places) {
    const count = counts[place] as number
    if (count > best) best = count
    if (count < least) least = count
  }
  const perBit = (best - least || 1) / (2 ** 32 - 1)
  const size = places.length
  const bits = new Uint32Array(size)
  for (let index = 0; index < size; index++)
    bits[index] = (best - (counts[places[index] as number] as number)) / perBit
  const [other, otherBits] = [new Uint32Array(size), new Uint32Array(size)]
  pass(places, bits, other, otherBits, 0)
  pass(other, otherBits, places, bits, 16)
  for (let index = 1; index < size; index++) {
    const place = places[index] as number
    const count = counts[place] as number
    let to = index
    while (to > 0 && (counts[places[to - 1] as number] as number) < count) {
      places[to] = places[to - 1] as number
      to--
    }
    places[to] = place
  }
}

function pass(
  from: Uint32Array,
  bits: Uint32Array,
  to: Uint32Array,
  toBits: Uint32Array,
  shift: number,
): void {
  const starts = new Uint32Array(DIGITS + 1)
  for (const one of bits) {
    const digit = ((one >>> shift) & 0xffff) + 1
    starts[digit] = (starts[digit] as number) + 1
  }
  for (let digit = 0; digit < DIGITS; digit++) {
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number)
  }
  for (let index = 0; index < from.length; index++) {
    const one = bits[index] as number
    const digit = (one >>> shift) & 0xffff
    const at = starts[digit] as number
    starts[digit] = at + 1
    to[at] = from[index] as number
    toBits[at] = one
  }
}
