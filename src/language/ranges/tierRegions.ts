import { type Cut, compareCuts, type Interval, intersect, isEmpty } from '#base/interval.ts'
import type { Target, Tier } from '../ast.ts'
import { pointsOf } from '../awards.ts'
import { intervalOf } from '../conditions.ts'
import { type NumberDomain, within } from '../domain.ts'
import type { FlagRegion, Region, Scored } from './regions.ts'

/**
 * The tiers laid over the domain, each where it applies, `còn lại` wherever no other does. `undefined` where values are left
 * out, which is an error of its own.
 */
export function tierRegions(
  tiers: readonly Tier[],
  target: Target | undefined,
  domain: NumberDomain,
  scored: Scored,
): readonly Region[] | undefined {
  const named = tiers
    .flatMap((tier) => {
      const interval = intervalOf(tier.condition, target, domain)
      const met = interval && intersect(within(domain, interval), domain.interval)
      return met && !isEmpty(met) ? [{ tier, interval: met }] : []
    })
    .toSorted((left, right) => compareLows(left.interval.low, right.interval.low))
  const rest = tiers.find(({ condition }) => condition.kind === 'rest')
  const regions: Region[] = []
  let whole = true
  /** Where the next region starts: `undefined` before the first when the domain has no lower end. */
  let reach = domain.interval.low
  let done = false
  const push = (tier: Tier | undefined, interval: Interval): void => {
    if (isEmpty(interval)) return
    if (tier) regions.push({ interval, points: constant(tier, scored), source: tier })
    else whole = false
  }
  for (const { tier, interval } of named) {
    if (done) break
    if (interval.low && (!reach || compareCuts(interval.low, reach) > 0)) {
      push(rest, { low: reach, high: interval.low })
      reach = interval.low
    }
    // Where two tiers apply they give the same points: anything else is an error.
    push(tier, { low: reach, high: interval.high })
    if (!interval.high) done = true
    else if (!reach || compareCuts(interval.high, reach) > 0) reach = interval.high
  }
  if (!done) push(rest, { low: reach, high: domain.interval.high })
  return whole ? regions : undefined
}

/** Points for không and for có; `undefined` where one of them is left out. */
export function flagTierRegions(
  tiers: readonly Tier[],
  { maximum, role }: Scored,
): readonly FlagRegion[] | undefined {
  const regions = [false, true].flatMap((is) => {
    const tier =
      tiers.find(({ condition }) => condition.kind === 'flag' && condition.is === is) ??
      tiers.find(({ condition }) => condition.kind === 'rest')
    return tier ? [{ is, points: pointsOf(tier.award, maximum, role), source: tier }] : []
  })
  return regions.length === 2 ? regions : undefined
}

function constant({ award }: Tier, { maximum, role }: Scored): Region['points'] {
  return { kind: 'constant', points: pointsOf(award, maximum, role) }
}

function compareLows(left: Cut | undefined, right: Cut | undefined): number {
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined)
  return compareCuts(left, right)
}
