import type { Cut, Interval } from '#base/interval.ts'
import type { Bound, Condition, Target } from './ast.ts'
import { after, before } from './domain.ts'

/**
 * The values a condition names, on the line of all numbers; `undefined` for `còn lại`, for có/không, and for
 * `đạt chỉ tiêu` where there is no target. The one place that says which bounds belong to a tier.
 */
export function intervalOf(condition: Condition, target: Target | undefined): Interval | undefined {
  switch (condition.kind) {
    case 'range':
      return { low: condition.low && lowCut(condition.low), high: condition.high && highCut(condition.high) }
    case 'targetReached':
      return target && { low: before(target.low.value), high: undefined }
    case 'flag':
    case 'rest':
      return undefined
  }
}

function lowCut({ amount, inclusive }: Bound): Cut {
  return inclusive ? before(amount.value) : after(amount.value)
}

function highCut({ amount, inclusive }: Bound): Cut {
  return inclusive ? after(amount.value) : before(amount.value)
}
