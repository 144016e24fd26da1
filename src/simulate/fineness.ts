import { divide, isInteger, type Rational, rational } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'

/** Nothing is told more finely than that. */
const FINEST = 10_000n

/**
 * The power of ten that all the numbers are whole in: how finely something that may be any number was reported. At least whole
 * numbers, of a ratio whole percents; at most four decimals.
 */
export function finenessOf(numbers: readonly Rational[], { type }: Measure): Rational {
  let parts = type?.kind === 'ratio' ? 100n : 1n
  for (const number of numbers)
    while (parts < FINEST && !isInteger(divide(number, rational(1n, parts)))) parts *= 10n
  return rational(1n, parts)
}
