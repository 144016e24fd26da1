import { periodKey } from '#base/period.ts'
import { denominator, numerator } from '#base/rational.ts'
import type { Fact } from '#records/fact.ts'
import type { FaultFinder } from '../factFaults.ts'
import {
  type Columns,
  type MeasureColumn,
  NOT_APPLICABLE,
  numberIn,
  type Population,
  stateOf,
  VALUE,
} from './columns.ts'
import { standIn } from './lane.ts'

/** Where a fact stands. */
export interface Placed {
  readonly population: Population
  readonly at: number
}

/**
 * Puts a corrected fact into its column. `undefined` where the rulebook does not take it, or where it does not fit there: a period
 * or a fineness that no other fact of the level has, a number out of all proportion, or a state that was counted on not to
 * occur. The facts are then bound and laid out anew.
 */
export function changeFact(columns: Columns, fact: Fact, faultOf: FaultFinder): Placed | undefined {
  const population = [...columns.populations.values()].find(({ at }) => at.has(fact.entrant))
  const at = population?.at.get(fact.entrant)
  const column = population?.columns.get(fact.measure)
  if (!population || at === undefined || !column || faultOf(fact, population.entrants[at])) return undefined
  const periods = population.periods[fact.period.frequency]
  const slot = periods.findIndex((period) => periodKey(period) === periodKey(fact.period))
  const [numbers, states] = [column.values[slot], column.states[slot]]
  const state = stateOf(fact, column.measure)
  const number = state === VALUE ? numberOf(fact, column) : standIn(state)
  if (!numbers || !states || number === undefined || !isFitting(column, slot, state)) return undefined
  numbers[at] = number
  states[at] = state
  return { population, at }
}

function isFitting(
  { complete, someNotApplicable, wide }: MeasureColumn,
  slot: number,
  state: number,
): boolean {
  return !wide && (state === VALUE || !complete[slot]) && (state !== NOT_APPLICABLE || someNotApplicable)
}

/** The number that stands for a fact's value in a column; `undefined` where it does not fit. */
export function numberOf(fact: Fact, { measure, scale, most, negative }: MeasureColumn): number | undefined {
  const value = numberIn(fact, measure)
  const [top, bottom] = [numerator(value), denominator(value)]
  if (BigInt(scale) % bottom !== 0n || (top < 0n && !negative)) return undefined
  const number = Number(top * (BigInt(scale) / bottom))
  return Math.abs(number) <= most ? number : undefined
}
