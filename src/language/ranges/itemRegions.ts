import type { Cut, Interval } from '#base/interval.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  minimum,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '#base/rational.ts'
import type { PerItem } from '../ast.ts'
import { amountOf } from '../awards.ts'
import { after, before, type NumberDomain } from '../domain.ts'
import { clip, EVERYWHERE } from './clip.ts'
import type { Region, RegionPoints, Scored } from './regions.ts'

/** More steps than this are told as one region of stairs. */
const MOST_STEPS = 200n

/** The steps of `mỗi …`, over the values that are counted from 0 or from the target's ends. */
export function itemRegions(
  source: PerItem,
  target: { readonly low: Rational; readonly high: Rational } | undefined,
  domain: NumberDomain,
  { maximum, role }: Scored,
): readonly Region[] | undefined {
  const step = source.step.value
  if (compare(step, ZERO) <= 0 || (source.of !== 'value' && !target)) return undefined
  const award = amountOf(source.award, maximum)
  const most = source.limit ? minimum(amountOf(source.limit, maximum), maximum) : maximum
  const base = source.effect === 'deduct' && role !== 'penalty' ? maximum : ZERO
  const signed = source.effect === 'deduct' ? negate(award) : award
  const end = source.effect === 'deduct' ? subtract(base, most) : most
  if (compare(award, ZERO) <= 0 || compare(most, ZERO) <= 0) {
    return clip([{ interval: EVERYWHERE, points: { kind: 'constant', points: base }, source }], domain)
  }
  const count = ceiling(divide(most, award))
  const stair: Stair = { source, base, rise: signed, end, count }
  const up = source.of === 'value' ? ZERO : source.of === 'shortfall' ? undefined : target?.high
  const down = source.of === 'shortfall' || source.of === 'deviation' ? target?.low : undefined
  const middle: Interval = {
    low: down && after(subtract(down, step)),
    high: up && before(add(up, step)),
  }
  return clip(
    [
      ...(down ? climb(stair, down, negate(step), domain).toReversed() : []),
      { interval: middle, points: { kind: 'constant', points: base }, source },
      ...(up ? climb(stair, up, step, domain) : []),
    ],
    domain,
  )
}

interface Stair {
  readonly source: PerItem
  /** The points before any step, what each step adds, and where that ends. */
  readonly base: Rational
  readonly rise: Rational
  readonly end: Rational
  /** How many steps it takes to the end. */
  readonly count: bigint
}

/** From the first whole step on, away from `from`: upwards or, with a step below zero, downwards. */
function climb(
  { source, base, rise, end, count }: Stair,
  from: Rational,
  step: Rational,
  domain: NumberDomain,
): readonly Region[] {
  const place = (steps: bigint): Rational => add(from, multiply(step, rational(steps)))
  const region = (first: bigint, next: bigint | undefined, points: RegionPoints): Region => ({
    interval: between(place(first), next === undefined ? undefined : place(next), step),
    points,
    source,
  })
  const last = region(count, undefined, { kind: 'constant', points: end })
  const listed = stepsWithin(domain, from, step, count)
  if (listed === undefined) {
    const points = { kind: 'stairs', from, step, rise, offset: base } as const
    return count > 1n ? [region(1n, count, points), last] : [last]
  }
  const stairs = Array.from({ length: Number(listed) }, (_, index) => {
    const steps = BigInt(index) + 1n
    const points = add(base, multiply(rise, rational(steps)))
    return region(steps, steps + 1n, { kind: 'constant', points })
  })
  return [...stairs, last]
}

/** How many steps before the end lie in the domain; `undefined` where they are too many to list. */
function stepsWithin(
  { interval }: NumberDomain,
  from: Rational,
  step: Rational,
  count: bigint,
): bigint | undefined {
  const far: Cut | undefined = compare(step, ZERO) > 0 ? interval.high : interval.low
  const within = far && ceiling(divide(subtract(far.at, from), step))
  const steps = within !== undefined && within < count - 1n ? within : count - 1n
  if (steps <= 0n) return 0n
  return steps > MOST_STEPS ? undefined : steps
}

/** From one place to the next, the first included: a value exactly on a step has made it. */
function between(first: Rational, next: Rational | undefined, step: Rational): Interval {
  if (compare(step, ZERO) > 0) return { low: before(first), high: next && before(next) }
  return { low: next && after(next), high: after(first) }
}
