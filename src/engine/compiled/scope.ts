import type { Frequency, Period } from '#base/period.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { cohortOf } from '../cohort.ts'
import { holdsFor } from '../judge.ts'
import type { Leaf, ProgramException } from '../program.ts'
import type { Evaluation } from '../readInput.ts'
import type { Cohorts } from './cohortValues.ts'
import type { Columns, Population } from './columns.ts'
import { gatherOne } from './gatherOne.ts'
import { gatherPair, type Read } from './gatherPair.ts'
import { type Inputs, laneFor } from './lane.ts'
import { rollUp } from './rollUp.ts'
import { type Slots, slotOf, slotsOn } from './slots.ts'
import { EXACT, type Units } from './units.ts'

/** What all criteria of a level are compiled with. */
export interface Scope {
  readonly evaluation: Evaluation
  readonly columns: Columns
  readonly population: Population
  readonly units: Units
  /** Rules over whole numbers up to it are judged beforehand for each of them (tableKernel.ts). */
  readonly longestTable: number
  /** The measures that are read from the facts themselves: whoever reads one so adds its name. */
  readonly readFromFacts: Set<string>
}

/**
 * The measures of one value of a criterion for the scope's entrants, added up from members where it is measured below
 * them; in one period, where it is named. `undefined` where numbers have more digits than doubles hold.
 */
export function inputsOf(
  leaf: Leaf,
  measures: readonly Measure[],
  scope: Scope,
  only?: Period,
): Inputs | undefined {
  const { columns, population } = scope
  const source = columns.populations.get(leaf.level)
  const own = source ? ownInputs(measures, source, scope, only) : noInputs(measures)
  if (!own || population.level === leaf.level) return own
  const [part, whole] = measures
  const isPart = whole !== undefined && part?.partOf?.text === whole.name.text
  return exactly(rollUp(own, source, population, source && exemptOf(leaf, source.entrants), isPart))
}

/** The inputs, where all that they may come to is exact in doubles. */
function exactly(inputs: Inputs | undefined): Inputs | undefined {
  return inputs && inputs.top.most <= EXACT && (inputs.bottom?.most ?? 0) <= EXACT ? inputs : undefined
}

/** Measures of the scope's own entrants, whatever level they are measured at. */
export function levelInputs(measures: readonly Measure[], scope: Scope): Inputs | undefined {
  return ownInputs(measures, scope.population, scope, undefined)
}

function ownInputs(
  measures: readonly Measure[],
  source: Population,
  { evaluation: { program, asOf } }: Scope,
  only: Period | undefined,
): Inputs | undefined {
  const slotsFor = (frequency: Frequency): Slots =>
    only ? slotOf(only, source) : slotsOn(asOf, frequency, source, program)
  const reads = measures.map((measure): Read => {
    const column = source.columns.get(measure.name.text)
    if (!column) throw new Error('every measure has a column')
    return { column, slots: slotsFor(measure.frequency) }
  })
  const [top, bottom] = reads
  if (!top) throw new Error('a value has a measure')
  if (bottom) return exactly(gatherPair(top, bottom, only !== undefined))
  const one = gatherOne(top.column, top.slots, only !== undefined)
  return exactly(one && { top: one.side, bottom: undefined, fill: one.fill })
}

/** The inputs of a level without entrants: nobody asks for them. */
function noInputs(measures: readonly Measure[]): Inputs {
  const side = () => ({ lane: laneFor(0, false), scale: 1, most: 0, negative: false })
  return { top: side(), bottom: measures.length > 1 ? side() : undefined, fill: () => {} }
}

/** By place: 1 for those whom the rulebook leaves out of the criterion; `undefined` where there is none. */
function exemptOf({ exceptions }: Leaf, entrants: readonly Entrant[]): Uint8Array | undefined {
  const exempting = exceptions.filter(({ rule }) => rule === 'notApplicable')
  const exempt = Uint8Array.from(entrants, (entrant) =>
    Number(exempting.some((one) => holdsFor(one, entrant))),
  )
  return exempt.includes(1) ? exempt : undefined
}

/** By place: the exception of the criterion that holds, -1 for none; `undefined` where none holds for anyone. */
export function exceptionsOf(
  exceptions: readonly ProgramException[],
  entrants: readonly Entrant[],
): Int16Array | undefined {
  if (exceptions.length === 0) return undefined
  const held = Int16Array.from(entrants, (entrant) => exceptions.findIndex((one) => holdsFor(one, entrant)))
  return held.some((place) => place >= 0) ? held : undefined
}

/** Who is compared with whom by a criterion. */
export function cohortsOf(leaf: Leaf, { evaluation: { program }, population: { entrants } }: Scope): Cohorts {
  const keys = entrants.map((entrant) => cohortOf(entrant, program))
  const places = new Map([...new Set(keys)].map((key, place) => [key, place]))
  return {
    of: Int32Array.from(keys, (key) => places.get(key) ?? 0),
    count: places.size,
    isExempt: exemptOf(leaf, entrants),
  }
}
