import { add, maximum, minimum, multiply, type Rational, ZERO } from '#base/rational.ts'

/** From the least to the most points, both counted in. */
export interface Range {
  readonly least: Rational
  readonly most: Rational
}

export const NOTHING: Range = { least: ZERO, most: ZERO }

/** The range that holds both. */
export function join(left: Range, right: Range): Range {
  return { least: minimum(left.least, right.least), most: maximum(left.most, right.most) }
}

/** The range that holds all of them; only zero for none. */
export function joinAll(ranges: readonly Range[]): Range {
  const [first, ...others] = ranges
  return first ? others.reduce(join, first) : NOTHING
}

/** The sums of one from each. */
export function addRanges(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (total, { least, most }) => ({ least: add(total.least, least), most: add(total.most, most) }),
    NOTHING,
  )
}

/** Every number of the range times a factor of 0 or more. */
export function scaleRange({ least, most }: Range, factor: Rational): Range {
  return { least: multiply(least, factor), most: multiply(most, factor) }
}

/** What a function that never falls makes of the range. */
export function mapRange({ least, most }: Range, rising: (points: Rational) => Rational): Range {
  return { least: rising(least), most: rising(most) }
}
