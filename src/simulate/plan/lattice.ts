import {
  add,
  ceiling,
  compare,
  divide,
  equals,
  floor,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from '#base/rational.ts'
import { waits } from '#engine/index.ts'
import { factOf, type Lever, numberOfFact, type Option, type Slot, unitOfEffort } from './lever.ts'
import type { Stretch } from './turningPoints.ts'

/** A slot as a row of steps: where it starts, and how many steps there are below and above. */
export interface Row {
  readonly slot: Slot
  /** What effort is counted from: what is expected, or 0 where nothing is. */
  readonly expected: Rational
  /** Where it starts: what is expected, within its bounds. */
  readonly start: Rational
  readonly below: bigint
  /** `undefined` where there is no end. */
  readonly above: bigint | undefined
}

/** The slots of a lever as rows. */
export function rowsOf({ slots, measure, step }: Lever): readonly Row[] {
  return slots.map((slot) => {
    const expected = numberOfFact(slot.expected, measure) ?? ZERO
    const start = maximum(slot.low, slot.high ? minimum(expected, slot.high) : expected)
    const steps = (from: Rational, to: Rational): bigint => floor(divide(subtract(to, from), step))
    const below = steps(slot.low, start)
    return { slot, expected, start, below, above: slot.high && steps(start, slot.high) }
  })
}

/** The value so many steps from the start of a row. */
export function valueAt({ start }: Row, steps: bigint, { step }: Lever): Rational {
  return add(start, multiply(rational(steps), step))
}

/** Every slot reported, each so many steps from its start; what is expected of it and counts anyway is not said again. */
export function optionAt(lever: Lever, rows: readonly Row[], steps: readonly bigint[]): Option {
  const values = rows.map((row, index) => valueAt(row, steps[index] ?? 0n, lever))
  return {
    changed: rows.flatMap(({ slot }, index) => {
      const value = values[index] ?? ZERO
      return isExpected(lever, slot, value) ? [] : [factOf(lever, slot, value)]
    }),
    effort: sum(rows.map((row, index) => effortOf(lever, row, values[index] ?? ZERO))),
  }
}

function isExpected({ measure }: Lever, { expected }: Slot, value: Rational): boolean {
  const known = numberOfFact(expected, measure)
  return expected !== undefined && !waits(expected, measure) && known !== undefined && equals(known, value)
}

/** What it takes to bring one slot to the value. */
export function effortOf({ measure, effort }: Lever, { expected }: Row, value: Rational): Rational {
  const moved = compare(value, expected) < 0 ? subtract(expected, value) : subtract(value, expected)
  return multiply(effort, divide(moved, unitOfEffort(measure)))
}

/** So many steps shared out as evenly as the rows have room; the later ones take what does not divide. */
export function spread(rows: readonly Row[], steps: bigint): readonly bigint[] {
  const room = ({ above, below }: Row): bigint | undefined => (steps < 0n ? below : above)
  const order = rows
    .map((row, index) => ({ index, room: room(row) }))
    .toSorted((left, right) => compareRooms(left.room, right.room))
  const shares = rows.map(() => 0n)
  let left = steps < 0n ? -steps : steps
  for (const [place, one] of order.entries()) {
    const even = left / BigInt(order.length - place)
    const taken = one.room !== undefined && one.room < even ? one.room : even
    shares[one.index] = steps < 0n ? -taken : taken
    left -= taken
  }
  return shares
}

function compareRooms(left: bigint | undefined, right: bigint | undefined): number {
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined)
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * The numbers of steps around a place that lies so far from the start: the last before it, the place itself where it is a whole
 * number of steps, the first after it.
 */
export function stepsAround(distance: Rational, perStep: Rational): readonly bigint[] {
  const steps = divide(distance, perStep)
  return [...new Set([ceiling(steps) - 1n, floor(steps), ceiling(steps), floor(steps) + 1n])]
}

/** The first and the last number of steps in a stretch; no last one where it has no end that way. */
export function stepsIn(
  { from, to }: Stretch,
  start: Rational,
  perStep: Rational,
): { readonly first: bigint | undefined; readonly last: bigint | undefined } {
  const rises = compare(perStep, ZERO) > 0
  const [low, high] = rises ? [from, to] : [to, from]
  return {
    first: low && ceiling(divide(subtract(low, start), perStep)),
    last: high && floor(divide(subtract(high, start), perStep)),
  }
}
