import { type Period, periodKey } from '#base/period.ts'
import type { Fact } from '#records/fact.ts'
import { numberOf } from './change.ts'
import { type Columns, MISSING, stateOf, VALUE } from './columns.ts'
import { standIn } from './lane.ts'

/** A place in a column, for whoever writes to it again and again between runs. */
export interface Cell {
  /** What its numbers are multiplied by to be whole. */
  readonly scale: number
  /** What a fact of the measure would hold there; `undefined` where it does not fit. */
  readonly heldBy: (fact: Fact) => Held | undefined
  readonly write: (held: Held) => void
}

/** What a slot holds: a state (columns.ts) and the number, or what stands in for it. */
export interface Held {
  readonly state: number
  readonly number: number
}

/** No fact. */
export const NO_FACT: Held = { state: MISSING, number: standIn(MISSING) }

/** A value, as its number times the scale. */
export function valueHeld(number: number): Held {
  return { state: VALUE, number }
}

/** Whether there is a value that counts. */
export function isValue({ state }: Held): boolean {
  return state === VALUE
}

/** The place of an entrant's measure and period; `undefined` where there is no column for it, or its numbers are too wide for one. */
export function cellIn(columns: Columns, entrant: string, measure: string, period: Period): Cell | undefined {
  const population = [...columns.populations.values()].find(({ at }) => at.has(entrant))
  const at = population?.at.get(entrant)
  const column = population?.columns.get(measure)
  const key = periodKey(period)
  const slot = population?.periods[period.frequency].findIndex((one) => periodKey(one) === key) ?? -1
  const [numbers, states] = [column?.values[slot], column?.states[slot]]
  if (at === undefined || !column || !numbers || !states || column.wide) return undefined
  return {
    scale: column.scale,
    heldBy: (fact) => {
      const state = stateOf(fact, column.measure)
      const number = state === VALUE ? numberOf(fact, column) : standIn(state)
      return number === undefined ? undefined : { state, number }
    },
    write: (held) => {
      numbers[at] = held.number
      states[at] = held.state
    },
  }
}
