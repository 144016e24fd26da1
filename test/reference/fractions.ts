/** An exact number: `top` over `bottom`, which is above 0; in lowest terms. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** The fraction of two whole numbers, in lowest terms. */
export function fraction(top: bigint | number, bottom: bigint | number = 1): Fraction {
  const [above, below] = [BigInt(top), BigInt(bottom)]
  if (below === 0n) throw new Error('a fraction over 0')
  const divisor = commonDivisor(above < 0n ? -above : above, below < 0n ? -below : below)
  const sign = below < 0n ? -1n : 1n
  return { top: (sign * above) / divisor, bottom: (sign * below) / divisor }
}

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right)
}

export const ZERO: Fraction = fraction(0)
export const ONE: Fraction = fraction(1)

/** The sum of two. */
export function plus(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
}

/** The first less the second. */
export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, times(right, fraction(-1)))
}

/** The product of two. */
export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.top, left.bottom * right.bottom)
}

/** The first divided by the second, which is not 0. */
export function over(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom, left.bottom * right.top)
}

/** Below 0, 0 or above 0, as the first is less than, equal to or more than the second. */
export function order(left: Fraction, right: Fraction): number {
  const difference = left.top * right.bottom - right.top * left.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Whether the first is less than the second. */
export function isLess(left: Fraction, right: Fraction): boolean {
  return order(left, right) < 0
}

/** Whether both are the same number. */
export function isSame(left: Fraction, right: Fraction): boolean {
  return order(left, right) === 0
}

/** All added up; 0 of none. */
export function total(all: readonly Fraction[]): Fraction {
  return all.reduce(plus, ZERO)
}

/** All added up and divided by how many they are; of at least one. */
export function mean(all: readonly Fraction[]): Fraction {
  return over(total(all), fraction(all.length))
}

/** The least of at least one. */
export function least(all: readonly Fraction[]): Fraction {
  return all.reduce((best, one) => (isLess(one, best) ? one : best))
}

/** The most of at least one. */
export function most(all: readonly Fraction[]): Fraction {
  return all.reduce((best, one) => (isLess(best, one) ? one : best))
}

/** The largest whole number that is not above it. */
export function wholesIn({ top, bottom }: Fraction): bigint {
  return top >= 0n || top % bottom === 0n ? top / bottom : top / bottom - 1n
}

/** As two values are told apart: `3`, `5/2`. */
export function exact({ top, bottom }: Fraction): string {
  return bottom === 1n ? `${top}` : `${top}/${bottom}`
}
