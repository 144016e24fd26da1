import { equals, type Rational } from '#base/rational.ts'
import type { Cohort } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Plan } from './candidates.ts'
import type { Desk } from './desk.ts'
import { usefulOptions } from './features.ts'
import { findLevers, type Ground, type LeftOut } from './findLevers.ts'
import { asksOf, type Goal, meets } from './goal.ts'
import type { Lever, Option } from './lever.ts'
import { optionsOf } from './optionsOf.ts'
import { search } from './search.ts'
import type { Task } from './task.ts'

/** What came of planning. */
export type Planned = {
  /** Where things go without a plan. */
  readonly expected: Cohort
  readonly leftOut: readonly LeftOut[]
} & (
  | { readonly kind: 'already' }
  | {
      readonly kind: 'reached'
      /** That of least effort first; then, for more effort, that of least effort for each better rank. */
      readonly plans: readonly Plan[]
      /** The nearest that less effort comes to; `undefined` where nothing takes less. */
      readonly below: Plan | undefined
      /** How many ways to move everything there are: none was left out. */
      readonly ways: bigint
      readonly coarse: readonly Coarse[]
    }
  | {
      readonly kind: 'unreachable'
      /** The nearest that can be reached. */
      readonly most: Plan
      readonly ways: bigint
      readonly coarse: readonly Coarse[]
    }
  /** The ways to move these (or, where none is named, all ways together) are too many: nothing could be said to be the least. */
  | { readonly kind: 'tooMany'; readonly levers: readonly Lever[] }
  /** However far these are moved, to move them further would still count. */
  | { readonly kind: 'endless'; readonly levers: readonly Lever[] }
)

/** A measure that is moved in larger steps than its own, because there would be too many ways otherwise. */
export interface Coarse {
  readonly measure: Measure
  readonly step: Rational
}

/** The plan of least effort that reaches the goal, over all that can still be moved; exact, because no way is left out. */
export function planFor(ground: Omit<Ground, 'asks'>, goal: Goal): Planned {
  const { trial, since } = ground
  const { program } = trial.evaluation
  const expected = trial.cohort([])
  const asks = asksOf(goal, program)
  const { levers, leftOut } = findLevers({ ...ground, asks })
  const common = { expected, leftOut }
  if (meets(expected, goal, program)) return { ...common, kind: 'already' }
  const desk = { trial, since, heldAgainstOthers: asks.others }
  const { options, coarse, endless, tooMany } = waysToMove(levers, desk)
  if (endless.length > 0) return { ...common, kind: 'endless', levers: endless }
  if (tooMany.length > 0) return { ...common, kind: 'tooMany', levers: tooMany }
  const ways = [...options.values()].reduce((product, found) => product * BigInt(found.length), 1n)
  const searched = search({ desk, options, asks, goal, expected })
  if (searched.kind === 'tooMany') return { ...common, kind: 'tooMany', levers: [] }
  return { ...common, ...searched, ways, coarse }
}

/** The useful ways to move each lever; and those levers that are moved in larger steps, or cannot be gone through at all. */
export function waysToMove(
  levers: readonly Lever[],
  desk: Desk,
): {
  readonly options: Task['options']
  readonly coarse: readonly Coarse[]
  readonly endless: readonly Lever[]
  readonly tooMany: readonly Lever[]
} {
  const options = new Map<Lever, readonly Option[]>()
  const coarse: Coarse[] = []
  const endless: Lever[] = []
  const tooMany: Lever[] = []
  for (const lever of levers) {
    const ways = optionsOf(lever, desk)
    if (ways.kind !== 'options') (ways.kind === 'endless' ? endless : tooMany).push(lever)
    else {
      options.set(lever, usefulOptions(lever, ways.options, desk))
      if (!equals(ways.step, lever.step)) coarse.push({ measure: lever.measure, step: ways.step })
    }
  }
  return { options, coarse, endless, tooMany }
}
