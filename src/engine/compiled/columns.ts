import type { EntrantLevel } from '#base/entrantLevel.ts'
import { type Frequency, firstDay, type Period, periodKey } from '#base/period.ts'
import { compareDates, dayNumber } from '#base/plainDate.ts'
import { denominator, numerator, type Rational, rational } from '#base/rational.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { FactTable } from '../factTable.ts'
import { placeOfFact } from '../placeOfFact.ts'
import type { Program } from '../program.ts'
import { waits } from '../readInput.ts'
import { type Numbers, numbersFor, standIn } from './lane.ts'
import { EXACT, leastCommonMultiple, magnitude } from './units.ts'

/** What a slot holds, in the order in which the worse of two outcomes wins; a whole outcome has the same codes. */
export const VALUE = 0
export const PENDING = 1
export const MISSING = 2
export const NOT_APPLICABLE = 3
export const IN_ERROR = 4

/** The facts of a dossier as columns: one number and one state for each entrant, measure and period. */
export interface Columns {
  readonly populations: ReadonlyMap<EntrantLevel, Population>
}

/** Which slots are written again and again between runs (cells.ts), and how far. */
export interface Changing {
  /** How many times as far from zero as any fact of the measure its numbers may go, twice at least. */
  readonly reachOf: (measure: string) => number
  /** What its numbers are multiplied by to be whole, those that are written too; by default what those at hand ask for. */
  readonly finenessOf?: (measure: string) => bigint
  /** Whether a slot may come to hold something else than it holds when it is laid out. */
  readonly has: (measure: string, period: Period) => boolean
}

/** What is laid out stays as it is, but for single corrections (change.ts). */
export const UNCHANGING: Changing = { reachOf: () => 2, has: () => false }

/** All entrants of a level; those of one commune stand side by side. */
export interface Population {
  readonly level: EntrantLevel
  readonly entrants: readonly Entrant[]
  /** Where an entrant stands. */
  readonly at: ReadonlyMap<string, number>
  /** The places of a commune's entrants, from the first up to the one after the last. */
  readonly ranges: ReadonlyMap<string, readonly [number, number]>
  /** The periods that any fact of the level is for, by how often they come, oldest first. */
  readonly periods: Readonly<Record<Frequency, readonly Period[]>>
  readonly columns: ReadonlyMap<string, MeasureColumn>
}

/** One measure of a level: a slot for every period of its frequency. */
export interface MeasureColumn {
  readonly measure: Measure
  /**
   * By period, by entrant: the number times `scale`, whole; a flag is 0 or 1, a level its place, a day its number; a
   * stand-in where there is no value.
   */
  readonly values: readonly Numbers[]
  /** By period, by entrant. */
  readonly states: readonly Uint8Array[]
  readonly scale: number
  /** No value is further from zero. */
  readonly most: number
  /** Some value is below zero. */
  readonly negative: boolean
  /** Some fact says that it does not apply. */
  readonly someNotApplicable: boolean
  /** By period: everybody has a value. */
  readonly complete: readonly boolean[]
  /** Values need more digits than a double holds: whoever reads them reads the facts themselves. */
  readonly wide: boolean
}

/** Lays the facts out, once for all days. */
export function columnsOf(
  program: Program,
  { entrants, facts }: FactTable,
  changing: Changing = UNCHANGING,
): Columns {
  const levels = Map.groupBy(entrants, ({ level }) => level)
  const measures = [...program.measures.values()]
  const populations = [...levels].map(([level, members]) => {
    const ordered = [...Map.groupBy(members, ({ parent }) => parent ?? '').values()].flat()
    return [level, populationOf(level, ordered, { measures, factsOf: facts, changing })] as const
  })
  return { populations: new Map(populations) }
}

/** What is laid out, and what of it changes. */
interface Layout {
  readonly measures: readonly Measure[]
  readonly factsOf: FactTable['facts']
  readonly changing: Changing
}

function populationOf(
  level: EntrantLevel,
  entrants: readonly Entrant[],
  { measures, factsOf, changing }: Layout,
): Population {
  const periods = periodsIn(entrants, measures, factsOf)
  const columns = measures.map((measure) => {
    const own = (entrant: Entrant): readonly Fact[] => factsOf(entrant.id, measure.name.text)
    const laid = columnOf(measure, entrants, own, { periods: periods[measure.frequency], changing })
    return [measure.name.text, laid] as const
  })
  return {
    level,
    entrants,
    at: new Map(entrants.map(({ id }, index) => [id, index])),
    ranges: rangesOf(entrants),
    periods,
    columns: new Map(columns),
  }
}

function periodsIn(
  entrants: readonly Entrant[],
  measures: readonly Measure[],
  factsOf: FactTable['facts'],
): Population['periods'] {
  const found = {
    month: new Map<string, Period>(),
    quarter: new Map<string, Period>(),
    year: new Map<string, Period>(),
  }
  for (const { name } of measures) {
    let last: Period | undefined
    for (const { id } of entrants) {
      for (const { period } of factsOf(id, name.text)) {
        if (period === last) continue
        last = period
        found[period.frequency].set(periodKey(period), period)
      }
    }
  }
  const sorted = (periods: ReadonlyMap<string, Period>): readonly Period[] =>
    [...periods.values()].toSorted((left, right) => compareDates(firstDay(left), firstDay(right)))
  return { month: sorted(found.month), quarter: sorted(found.quarter), year: sorted(found.year) }
}

function rangesOf(entrants: readonly Entrant[]): ReadonlyMap<string, readonly [number, number]> {
  const ranges = new Map<string, [number, number]>()
  for (const [index, { parent = '' }] of entrants.entries()) {
    const range = ranges.get(parent)
    if (range) range[1] = index + 1
    else ranges.set(parent, [index, index + 1])
  }
  return ranges
}

/** Reads the facts twice: once for how fine they are, once to lay them out. */
function columnOf(
  measure: Measure,
  entrants: readonly Entrant[],
  factsOf: (entrant: Entrant) => readonly Fact[],
  { periods, changing }: { readonly periods: readonly Period[]; readonly changing: Changing },
): MeasureColumn {
  const reach = changing.reachOf(measure.name.text)
  const slots = new Map(periods.map((period, slot) => [periodKey(period), slot]))
  let fineness = changing.finenessOf?.(measure.name.text) ?? 1n
  let [largest, someNotApplicable, negative] = [0n, false, false]
  for (const entrant of entrants) {
    for (const fact of factsOf(entrant)) {
      const state = stateOf(fact, measure)
      someNotApplicable ||= state === NOT_APPLICABLE
      // What waits may come to count.
      if (state !== VALUE && state !== PENDING) continue
      const value = numberIn(fact, measure)
      const bottom = denominator(value)
      if (fineness % bottom !== 0n && fineness <= BigInt(EXACT))
        fineness = leastCommonMultiple(fineness, bottom)
      const size = magnitude(numerator(value)) / bottom + 1n
      if (size > largest) largest = size
      negative ||= numerator(value) < 0n
    }
  }
  const wide = largest * fineness * BigInt(reach) > BigInt(EXACT)
  negative ||= reach > UNCHANGING.reachOf(measure.name.text) && mayBeNegative(measure)
  // Room for what is corrected later (change.ts).
  const bound = Number(largest * fineness) * reach
  const values = periods.map(() => numbersFor(entrants.length, bound, negative).fill(standIn(MISSING)))
  const states = periods.map(() => new Uint8Array(entrants.length).fill(MISSING))
  for (const [at, entrant] of entrants.entries()) {
    for (const fact of factsOf(entrant)) {
      const slot = slots.get(periodKey(fact.period)) ?? -1
      const [numbers, own] = [values[slot], states[slot]]
      const state = stateOf(fact, measure)
      if (!numbers || !own) continue
      own[at] = state
      numbers[at] = standIn(state)
      if (state !== VALUE || wide) continue
      const value = numberIn(fact, measure)
      const number = Number(numerator(value) * (fineness / denominator(value)))
      numbers[at] = number
    }
  }
  const scale = wide ? 1 : Number(fineness)
  const complete = states.map(
    (own, slot) =>
      !changing.has(measure.name.text, periods[slot] as Period) && own.every((state) => state === VALUE),
  )
  return { measure, values, states, complete, scale, most: bound, negative, someNotApplicable, wide }
}

function mayBeNegative(measure: Measure): boolean {
  const domain = domainOfMeasure(measure)
  const low = domain?.kind === 'number' ? domain.interval.low : undefined
  return domain?.kind === 'number' && (!low || numerator(low.at) < 0n)
}

/** The state of a fact. */
export function stateOf(fact: Fact, measure: Measure): number {
  if (fact.value.kind === 'notApplicable') return NOT_APPLICABLE
  return waits(fact, measure) ? PENDING : VALUE
}

/** The number of a fact that has a value. */
export function numberIn({ value }: Fact, measure: Measure): Rational {
  const place = placeOfFact({ value }, measure)
  if (place) return place
  switch (value.kind) {
    case 'number':
      return value.value
    case 'flag':
      return rational(value.is ? 1n : 0n)
    case 'date':
      return rational(BigInt(dayNumber(value.date)))
    case 'words':
      throw new Error('a bound fact names a level of its measure')
    case 'notApplicable':
      throw new Error('what does not apply has no number')
  }
}
