import { type Cut, compareCuts, type Interval, intersect, isEmpty } from '#base/interval.ts'
import type { Condition, Target } from '../ast.ts'
import { intervalOf } from '../conditions.ts'
import { type NumberDomain, within } from '../domain.ts'

/** A tier, of points or of classes, with the values it takes within its domain. */
export interface Covered<Tier> {
  readonly tier: Tier
  readonly interval: Interval
}

/** What a list of tiers does to its domain: the values none takes and those that two take. */
export interface Coverage<Tier> {
  /** Values that `còn lại` takes although they lie between two tiers, where a reader does not look for a rest. */
  readonly restBetween: Coverage<Tier>['gaps']
  readonly gaps: readonly { readonly interval: Interval; readonly below?: Tier; readonly above?: Tier }[]
  readonly overlaps: readonly { readonly interval: Interval; readonly first: Tier; readonly second: Tier }[]
  /** Tiers such as `từ 23 đến 12`, which no number can fall into. */
  readonly empty: readonly Tier[]
}

/**
 * Lays the tiers over the domain and finds gaps and overlaps exactly, in O(n log n). `còn lại` takes whatever the
 * others leave, so with it there is no gap.
 */
export function coverage<Tier extends { readonly condition: Condition }>(
  tiers: readonly Tier[],
  domain: NumberDomain,
  target: Target | undefined,
): Coverage<Tier> {
  const named = tiers.flatMap((tier) => {
    const interval = intervalOf(tier.condition, target, domain)
    return interval ? [{ tier, interval: within(domain, interval) }] : []
  })
  const empty = named.filter(({ interval }) => isEmpty(interval)).map(({ tier }) => tier)
  const bounds = within(domain, domain.interval)
  const covered = named
    .map(({ tier, interval }) => ({ tier, interval: intersect(interval, bounds) }))
    .filter(({ interval }) => !isEmpty(interval))
    .toSorted((left, right) => compareLows(left.interval.low, right.interval.low))
  const rest = tiers.some(({ condition }) => condition.kind === 'rest')
  const open = findGaps(covered, bounds)
  const restBetween = rest ? open.filter(({ below, above }) => below && above) : []
  return { gaps: rest ? [] : open, restBetween, overlaps: findOverlaps(covered), empty }
}

function findGaps<Tier>(covered: readonly Covered<Tier>[], bounds: Interval): Coverage<Tier>['gaps'] {
  const gaps: { interval: Interval; below?: Tier; above?: Tier }[] = []
  let reach = bounds.low
  let below: Tier | undefined
  for (const { tier, interval } of covered) {
    if (reach && interval.low && compareCuts(interval.low, reach) > 0) {
      gaps.push({ interval: { low: reach, high: interval.low }, ...(below && { below }), above: tier })
    }
    if (!interval.high) return gaps
    if (!reach || compareCuts(interval.high, reach) > 0) {
      reach = interval.high
      below = tier
    }
  }
  if (!bounds.high || !reach || compareCuts(reach, bounds.high) < 0) {
    gaps.push({ interval: { low: reach, high: bounds.high }, ...(below && { below }) })
  }
  return gaps
}

function findOverlaps<Tier>(covered: readonly Covered<Tier>[]): Coverage<Tier>['overlaps'] {
  const overlaps: { interval: Interval; first: Tier; second: Tier }[] = []
  let furthest: Covered<Tier> | undefined
  for (const current of covered) {
    if (furthest) {
      const both = intersect(furthest.interval, current.interval)
      if (!isEmpty(both)) overlaps.push({ interval: both, first: furthest.tier, second: current.tier })
    }
    if (!furthest || reachesFurther(current.interval.high, furthest.interval.high)) furthest = current
  }
  return overlaps
}

function reachesFurther(left: Cut | undefined, right: Cut | undefined): boolean {
  if (!right) return false
  return !left || compareCuts(left, right) > 0
}

function compareLows(left: Cut | undefined, right: Cut | undefined): number {
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined)
  return compareCuts(left, right)
}
