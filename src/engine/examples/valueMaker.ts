import { type Cut, contains, type Interval, intersect } from '#base/interval.ts'
import type { Frequency } from '#base/period.ts'
import { addDays, type PlainDate } from '#base/plainDate.ts'
import {
  ceiling,
  compare,
  denominator,
  divide,
  floor,
  isZero,
  multiply,
  numerator,
  ONE,
  type Rational,
  rational,
  ZERO,
} from '#base/rational.ts'
import {
  collectSymbols,
  domainOfTotal,
  type Given,
  isRolledUp,
  type Measure,
  type NumberDomain,
} from '#language/index.ts'
import { monthsAfter } from '../operations.ts'
import type { Leaf, Program, ProgramPart, ProgramValue } from '../program.ts'
import { givenDate, givenNumber } from './makeGiven.ts'
import { type Grid, pickNear } from './pickNumber.ts'

/**
 * What must be given for a value of that range, the nearest there is to its end; `undefined` when no such value can be
 * brought about.
 */
export type MakeValue = (range: Interval, end: 'low' | 'high') => readonly Given[] | undefined

/** The domain of one measure as the criterion judges it. */
type DomainOf = (measure: Measure) => NumberDomain | undefined

/** How values of a criterion, or of a part of it, are brought about. */
export function valueMaker(leaf: Leaf, part: ProgramPart | undefined, program: Program): MakeValue {
  const domainOf = inputDomains(leaf, program)
  if (part) return (range, end) => makePlain(part.measure, undefined, domainOf, range, end)
  const { value } = leaf
  if (!value) return () => undefined
  switch (value.kind) {
    case 'flag':
      return () => undefined
    case 'number':
      return (range, end) => makePlain(value.measure, value.each, domainOf, range, end)
    case 'lateness':
      return (range, end) => {
        const late = pickNear(range, end, gridOf(value.domain))
        return late && [givenDate(value.measure, dayThatLate(late, value, end), value.each)]
      }
    case 'quotient':
      return (range, end) => makeQuotient(value, domainOf, range, end)
  }
}

/** What a measure can come to in the criterion. */
export function inputDomains({ node, value }: Leaf, program: Program): DomainOf {
  const symbols = collectSymbols(program.rulebook)
  const rolledUp = isRolledUp(symbols, node)
  return (measure) => {
    const domain = domainOfTotal(measure, symbols, rolledUp, value?.each)
    return domain?.kind === 'number' ? domain : undefined
  }
}

/** The domain of the values that a criterion, or a part of it, is judged by. */
export function domainIn({ value }: Leaf, part: ProgramPart | undefined): NumberDomain | undefined {
  if (part) return part.kind === 'flag' ? undefined : part.domain
  return value && value.kind !== 'flag' ? value.domain : undefined
}

/** The numbers of a domain; a hundredth is as fine as people look. */
export function gridOf({ interval, step, notation }: NumberDomain): Grid {
  return { interval, step, fine: rational(1n, notation.kind === 'percent' ? 10_000n : 100n) }
}

function makePlain(
  measure: Measure,
  each: Frequency | undefined,
  domainOf: DomainOf,
  range: Interval,
  end: 'low' | 'high',
): readonly Given[] | undefined {
  const domain = domainOf(measure)
  const value = domain && pickNear(range, end, gridOf(domain))
  return value && [givenNumber(measure, value, domain, each)]
}

/** The last day that is so late, or the first one. */
function dayThatLate(
  late: Rational,
  { in: unit, deadline }: Extract<ProgramValue, { kind: 'lateness' }>,
  end: 'low' | 'high',
): PlainDate {
  const count = Number(numerator(late))
  if (unit === 'day') return addDays(deadline, count)
  if (end === 'high' || count === 0) return monthsAfter(deadline, count)
  return addDays(monthsAfter(deadline, count - 1), 1)
}

function makeQuotient(
  { numerator: top, denominator: below, base, each }: Extract<ProgramValue, { kind: 'quotient' }>,
  domainOf: DomainOf,
  range: Interval,
  end: 'low' | 'high',
): readonly Given[] | undefined {
  const upper = domainOf(top)
  if (!upper) return undefined
  if (!('name' in below)) {
    const value = pickNear(scaled(range, divide(below, base)), end, gridOf(upper))
    return value && [givenNumber(top, value, upper, each)]
  }
  const lower = domainOf(below)
  if (!lower) return undefined
  const isPart = top.partOf?.text === below.name.text
  for (const bottom of bottomsFor(end === 'low' ? range.low : range.high, base, upper, lower)) {
    const most: Interval = { low: undefined, high: isPart ? { at: bottom, after: true } : undefined }
    const grid = { ...gridOf(upper), interval: intersect(upper.interval, most) }
    const value = pickNear(scaled(range, divide(bottom, base)), end, grid)
    if (value) return [givenNumber(top, value, upper, each), givenNumber(below, bottom, lower, each)]
  }
  return undefined
}

function scaled({ low, high }: Interval, by: Rational): Interval {
  const cut = (from: Cut | undefined): Cut | undefined => from && { ...from, at: multiply(from.at, by) }
  return { low: cut(low), high: cut(high) }
}

/**
 * Lower sides under which the value is a whole number of upper steps, a hundred or somewhat more if possible: what people
 * reckon shares in.
 */
function bottomsFor(
  value: Cut | undefined,
  base: Rational,
  upper: NumberDomain,
  lower: NumberDomain,
): readonly Rational[] {
  const step = lower.step ?? ONE
  const at = value?.at ?? ZERO
  const whole = upper.step ? divide(multiply(at, step), multiply(base, upper.step)) : ZERO
  const unit = multiply(step, rational(denominator(whole)))
  const { low, high } = lower.interval
  const atLeast = (bound: Rational, of: Rational): Rational =>
    multiply(of, rational(ceiling(divide(bound, of))))
  const atMost = (bound: Rational, of: Rational): Rational => multiply(of, rational(floor(divide(bound, of))))
  const full =
    upper.interval.high && !isZero(at) ? divide(multiply(upper.interval.high.at, base), at) : undefined
  const candidates = [
    ...ROUND.map((round) => atLeast(round, unit)),
    ...(low ? [atLeast(low.at, unit), atLeast(low.at, step)] : []),
    ...(full ? [atMost(full, unit)] : []),
    ...(high ? [atMost(high.at, unit), atMost(high.at, step)] : []),
    ...ROUND.map((round) => atLeast(round, step)),
  ]
  return candidates.filter((one) => compare(one, ZERO) > 0 && contains(lower.interval, one))
}

const ROUND: readonly Rational[] = [100n, 10n, 1n].map((round) => rational(round))
