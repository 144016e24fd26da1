import type { EntrantLevel } from '#base/entrantLevel.ts'
import { periodKey } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { sum } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { FactTable } from './factTable.ts'
import { type Outcome, obstacle } from './outcome.ts'
import { duePeriods, hasBegun } from './periods.ts'
import type { Program } from './program.ts'
import type { InputTrace, InputValue } from './trace.ts'

/** What a score is computed from: a rulebook, the facts, and the day up to which they count. */
export interface Evaluation {
  readonly program: Program
  readonly facts: FactTable
  readonly asOf: PlainDate
}

/**
 * The measures of one value, for one entrant, as of the day: one measure, or the two sides of a ratio.
 *
 * The sides are read together, so that both speak of the same thing: what does not apply on one side, for a period or
 * for a member, is left out of both, and the newest facts are those of the newest period that either side has.
 *
 * Measured at the entrant's own level, its own facts count. Measured below it, the values of all members are added up
 * (Σa, Σb: never an average of percentages); one of them without a value leaves the sum without one.
 */
export function readInputs(
  measures: readonly Measure[],
  level: EntrantLevel,
  entrant: Entrant,
  evaluation: Evaluation,
): readonly InputTrace[] {
  if (level === entrant.level) {
    const own = readOwn(measures, entrant, evaluation)
    return measures.map((measure, side) => ({ measure, ...sideOf(own, side), rolledUpFrom: [] }))
  }
  const members = evaluation.facts.membersOf(entrant.id, level)
  const read = members.map((member) => ({ member, own: readOwn(measures, member, evaluation) }))
  const concerned = read.filter(({ own }) => own.every(({ outcome }) => outcome.kind !== 'notApplicable'))
  return measures.map((measure, side) => {
    const sides = concerned.map(({ own }) => sideOf(own, side))
    return {
      measure,
      outcome: rollUp(measure, entrant, members, sides),
      facts: sides.flatMap(({ facts }) => facts),
      rolledUpFrom: concerned.map(({ member }) => member),
    }
  })
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
  return addUp(inputs.map(({ outcome }) => outcome))
}

function readOwn(
  measures: readonly Measure[],
  entrant: Entrant,
  evaluation: Evaluation,
): readonly OwnInput[] {
  const begun = measures.map(({ name }) =>
    evaluation.facts.facts(entrant.id, name.text).filter(({ period }) => hasBegun(period, evaluation.asOf)),
  )
  const [first, second] = measures
  const alike = !first || !second || first.frequency === second.frequency
  return measures.map((measure, side) => {
    const own = begun[side] ?? []
    const others = alike ? begun.filter((_, index) => index !== side) : []
    return measure.aggregation === 'latest'
      ? readLatest(measure, entrant, own, others)
      : readSum(measure, entrant, own, others, evaluation)
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
 * The sum over all periods, of which every one that has ended by the day must have been reported; one that has not is
 * named. A period that does not apply, here or on the other side of a ratio, is left out.
 */
function readSum(
  measure: Measure,
  entrant: Entrant,
  begun: readonly Fact[],
  others: readonly (readonly Fact[])[],
  { program, asOf }: Evaluation,
): OwnInput {
  const left = new Set(
    [begun, ...others]
      .flat()
      .flatMap(({ value, period }) => (value.kind === 'notApplicable' ? [periodKey(period)] : [])),
  )
  const reported = new Set(begun.map(({ period }) => periodKey(period)))
  const absent = duePeriods(program, measure.frequency, asOf).filter((period) => {
    const key = periodKey(period)
    return !reported.has(key) && !left.has(key)
  })
  if (absent.length > 0) {
    return {
      outcome: { kind: 'missing', absences: absent.map((period) => ({ entrant, measure, period })) },
      facts: begun,
    }
  }
  const counted = begun.filter(({ period }) => !left.has(periodKey(period)))
  if (counted.length > 0)
    return { outcome: addUp(counted.map((fact) => outcomeOf(fact, measure))), facts: counted }
  if (left.size > 0)
    return { outcome: { kind: 'notApplicable', reason: { kind: 'declared', measure } }, facts: begun }
  return { outcome: { kind: 'missing', absences: [{ entrant, measure, period: undefined }] }, facts: [] }
}

/** The sum of the numbers, or what stands in its way. */
function addUp(outcomes: readonly Outcome<InputValue>[]): Outcome<InputValue> {
  const numbers = outcomes.flatMap((outcome) =>
    outcome.kind === 'value' && outcome.value.kind === 'number' ? [outcome.value.value] : [],
  )
  return obstacle(outcomes) ?? { kind: 'value', value: { kind: 'number', value: sum(numbers) } }
}

function outcomeOf(fact: Fact, measure: Measure): Outcome<InputValue> {
  const { value, status } = fact
  if (value.kind === 'notApplicable') return { kind: 'notApplicable', reason: { kind: 'declared', measure } }
  if (status === 'pending') return { kind: 'pending', facts: [fact] }
  if (value.kind === 'flag') return { kind: 'value', value: { kind: 'flag', is: value.is } }
  return { kind: 'value', value: { kind: 'number', value: value.value } }
}
