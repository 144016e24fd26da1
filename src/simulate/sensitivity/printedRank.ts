import { formatExact } from '#base/formatNumber.ts'
import { multiply, numerator, rational } from '#base/rational.ts'
import type { PlaceTaken } from '#engine/index.ts'

/** A rank as it is printed, counted in halves: equals may share the mean of their places, of the first two 1,5. */
export type HalfRanks = number

/** `undefined` for who is not ranked. */
export function halvesOf({ rank, meanRank }: PlaceTaken): HalfRanks | undefined {
  if (meanRank) return Number(numerator(multiply(meanRank, rational(2n))))
  return rank === undefined ? undefined : 2 * rank
}

/** `3`, `1,5`. */
export function rankWord(halves: HalfRanks): string {
  return formatExact(rational(BigInt(halves), 2n))
}
