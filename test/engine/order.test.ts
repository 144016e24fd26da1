import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, rational } from '#base/rational.ts'
import { comparePlaces, type Key, sortPlaces } from '#engine/compiled/order.ts'

/** Counts that are whole and, now and then, a little off one: then they are marked, and can be had exactly. */
const count = fc.record({
  whole: fc.integer({ min: -50, max: 400 }),
  parts: fc.constantFrom(0, 0, 0, 1, 2, 3),
})
type Count = typeof count extends fc.Arbitrary<infer Value> ? Value : never

function keyOf(all: readonly Count[]): Key {
  const exact = all.map(({ whole, parts }) => rational(BigInt(whole * 1_000_000 + parts), 1_000_000n))
  return {
    // The double of a marked count may lie on the wrong side of another's.
    counts: Float64Array.from(all, ({ whole, parts }) => whole + (parts === 0 ? 0 : (2 - parts) / 1_000_000)),
    inexact: Uint8Array.from(all, ({ parts }) => Number(parts !== 0)),
    exact: (at) => exact[at] ?? rational(0n),
  }
}

describe('sorting places', () => {
  test.each([
    ['few', 40],
    ['many', 3000],
  ])('%s: the best first by exact values, then by the next key', (_name, size) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: size, maxLength: size + 20 }), (pairs) => {
        const keys = [keyOf(pairs.map(([one]) => one)), keyOf(pairs.map(([, other]) => other))]
        const places = Uint32Array.from(pairs.keys())
        sortPlaces(places, keys)
        expect([...places].toSorted((left, right) => left - right)).toEqual([...pairs.keys()])
        for (let index = 1; index < places.length; index++) {
          const [before, after] = [places[index - 1] ?? 0, places[index] ?? 0]
          const orders = keys.map(({ exact }) => compare(exact(after), exact(before)))
          const first = orders.find((order) => order !== 0) ?? 0
          expect(first).toBeLessThanOrEqual(0)
          expect(Math.sign(comparePlaces(keys, before, after))).toBe(Math.sign(first))
        }
      }),
      { numRuns: size > 1000 ? 8 : 300 },
    )
  })
})
