import { compare, multiply, type Rational, subtract, ZERO } from '#base/rational.ts'
import { changesBetween, type ScoreSheet } from '#engine/index.ts'
import type { Plan } from './candidates.ts'
import { findLevers, type Ground } from './findLevers.ts'
import { waysToMove } from './plan.ts'

/** One measure moved and nothing else, and what that brings. */
export interface SingleStep extends Plan {
  /** Points that are gained; greater than zero. */
  readonly gain: Rational
}

/**
 * For each measure that can still be moved, the move that brings most points for its effort; the best first, and of equals the one that
 * brings more. What moves nothing but other entrants, or only keeps a class, is not among them.
 */
export function singleSteps(ground: Omit<Ground, 'asks'>): readonly SingleStep[] {
  const { trial, since } = ground
  const { levers } = findLevers({ ...ground, asks: { standing: false, others: false } })
  const { options } = waysToMove(levers, { trial, since, heldAgainstOthers: false })
  const expected = trial.cohort([])
  const steps = [...options.values()].flatMap((ways) => {
    const found = ways.flatMap((option): SingleStep[] => {
      if (option.changed.length === 0) return []
      const cohort = trial.cohort(option.changed)
      const gain = subtract(pointsOf(cohort.own), pointsOf(expected.own))
      if (compare(gain, ZERO) <= 0) return []
      return [
        {
          options: [option],
          effort: option.effort,
          cohort,
          changes: changesBetween(expected.own, cohort.own),
          gain,
        },
      ]
    })
    return found.toSorted(byWorth).slice(0, 1)
  })
  return steps.toSorted(byWorth)
}

/** More points for the effort first, so first of all what only has to be reported and takes none; of equals more points. */
function byWorth(left: SingleStep, right: SingleStep): number {
  return (
    compare(multiply(right.gain, left.effort), multiply(left.gain, right.effort)) ||
    compare(right.gain, left.gain)
  )
}

function pointsOf({ total }: ScoreSheet): Rational {
  return total ?? ZERO
}
