import { dayNumber, firstDay, lastDay, type Period, periodsWithin, periodText } from './calendar.ts'
import { type Fraction, isLess, least, mean, most, total, ZERO } from './fractions.ts'
import type { Entrant, Fact, Gathering, Level, Measure, Model } from './model.ts'

/** From the one that wins where several meet to the one that all must have. */
const OUTCOMES = ['error', 'notApplicable', 'missing', 'pending', 'value'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What is known of a measure. */
export type Reading =
  | { readonly outcome: 'value'; readonly value: Fraction }
  | { readonly outcome: Exclude<Outcome, 'value'> }

/** What several measures that are read together come to: their values in order, or what stands in the way. */
export type Readings =
  | { readonly outcome: 'value'; readonly values: readonly Fraction[] }
  | { readonly outcome: Exclude<Outcome, 'value'> }

/** The measure of a name. */
export function measureOf({ rulebook }: Model, name: string): Measure {
  const measure = rulebook.measures.find((one) => one.name === name)
  if (!measure) throw new Error(`no measure ${name}`)
  return measure
}

/** The periods of the judged days that have begun by the day of the score, the oldest first. */
export function periodsBegun({ rulebook, asOf }: Model, frequency: Period['frequency']): readonly Period[] {
  const { from, to, factPeriod } = rulebook
  const days = typeof factPeriod === 'object' ? factPeriod : { from, to }
  return periodsWithin(frequency, days.from, days.to).filter(
    (period) =>
      dayNumber(firstDay(period)) <= dayNumber(asOf) &&
      (factPeriod !== 'yearly' || period.year === asOf.year),
  )
}

/** Whether the period is over on the day of the score. */
export function isDue({ asOf }: Model, period: Period): boolean {
  return dayNumber(lastDay(period)) <= dayNumber(asOf)
}

/** The measure for an entrant by itself, as of the day of the score. */
export function readMeasure(model: Model, entrant: Entrant, measure: Measure): Reading {
  return gather(model, entrant, measure, [])
}

/**
 * The measures for an entrant, read together: of a period, or gathered. Two are what is divided by and into; one that is
 * part of the other and above it is in error.
 */
export function readTogether(
  model: Model,
  entrant: Entrant,
  measures: readonly Measure[],
  period: Period | undefined,
): Readings {
  const readings = period
    ? measures.map((measure) => readPeriod(model, entrant, measure, period))
    : gatherTogether(model, entrant, measures)
  const read = meet(readings)
  const [part, whole] = measures
  if (read.outcome !== 'value' || !part || !whole || part.partOf !== whole.name) return read
  const [above, below] = read.values
  return above && below && isLess(below, above) ? { outcome: 'error' } : read
}

/** The same added up over those of a level that belong to a commune. */
export function readSum(
  model: Model,
  members: readonly Entrant[],
  measures: readonly Measure[],
  period: Period | undefined,
): Readings {
  const all = members.map((member) => readTogether(model, member, measures, period))
  const applicable = all.filter(({ outcome }) => outcome !== 'notApplicable')
  if (all.length === 0) return { outcome: 'missing' }
  const obstacle = firstObstacle(applicable.map(({ outcome }) => outcome))
  if (applicable.length === 0) return { outcome: 'notApplicable' }
  if (obstacle) return { outcome: obstacle }
  const rows = applicable.flatMap((one) => (one.outcome === 'value' ? [one.values] : []))
  return {
    outcome: 'value',
    values: measures.map((_, index) => total(rows.map((row) => row[index] ?? ZERO))),
  }
}

/** Those of the level that belong to the commune. */
export function membersOf({ dossier }: Model, commune: Entrant, level: Level): readonly Entrant[] {
  return dossier.entrants.filter((one) => one.level === level && one.parent === commune.id)
}

/** What the readings come to where all are needed. */
function meet(readings: readonly Reading[]): Readings {
  const obstacle = firstObstacle(readings.map(({ outcome }) => outcome))
  if (obstacle) return { outcome: obstacle }
  return {
    outcome: 'value',
    values: readings.flatMap((one) => (one.outcome === 'value' ? [one.value] : [])),
  }
}

/** The outcome other than a value that wins among these, if there is one. */
export function firstObstacle(outcomes: readonly Outcome[]): Exclude<Outcome, 'value'> | undefined {
  return OUTCOMES.filter((one) => one !== 'value').find((one) => outcomes.includes(one))
}

/** What is reported for a period; `undefined` without a fact. */
function factOf(model: Model, entrant: Entrant, measure: Measure, period: Period): Reading | undefined {
  const fact: Fact | undefined = model.dossier.facts.find(
    (one) =>
      one.entrant === entrant.id &&
      one.measure === measure.name &&
      periodText(one.period) === periodText(period),
  )
  if (!fact) return undefined
  if (fact.value === 'notApplicable') return { outcome: 'notApplicable' }
  if (fact.pending || (measure.needsEvidence && !fact.evidence)) return { outcome: 'pending' }
  return { outcome: 'value', value: fact.value }
}

/** A measure in a period that is judged by itself. */
function readPeriod(model: Model, entrant: Entrant, measure: Measure, period: Period): Reading {
  const fact = factOf(model, entrant, measure, period)
  if (fact) return fact
  return measure.absent === 'zero' ? { outcome: 'value', value: ZERO } : { outcome: 'missing' }
}

/** Two sides speak of the same periods: of newest facts the newest that either has, of gathered ones what both keep. */
function gatherTogether(model: Model, entrant: Entrant, measures: readonly Measure[]): readonly Reading[] {
  const [first, second] = measures
  if (!first || !second || first.frequency !== second.frequency) {
    return measures.map((measure) => gather(model, entrant, measure, []))
  }
  const periods = periodsBegun(model, first.frequency)
  const factsOf = (period: Period) => measures.map((measure) => factOf(model, entrant, measure, period))
  const newest = periods.findLast((period) => factsOf(period).some((fact) => fact))
  const leftOut = periods.flatMap((period): readonly LeftOut[] => {
    const facts = factsOf(period)
    if (facts.some((fact) => fact?.outcome === 'notApplicable')) return [{ period, applies: false }]
    const skipped = measures.some(
      (measure, side) => measure.gathering !== 'newest' && skips(model, measure, period) && !facts[side],
    )
    return skipped ? [{ period, applies: true }] : []
  })
  return measures.map((measure) => {
    if (measure.gathering !== 'newest') return gather(model, entrant, measure, leftOut)
    return (newest && factOf(model, entrant, measure, newest)) ?? { outcome: 'missing' }
  })
}

/** A period that is left out of both sides, because it does not apply or because a side skips it. */
interface LeftOut {
  readonly period: Period
  readonly applies: boolean
}

function skips(model: Model, { absent }: Measure, period: Period): boolean {
  return absent === 'skip' && isDue(model, period)
}

/** The measure gathered from its periods, but for those that are left out for the sake of the one beside it. */
function gather(model: Model, entrant: Entrant, measure: Measure, leftOut: readonly LeftOut[]): Reading {
  const without = leftOut.map(({ period }) => periodText(period))
  const periods = periodsBegun(model, measure.frequency).filter((one) => !without.includes(periodText(one)))
  if (measure.gathering === 'newest') {
    return (
      periods.flatMap((period) => factOf(model, entrant, measure, period) ?? []).at(-1) ?? {
        outcome: 'missing',
      }
    )
  }
  const readings = periods.flatMap((period): readonly Reading[] => {
    const fact = factOf(model, entrant, measure, period)
    if (fact) return [fact]
    if (!isDue(model, period) || skips(model, measure, period)) return []
    return measure.absent === 'zero' ? [{ outcome: 'value', value: ZERO }] : [{ outcome: 'missing' }]
  })
  const applicable = readings.filter(({ outcome }) => outcome !== 'notApplicable')
  if (applicable.length === 0) {
    const some = readings.length > 0 || leftOut.some(({ applies }) => !applies)
    return { outcome: some ? 'notApplicable' : 'missing' }
  }
  const read = meet(applicable)
  return read.outcome === 'value' ? { outcome: 'value', value: GATHER[measure.gathering](read.values) } : read
}

const GATHER: Readonly<Record<Exclude<Gathering, 'newest'>, (all: readonly Fraction[]) => Fraction>> = {
  sum: total,
  mean,
  least,
  most,
}
