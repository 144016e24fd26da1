import { compareCuts, contains, type Interval, witness } from '#base/interval.ts'
import {
  add,
  denominator,
  divide,
  HUNDRED,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '#base/rational.ts'
import { round as rounded } from '#base/rounding.ts'
import type { NumberDomain } from '#language/index.ts'

/**
 * A value of the interval that a person would name: the last one or, where the interval goes on to the end of what can occur,
 * the first; between steps an included end, or the roundest number near the middle. The interval is not empty and, over
 * steps, has its ends on them.
 */
export function exampleIn(interval: Interval, domain: NumberDomain): Rational {
  const { low, high } = interval
  const { step, notation } = domain
  const goesOn = goesOnToEnd(interval, domain)
  if (step) {
    const last = high && subtract(high.at, step)
    return (goesOn ? (low?.at ?? last) : last) ?? ZERO
  }
  const ends = [low && !low.after ? low.at : undefined, high?.after ? high.at : undefined]
  const end = (goesOn ? ends : ends.toReversed()).find((at) => at && isShort(at))
  if (end) return end
  const unit = notation.kind === 'percent' ? divide(ONE, HUNDRED) : ONE
  const middle = low && high ? divide(add(low.at, high.at), rational(2n)) : witness(interval)
  const round = GRAINS.map((grain) => nearest(middle, multiply(grain, unit))).find((value) =>
    contains(interval, value),
  )
  return round ?? witness(interval)
}

/** Whether the interval reaches as far up as values can occur. */
export function goesOnToEnd({ high }: Interval, { interval: { high: end } }: NumberDomain): boolean {
  return !high || (end !== undefined && compareCuts(high, end) === 0)
}

const GRAINS = [
  rational(10n),
  rational(5n),
  ONE,
  rational(1n, 2n),
  rational(1n, 10n),
  rational(1n, 100n),
  rational(1n, 1000n),
]

function nearest(value: Rational, grain: Rational): Rational {
  return multiply(rounded(divide(value, grain), 0, 'halfUp'), grain)
}

/** Whether few decimals write the number. */
function isShort(value: Rational): boolean {
  return 10_000n % denominator(value) === 0n
}
