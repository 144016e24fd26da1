import type { Interval } from '#base/interval.ts'
import { intersect, isEmpty } from '#base/interval.ts'
import type { Target, Tier } from '../../ast.ts'
import { intervalOf } from '../../conditions.ts'
import { type NumberDomain, within } from '../../domain.ts'
import type { Shape } from './shapes.ts'

/** The values that reach the target, of a target with two ends those between them; on the line of all numbers. */
export function goalInterval(target: Target, domain: NumberDomain): Interval | undefined {
  const side = target.goal.high ? 'within' : 'reached'
  return intervalOf({ kind: 'target', side, span: target.span }, target, domain)
}

/** Whether some value that can occur lies in the interval. */
function occurs(interval: Interval, domain: NumberDomain): boolean {
  return !isEmpty(intersect(within(domain, interval), domain.interval))
}

/** The domain of the value that the shape judges as one. */
export function domainOf({ regions }: Shape): NumberDomain | undefined {
  return regions.kind === 'number' || regions.kind === 'relative' ? regions.domain : undefined
}

/** Whether no value that can occur reaches the target. */
export function isTargetOutOfReach(shape: Shape): boolean {
  const domain = domainOf(shape)
  const goal = shape.target && domain && goalInterval(shape.target, domain)
  return goal !== undefined && domain !== undefined && !occurs(goal, domain)
}

/**
 * The tiers that no value falls into, each with what is judged by it. Tiers by a target that is out of reach are not among
 * them: the target is the cause.
 */
export function idleTiers(shape: Shape): readonly Tier[] {
  const { regions, rule, target } = shape
  if (regions.kind === 'relative') return []
  if (regions.kind === 'parts') {
    return regions.parts.flatMap(({ part, regions: own }) =>
      part.kind === 'measurePart' && own.kind === 'number' ? idleAmong(part.tiers, undefined, own) : [],
    )
  }
  if (rule.kind !== 'tiers') return []
  const tiers = isTargetOutOfReach(shape)
    ? rule.tiers.filter(({ condition }) => condition.kind !== 'target')
    : rule.tiers
  return regions.kind === 'number'
    ? idleAmong(tiers, target, regions)
    : tiers.filter(
        (tier) => tier.condition.kind === 'rest' && !regions.regions.some(({ source }) => source === tier),
      )
}

function idleAmong(
  tiers: readonly Tier[],
  target: Target | undefined,
  { domain, regions }: Extract<Shape['regions'], { kind: 'number' }>,
): readonly Tier[] {
  return tiers.filter((tier) => {
    if (tier.condition.kind === 'rest') return !regions.some(({ source }) => source === tier)
    const interval = intervalOf(tier.condition, target, domain)
    return interval !== undefined && !occurs(interval, domain)
  })
}
