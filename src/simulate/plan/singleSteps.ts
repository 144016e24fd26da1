import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '#base/rational.ts'
import { type Cohort, changesBetween, type ScoreSheet } from '#engine/index.ts'
import type { Plan } from './candidates.ts'
import { findLevers, type Ground } from './findLevers.ts'
import { type Option, unitOfEffort } from './lever.ts'
import { waysToMove } from './plan.ts'

/** One measure moved and nothing else, and what that brings. */
export interface SingleStep extends Plan {
  /** Points that are gained; greater than zero. */
  readonly gain: Rational
}

/**
 * For each measure that the entrant itself still reports, the move that brings most points for its effort, and of equals the one that brings more;
 * where one step further brings nearly as much for its effort, that is told: nobody stops one household short of a target. The best first. What
 * moves nothing but other entrants, or only keeps a class, is not among them.
 */
export function singleSteps(ground: Omit<Ground, 'asks'>): readonly SingleStep[] {
  const { trial, since } = ground
  const { levers } = findLevers({ ...ground, asks: { standing: false, others: false } })
  const own = levers.filter(({ slots }) => slots.every(({ entrant }) => entrant === trial.entrant.id))
  const { options } = waysToMove(own, { trial, since, heldAgainstOthers: false })
  const expected = trial.cohort([])
  const steps = [...options].flatMap(([lever, ways]): SingleStep[] => {
    const found = ways.flatMap((option): Weighed[] => {
      if (option.changed.length === 0) return []
      const cohort = trial.cohort(option.changed)
      const gain = subtract(pointsOf(cohort.own), pointsOf(expected.own))
      return compare(gain, ZERO) > 0 ? [{ option, effort: option.effort, cohort, gain }] : []
    })
    const best = bestOf(found, multiply(lever.effort, divide(lever.step, unitOfEffort(lever.measure))))
    if (!best) return []
    const { option, ...step } = best
    return [{ ...step, options: [option], changes: changesBetween(expected.own, step.cohort.own) }]
  })
  return steps.toSorted(byWorth)
}

type Worth = Pick<SingleStep, 'effort' | 'gain'>

interface Weighed extends Worth {
  readonly option: Option
  readonly cohort: Cohort
}

/** More points for the effort first, so first of all what only has to be reported and takes none; of equals more points. */
function byWorth(left: Worth, right: Worth): number {
  return (
    compare(multiply(right.gain, left.effort), multiply(left.gain, right.effort)) ||
    compare(right.gain, left.gain)
  )
}

/** So much of the best there is to be for the effort. */
const NEARLY = rational(9n, 10n)

/** The best by worth or, where that takes any effort, what brings more for a step of effort more and is nearly worth as much. */
export function bestOf<One extends Worth>(found: readonly One[], step: Rational): One | undefined {
  const [best] = found.toSorted(byWorth)
  if (!best || isZero(best.effort)) return best
  const isNear = ({ effort, gain }: One): boolean =>
    compare(effort, add(best.effort, step)) <= 0 &&
    compare(multiply(gain, best.effort), multiply(multiply(best.gain, effort), NEARLY)) >= 0
  return found.filter(isNear).reduce((most, one) => (compare(one.gain, most.gain) > 0 ? one : most), best)
}

function pointsOf({ total }: ScoreSheet): Rational {
  return total ?? ZERO
}
