import {
  add,
  denominator,
  divide,
  floor,
  maximum,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from '#base/rational.ts'
import type { Changing } from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import { numberOfFact } from '../plan/lever.ts'
import { type FactRead, stepFrom } from './otherwise.ts'

/** How many steps are all tried. */
export const NEAR = 8
/** Nobody errs by more. */
export const FAR: number = 1 << 20

/** How far, and how finely, what is compiled has to take what is tried. */
export function changingBy(read: readonly FactRead[]): Changing {
  const found = new Map(
    [...Map.groupBy(read, ({ measure }) => measure)].map(([measure, facts]) => {
      const numbers = facts.flatMap(({ fact }) => numberOfFact(fact, measure) ?? [])
      const steps = numbers.map((number) => stepFrom(number, measure))
      return [measure.name.text, { reach: reachOf(measure, numbers, steps), fineness: finenessIn(steps) }]
    }),
  )
  return {
    has: () => false,
    reachOf: (measure) => found.get(measure)?.reach ?? 2,
    finenessOf: (measure) => found.get(measure)?.fineness ?? 1n,
  }
}

/** How many times as far as the largest number, twice at least. */
function reachOf(measure: Measure, numbers: readonly Rational[], steps: readonly Rational[]): number {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number') return 2
  const largest = numbers.map(size).reduce(maximum, ONE)
  const { low, high } = domain.interval
  const declared = low && high && maximum(size(low.at), size(high.at))
  const tried = add(largest, multiply(steps.reduce(maximum, ZERO), rational(BigInt(FAR))))
  return Math.max(2, Number(floor(divide(declared ?? tried, largest))) + 1)
}

function finenessIn(steps: readonly Rational[]): bigint {
  return steps.reduce((finest, step) => finest * denominator(multiply(step, rational(finest))), 1n)
}

function size(number: Rational): Rational {
  return maximum(number, negate(number))
}
