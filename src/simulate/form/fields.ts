import type { Leaf } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import { findLevers, type Ground } from '../plan/findLevers.ts'
import type { Lever, Slot } from '../plan/lever.ts'

/** A measure that somebody may suppose otherwise for an entrant, in the periods that are still open. */
export interface Field {
  readonly measure: Measure
  readonly slots: readonly Slot[]
  /** The criteria that it counts for, in reading order. */
  readonly leaves: readonly Leaf[]
}

/**
 * What may be supposed of an entrant's own facts: what a plan may move. What is added up from members is for the members' own
 * pages.
 */
export function fieldsOf(ground: Omit<Ground, 'asks' | 'efforts'>): readonly Field[] {
  const { entrant } = ground.trial
  return leversOn(ground)
    .filter(({ slots }) => slots.every((slot) => slot.entrant === entrant.id))
    .map(({ measure, slots, uses }) => ({
      measure,
      slots,
      leaves: uses.flatMap((use) => (use.kind === 'leaf' ? [use.leaf] : [])),
    }))
}

/** What a plan may move, its members' own numbers too: what somebody may say the effort of. */
export function movableMeasures(ground: Omit<Ground, 'asks' | 'efforts'>): readonly Measure[] {
  return leversOn(ground).map(({ measure }) => measure)
}

function leversOn(ground: Omit<Ground, 'asks' | 'efforts'>): readonly Lever[] {
  const asks = { standing: true, others: false }
  return findLevers({ ...ground, efforts: undefined, asks }).levers
}
