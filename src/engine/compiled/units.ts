import { denominator, multiply, numerator, type Rational, rational } from '#base/rational.ts'

/**
 * How points are held in columns of doubles: as counts of 1/`perPoint`. A whole count below {@link EXACT} is exact; one that
 * stands for a fraction between two counts is marked as inexact and is off by less than the scorer's error bound.
 */
export interface Units {
  readonly perPoint: number
  /** Some points are no whole counts. */
  readonly coarse: boolean
}

/** Whole numbers up to here are exact in a double. */
export const EXACT: number = Number.MAX_SAFE_INTEGER

/**
 * Two counts nearer than this that are not both exact are told apart exactly: no count is further off. A sum of doubles is off by
 * at most its size times its terms over 2^53, and units are chosen so that size times terms stays below {@link FARTHEST}.
 */
export const DOUBT: number = 2 ** -4

/** No units are so fine that counts times the number of criteria go beyond it. */
const FARTHEST = 1n << 48n

/** The finer the units, the fewer fractions lie too near to where a rounding turns to be told from it: these are fine enough. */
const FINE = 1n << 24n

/** Points of which there is no whole count are told apart from those of which there is. */
export interface Counted {
  readonly count: number
  readonly exact: boolean
}

/**
 * Units in which all the points are whole, and stay so when they are divided by `divisor`; whole points where
 * those would be too fine for totals that reach so far (points times terms), and then nothing is sure to be exact.
 */
export function unitsFor(points: Iterable<Rational>, divisor: bigint, reach: bigint): Units {
  let perPoint = 1n
  for (const value of points) perPoint = leastCommonMultiple(perPoint, denominator(value))
  perPoint *= divisor
  const finest = FARTHEST / reach
  if (perPoint > finest) return { perPoint: 1, coarse: true }
  while (perPoint < FINE && perPoint * 2n <= finest) perPoint *= 2n
  return { perPoint: Number(perPoint), coarse: false }
}

/** Points as a count; the nearest double where no whole count stands for them. */
export function countOf(points: Rational, { perPoint }: Units): Counted {
  const scaled = multiply(points, rational(BigInt(perPoint)))
  const [top, bottom] = [numerator(scaled), denominator(scaled)]
  return { count: nearest(top, bottom), exact: bottom === 1n && magnitude(top) <= BigInt(EXACT) }
}

/** The points that an exact count stands for. */
export function pointsOfCount(count: number, { perPoint }: Units): Rational {
  return rational(BigInt(count), BigInt(perPoint))
}

/** The least number that both divide. */
export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  return (left / greatestCommonDivisor(left, right)) * right
}

/** The greatest number that divides both. */
export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right)
}

/** 1, 2, … `last` all divide it; `undefined` where it is too large to count with. */
export function multipleOfAllUpTo(last: number): number | undefined {
  let multiple = 1n
  for (let divisor = 2n; divisor <= BigInt(last); divisor++) {
    multiple = leastCommonMultiple(multiple, divisor)
    if (multiple > 1n << 24n) return undefined
  }
  return Number(multiple)
}

/** The double nearest to a fraction of any size, off by a rounding or two. */
function nearest(top: bigint, bottom: bigint): number {
  const shift = BigInt(
    Math.max(0, magnitude(top).toString(2).length - 1000, bottom.toString(2).length - 1000),
  )
  return Number(top >> shift) / Number(bottom >> shift)
}

/** The double nearest to the value, off by a rounding or two: never what an answer rests on. */
export function approximate(value: Rational): number {
  return nearest(numerator(value), denominator(value))
}

/** How far the number is from zero. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}
