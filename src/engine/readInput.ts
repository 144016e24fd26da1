import type { EntrantLevel } from '#base/entrantLevel.ts'
import { type Period, periodKey } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { compare, ZERO } from '#base/rational.ts'
import type { Aggregation, Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { FactTable } from './factTable.ts'
import { gathered } from './operations.ts'
import { type Outcome, obstacle } from './outcome.ts'
import { covers, duePeriods, hasBegun } from './periods.ts'
import { placeOfFact } from './placeOfFact.ts'
import type { Program } from './program.ts'
import type { InputTrace, InputValue } from './trace.ts'

/** What a score is computed from: a rulebook, the facts, and the day up to which they count. */
export interface Evaluation {
  readonly program: Program
  readonly facts: FactTable
  readonly asOf: PlainDate
}

/** What of the facts is wanted. */
interface Reading {
  /** In this one period. */
  readonly only?: Period | undefined
  /** Without these members. */
  readonly isExempt?: (member: Entrant) => boolean
}

/**
 * The measures of one value, for one entrant, as of the day: one measure, or the two sides of a ratio; over all periods or,
 * where `only` is named, in that one.
 *
 * The sides are read together, so that both speak of the same thing: what does not apply on one side, for a period or
 * for a member, is left out of both, and the newest facts are those of the newest period that either side has.
 *
 * Whom the rulebook exempts is left out with all its facts.
 *
 * Measured at the entrant's own level, its own facts count. Measured below it, the values of all members are added up
 * (Σa, Σb: never an average of percentages); one of them without a value leaves the sum without one.
 */
export function readInputs(
  measures: readonly Measure[],
  level: EntrantLevel,
  entrant: Entrant,
  evaluation: Evaluation,
  { only, isExempt }: Reading = {},
): readonly InputTrace[] {
  if (level === entrant.level) {
    const own = readOwn(measures, entrant, evaluation, only)
    return measures.map((measure, side) => ({ measure, ...sideOf(own, side), rolledUpFrom: [] }))
  }
  const members = evaluation.facts.membersOf(entrant.id, level)
  const asked = members.filter((member) => !isExempt?.(member))
  const read = asked.map((member) => ({ member, own: readOwn(measures, member, evaluation, only) }))
  const concerned = read.filter(({ own }) => own.every(({ outcome }) => outcome.kind !== 'notApplicable'))
  // In the sums of all, what one member has too little of could hide what another has too much of.
  const fault = concerned.flatMap(({ own }) => partAboveWhole(measures, own) ?? [])[0]
  return measures.map((measure, side) => {
    const sides = concerned.map(({ own }) => sideOf(own, side))
    return {
      measure,
      outcome: fault ?? rollUp(measure, entrant, members, sides),
      facts: sides.flatMap(({ facts }) => facts),
      rolledUpFrom: concerned.map(({ member }) => member),
    }
  })
}

/** The fault of a part that is above its whole, where both have values. */
export function partAboveWhole(
  [part, whole]: readonly Measure[],
  inputs: readonly Pick<OwnInput, 'outcome'>[],
): Extract<Outcome<never>, { kind: 'error' }> | undefined {
  if (!part || !whole || part.partOf?.text !== whole.name.text) return undefined
  const [top, bottom] = inputs.map(({ outcome }) =>
    outcome.kind === 'value' && outcome.value.kind === 'number' ? outcome.value.value : undefined,
  )
  if (!top || !bottom || compare(top, bottom) <= 0) return undefined
  return { kind: 'error', fault: { kind: 'partExceedsWhole', part, whole } }
}

/** One measure of one entrant: what it comes to, and the facts that make it. */
interface OwnInput {
  readonly outcome: Outcome<InputValue>
  readonly facts: readonly Fact[]
}

function sideOf(inputs: readonly OwnInput[], side: number): OwnInput {
  const input = inputs[side]
  if (!input) throw new Error('every measure that was asked for was read')
  return input
}

function rollUp(
  measure: Measure,
  entrant: Entrant,
  members: readonly Entrant[],
  inputs: readonly OwnInput[],
): Outcome<InputValue> {
  if (members.length === 0) return { kind: 'missing', absences: [{ entrant, measure, period: undefined }] }
  if (inputs.length === 0) return { kind: 'notApplicable', reason: { kind: 'declared', measure } }
  return gather(
    inputs.map(({ outcome }) => outcome),
    'sum',
  )
}

function readOwn(
  measures: readonly Measure[],
  entrant: Entrant,
  evaluation: Evaluation,
  only: Period | undefined,
): readonly OwnInput[] {
  const wanted = (period: Period): boolean =>
    only
      ? periodKey(period) === periodKey(only)
      : hasBegun(period, evaluation.asOf) && covers(evaluation.program, period)
  const begun = measures.map(({ name }) =>
    evaluation.facts.facts(entrant.id, name.text).filter(({ period }) => wanted(period)),
  )
  const [first, second] = measures
  const alike = !first || !second || first.frequency === second.frequency
  const dueFor = ({ frequency }: Measure): readonly Period[] =>
    only ? [only] : duePeriods(evaluation.program, frequency, evaluation.asOf)
  // What one side leaves out, the other leaves out too: both must speak of the same periods.
  const skipped = alike
    ? measures.flatMap((measure, side) => {
        if (measure.absentPeriod !== 'skipped' || measure.aggregation === 'latest') return []
        const reported = new Set((begun[side] ?? []).map(({ period }) => periodKey(period)))
        return dueFor(measure)
          .map(periodKey)
          .filter((key) => !reported.has(key))
      })
    : []
  return measures.map((measure, side) => {
    const own = begun[side] ?? []
    const others = alike ? begun.filter((_, index) => index !== side) : []
    return measure.aggregation === 'latest' && !only
      ? readLatest(measure, entrant, own, others)
      : readPeriods(
          measure,
          entrant,
          own,
          others,
          dueFor(measure).filter((period) => !skipped.includes(periodKey(period))),
          skipped,
        )
  })
}

/**
 * The newest fact; beside another measure, the fact of the newest period that either has. A side without a fact for
 * that period is missing: an old total under a new count would be a ratio of two different times.
 */
function readLatest(
  measure: Measure,
  entrant: Entrant,
  begun: readonly Fact[],
  others: readonly (readonly Fact[])[],
): OwnInput {
  const newest = [begun, ...others].flatMap((facts) => facts.at(-1) ?? []).map(({ period }) => period)
  const latest = newest.toSorted((left, right) => left.year - right.year || left.index - right.index).at(-1)
  const fact = latest && begun.find(({ period }) => periodKey(period) === periodKey(latest))
  if (fact) return { outcome: outcomeOf(fact, measure), facts: [fact] }
  return { outcome: { kind: 'missing', absences: [{ entrant, measure, period: latest }] }, facts: [] }
}

/**
 * All periods gathered as the measure says. Every one that is due must have been reported; one that has not is named,
 * unless the measure says that it counts as zero or is left out. A period that does not apply, here or on the other side
 * of a ratio, is left out.
 */
function readPeriods(
  measure: Measure,
  entrant: Entrant,
  begun: readonly Fact[],
  others: readonly (readonly Fact[])[],
  due: readonly Period[],
  skipped: readonly string[],
): OwnInput {
  const left = new Set(
    [begun, ...others]
      .flat()
      .flatMap(({ value, period }) => (value.kind === 'notApplicable' ? [periodKey(period)] : [])),
  )
  const reported = new Set(begun.map(({ period }) => periodKey(period)))
  const absent = due.filter((period) => {
    const key = periodKey(period)
    return !reported.has(key) && !left.has(key)
  })
  if (absent.length > 0 && measure.absentPeriod === 'missing') {
    return {
      outcome: { kind: 'missing', absences: absent.map((period) => ({ entrant, measure, period })) },
      facts: begun,
    }
  }
  const counted = begun.filter(({ period }) => {
    const key = periodKey(period)
    return !left.has(key) && !skipped.includes(key)
  })
  const zeros = measure.absentPeriod === 'zero' ? absent.map(() => zeroOf(measure)) : []
  const outcomes = [...counted.map((fact) => outcomeOf(fact, measure)), ...zeros]
  if (outcomes.length > 0) return { outcome: gather(outcomes, measure.aggregation), facts: counted }
  if (left.size > 0)
    return { outcome: { kind: 'notApplicable', reason: { kind: 'declared', measure } }, facts: begun }
  return { outcome: { kind: 'missing', absences: [{ entrant, measure, period: undefined }] }, facts: [] }
}

function zeroOf({ type }: Measure): Outcome<InputValue> {
  const value: InputValue =
    type?.kind === 'flag' ? { kind: 'flag', is: false } : { kind: 'number', value: ZERO }
  return { kind: 'value', value }
}

/** The numbers made one as the aggregation says, or what stands in the way; of what is no number the last. */
function gather(outcomes: readonly Outcome<InputValue>[], aggregation: Aggregation): Outcome<InputValue> {
  const hindrance = obstacle(outcomes)
  if (hindrance) return hindrance
  const numbers = outcomes.flatMap((outcome) =>
    outcome.kind === 'value' && outcome.value.kind === 'number' ? [outcome.value.value] : [],
  )
  const last = outcomes.at(-1)
  if (numbers.length === 0 && last) return last
  return { kind: 'value', value: { kind: 'number', value: gathered(numbers, aggregation) } }
}

/** What a fact comes to; a level is its place among the measure's levels (`bindFacts` has seen to it that it is one). */
function outcomeOf(fact: Fact, measure: Measure): Outcome<InputValue> {
  const { value } = fact
  if (value.kind === 'notApplicable') return { kind: 'notApplicable', reason: { kind: 'declared', measure } }
  if (waits(fact, measure)) return { kind: 'pending', facts: [fact] }
  switch (value.kind) {
    case 'flag':
      return { kind: 'value', value: levelOf(fact, measure) ?? { kind: 'flag', is: value.is } }
    case 'date':
      return { kind: 'value', value: { kind: 'date', date: value.date } }
    case 'number':
      return { kind: 'value', value: { kind: 'number', value: value.value } }
    case 'words': {
      const level = levelOf(fact, measure)
      if (!level) throw new Error('a bound fact names a level of its measure')
      return { kind: 'value', value: level }
    }
  }
}

/** Whether a fact does not count yet: it is not verified, or the rulebook asks for proof and none was given. */
export function waits({ status, evidence }: Fact, { evidenceRequired }: Measure): boolean {
  return status === 'pending' || (evidenceRequired && evidence === '')
}

function levelOf(fact: Fact, measure: Measure): InputValue | undefined {
  const place = placeOfFact(fact, measure)
  return place && { kind: 'number', value: place }
}
