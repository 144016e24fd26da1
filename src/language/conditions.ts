import type { Cut, Interval } from '#base/interval.ts'
import type { Rational } from '#base/rational.ts'
import type { Bound, Condition, Target } from './ast.ts'
import { after, before, type Domain, goalValue, placeOfLevel } from './domain.ts'

/**
 * The values a condition names, on the line of all numbers; `undefined` for `còn lại`, for có/không, for a level that the
 * domain does not have, and for the target where there is none. The one place that says which bounds belong to a tier.
 */
export function intervalOf(
  condition: Condition,
  target: Target | undefined,
  domain: Domain,
): Interval | undefined {
  switch (condition.kind) {
    case 'range': {
      const low = condition.low && lowCut(condition.low, domain)
      const high = condition.high && highCut(condition.high, domain)
      if ((condition.low && !low) || (condition.high && !high)) return undefined
      return { low, high }
    }
    case 'target':
      return target && targetInterval(condition.side, target, domain)
    case 'flag':
    case 'rest':
      return undefined
  }
}

function targetInterval(
  side: Extract<Condition, { kind: 'target' }>['side'],
  { goal }: Target,
  domain: Domain,
): Interval | undefined {
  const low = goalValue(goal, domain)
  if (!low) return undefined
  const high = goal.high?.value ?? low
  switch (side) {
    case 'reached':
      return goal.atMost ? { low: undefined, high: after(low) } : { low: before(low), high: undefined }
    case 'notReached':
      return goal.atMost ? { low: after(low), high: undefined } : { low: undefined, high: before(low) }
    case 'below':
      return { low: undefined, high: before(low) }
    case 'within':
      return { low: before(low), high: after(high) }
    case 'above':
      return { low: after(high), high: undefined }
  }
}

function lowCut({ at, inclusive }: Bound, domain: Domain): Cut | undefined {
  const value = boundValue(at, domain)
  return value && (inclusive ? before(value) : after(value))
}

function highCut({ at, inclusive }: Bound, domain: Domain): Cut | undefined {
  const value = boundValue(at, domain)
  return value && (inclusive ? after(value) : before(value))
}

/** The number a bound stands for in the domain. */
export function boundValue(at: Bound['at'], domain: Domain): Rational | undefined {
  return at.kind === 'amount' ? at.amount.value : placeOfLevel(at.name.text, domain)
}
