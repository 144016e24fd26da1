import { multiply, type Rational, rational } from '#base/rational.ts'
import { dayOptions } from './dayOptions.ts'
import type { Desk, Found } from './desk.ts'
import { isByPeriod } from './desk.ts'
import { endOptions } from './endOptions.ts'
import { evenOptions } from './evenOptions.ts'
import { AS_EXPECTED, type Lever, type Option } from './lever.ts'
import { periodOptions } from './periodOptions.ts'

/** The ways to move a lever, and in which steps it is moved: larger ones than its own where there would be too many ways. */
export type Ways =
  | { readonly kind: 'options'; readonly options: readonly Option[]; readonly step: Rational }
  | { readonly kind: 'tooMany' | 'endless' }

/** By how much steps are made larger: a person's round numbers. */
const ROUND = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1_000n, 10_000n, 100_000n].map((times) =>
  rational(times),
)

/**
 * Every way to move a lever that may be part of a plan of least effort: for each answer that its uses can give, one with the least
 * effort that comes to it. To leave it as it is expected to be is always one of them.
 */
export function optionsOf(lever: Lever, desk: Desk): Ways {
  for (const times of ROUND) {
    const step = multiply(lever.step, times)
    const found = waysToMove({ ...lever, step }, desk)
    if (found.kind === 'options') return { ...found, options: [AS_EXPECTED, ...found.options], step }
    if (found.kind === 'endless') return found
  }
  return { kind: 'tooMany' }
}

function waysToMove(lever: Lever, desk: Desk): Found {
  const { type, aggregation } = lever.measure
  if (type?.kind === 'date') return dayOptions(lever, desk)
  if (lever.uses.some(isByPeriod)) return periodOptions(lever, desk)
  if (type?.kind !== 'flag' && (aggregation === 'least' || aggregation === 'greatest'))
    return endOptions(lever, desk)
  return evenOptions(lever, desk)
}
