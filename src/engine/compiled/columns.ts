import type { EntrantLevel } from '#base/entrantLevel.ts'
import { type Frequency, firstDay, type Period, periodKey } from '#base/period.ts'
import { compareDates, dayNumber } from '#base/plainDate.ts'
import { denominator, multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { domainOfMeasure, type Measure, placeOfLevel } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { FactTable } from '../factTable.ts'
import type { Program } from '../program.ts'
import { waits } from '../readInput.ts'
import { EXACT, leastCommonMultiple } from './units.ts'

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
  /** By period, by entrant: the number times `scale`, whole; a flag is 0 or 1, a level its place, a day its number. */
  readonly values: readonly Float64Array[]
  /** By period, by entrant. */
  readonly states: readonly Uint8Array[]
  readonly scale: number
  /** No value is further from zero. */
  readonly most: number
  /** Some value is below zero. */
  readonly negative: boolean
  /** Some fact says that it does not apply. */
  readonly someNotApplicable: boolean
  /** Values need more digits than a double holds: whoever reads them reads the facts themselves. */
  readonly wide: boolean
}

/** Lays the facts out, once for all days. */
export function columnsOf(program: Program, { entrants, facts }: FactTable): Columns {
  const levels = Map.groupBy(entrants, ({ level }) => level)
  const measures = [...program.measures.values()]
  const populations = [...levels].map(([level, members]) => {
    const ordered = [...Map.groupBy(members, ({ parent }) => parent ?? '').values()].flat()
    return [level, populationOf(level, ordered, measures, facts)] as const
  })
  return { populations: new Map(populations) }
}

function populationOf(
  level: EntrantLevel,
  entrants: readonly Entrant[],
  measures: readonly Measure[],
  factsOf: FactTable['facts'],
): Population {
  const found = measures.map((measure) => ({
    measure,
    facts: entrants.map(({ id }) => factsOf(id, measure.name.text)),
  }))
  const all = found.flatMap(({ facts }) => facts.flat())
  const periods = (frequency: Frequency): readonly Period[] => {
    const own = all.map(({ period }) => period).filter((period) => period.frequency === frequency)
    const distinct = [...new Map(own.map((period) => [periodKey(period), period])).values()]
    return distinct.toSorted((left, right) => compareDates(firstDay(left), firstDay(right)))
  }
  const byFrequency = { month: periods('month'), quarter: periods('quarter'), year: periods('year') }
  return {
    level,
    entrants,
    at: new Map(entrants.map(({ id }, index) => [id, index])),
    ranges: rangesOf(entrants),
    periods: byFrequency,
    columns: new Map(
      found.map(({ measure, facts }) => [
        measure.name.text,
        columnOf(measure, facts, byFrequency[measure.frequency]),
      ]),
    ),
  }
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

function columnOf(
  measure: Measure,
  facts: readonly (readonly Fact[])[],
  periods: readonly Period[],
): MeasureColumn {
  const slots = new Map(periods.map((period, slot) => [periodKey(period), slot]))
  const cells = facts.flatMap((own, entrant) =>
    own.flatMap((fact) => {
      const slot = slots.get(periodKey(fact.period))
      return slot === undefined ? [] : [{ entrant, slot, state: stateOf(fact, measure), fact }]
    }),
  )
  const values = cells.map(({ state, fact }) => (state === VALUE ? numberIn(fact, measure) : undefined))
  const fineness = values.reduce<bigint>(
    (least, value) => (value ? leastCommonMultiple(least, denominator(value)) : least),
    1n,
  )
  const wide = fineness > BigInt(EXACT) || values.some((value) => value && isWide(value, fineness))
  const scale = wide ? 1 : Number(fineness)
  const column = {
    values: periods.map(() => new Float64Array(facts.length)),
    states: periods.map(() => new Uint8Array(facts.length).fill(MISSING)),
  }
  let [most, negative] = [0, false]
  for (const [index, { entrant, slot, state }] of cells.entries()) {
    const [numbers, states, value] = [column.values[slot], column.states[slot], values[index]]
    if (!numbers || !states) continue
    states[entrant] = state
    if (!value || wide) continue
    const number = Number(numerator(multiply(value, rational(fineness))))
    numbers[entrant] = number
    most = Math.max(most, Math.abs(number))
    negative ||= number < 0
  }
  const someNotApplicable = cells.some(({ state }) => state === NOT_APPLICABLE)
  return { measure, ...column, scale, most, negative, someNotApplicable, wide }
}

function isWide(value: Rational, fineness: bigint): boolean {
  const scaled = numerator(multiply(value, rational(fineness)))
  return scaled > BigInt(EXACT) || scaled < -BigInt(EXACT)
}

function stateOf(fact: Fact, measure: Measure): number {
  if (fact.value.kind === 'notApplicable') return NOT_APPLICABLE
  return waits(fact, measure) ? PENDING : VALUE
}

function numberIn({ value }: Fact, measure: Measure): Rational {
  switch (value.kind) {
    case 'number':
      return value.value
    case 'flag':
      return rational(value.is ? 1n : 0n)
    case 'date':
      return rational(BigInt(dayNumber(value.date)))
    case 'words': {
      const place = placeOfLevel(value.text, domainOfMeasure(measure) ?? { kind: 'flag' })
      if (!place) throw new Error('a bound fact names a level of its measure')
      return place
    }
    case 'notApplicable':
      throw new Error('what does not apply has no number')
  }
}
