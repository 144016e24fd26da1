import type { EntrantLevel } from '#base/entrantLevel.ts'
import { firstDay, nextPeriod, type Period, periodKey, periodOf } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { sum } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { FactTable } from './factTable.ts'
import { type Outcome, obstacle } from './outcome.ts'
import type { Program } from './program.ts'
import type { InputTrace, InputValue } from './trace.ts'

/** What a score is computed from: a rulebook, the facts, and the day up to which they count. */
export interface Evaluation {
  readonly program: Program
  readonly facts: FactTable
  readonly asOf: PlainDate
}

/**
 * One measure for one entrant, as of the day.
 *
 * Measured at the entrant's own level, its own facts count. Measured below it, the values of all entrants there are
 * added up (Σa, Σb: never an average of percentages); one of them without a value leaves the sum without one, those
 * to whom the measure does not apply are left out.
 */
export function readInput(
  measure: Measure,
  level: EntrantLevel,
  entrant: Entrant,
  evaluation: Evaluation,
): InputTrace {
  if (level === entrant.level) return { measure, ...readOwn(measure, entrant, evaluation), rolledUpFrom: [] }
  const members = evaluation.facts.below(entrant.id, level)
  const inputs = members.map((member) => readOwn(measure, member, evaluation))
  const facts = inputs.flatMap((input) => input.facts)
  return { measure, outcome: rollUp(measure, entrant, inputs), facts, rolledUpFrom: members }
}

interface OwnInput {
  readonly outcome: Outcome<InputValue>
  readonly facts: readonly Fact[]
}

function rollUp(measure: Measure, entrant: Entrant, inputs: readonly OwnInput[]): Outcome<InputValue> {
  const applicable = inputs.map(({ outcome }) => outcome).filter(({ kind }) => kind !== 'notApplicable')
  if (inputs.length > 0 && applicable.length === 0) {
    return { kind: 'notApplicable', reason: { kind: 'declared', measure } }
  }
  if (applicable.length === 0) {
    return { kind: 'missing', absences: [{ entrant, measure, period: undefined }] }
  }
  const numbers = applicable.flatMap((outcome) =>
    outcome.kind === 'value' && outcome.value.kind === 'number' ? [outcome.value.value] : [],
  )
  return obstacle(applicable) ?? { kind: 'value', value: { kind: 'number', value: sum(numbers) } }
}

function readOwn(measure: Measure, entrant: Entrant, evaluation: Evaluation): OwnInput {
  const { facts, asOf } = evaluation
  const begun = facts
    .facts(entrant.id, measure.name.text)
    .filter(({ period }) => compareDates(firstDay(period), asOf) <= 0)
  switch (measure.aggregation) {
    case 'latest':
      return readLatest(measure, entrant, begun)
    case 'sum':
      return readSum(measure, entrant, begun, evaluation)
  }
}

function readLatest(measure: Measure, entrant: Entrant, begun: readonly Fact[]): OwnInput {
  const latest = begun.at(-1)
  if (latest) return { outcome: outcomeOf(latest, measure), facts: [latest] }
  const absence = { entrant, measure, period: undefined }
  return { outcome: { kind: 'missing', absences: [absence] }, facts: [] }
}

/** The sum over all periods begun by the day. One without a fact leaves the sum without a value, and is named. */
function readSum(
  measure: Measure,
  entrant: Entrant,
  begun: readonly Fact[],
  evaluation: Evaluation,
): OwnInput {
  const reported = new Set(begun.map(({ period }) => periodKey(period)))
  const absences = duePeriods(measure, evaluation)
    .filter((period) => !reported.has(periodKey(period)))
    .map((period) => ({ entrant, measure, period }))
  const outcomes = begun.map((fact) => outcomeOf(fact, measure))
  const applicable = outcomes.filter(({ kind }) => kind !== 'notApplicable')
  if (absences.length > 0) return { outcome: { kind: 'missing', absences }, facts: begun }
  if (applicable.length === 0) {
    const reason = { kind: 'declared', measure } as const
    return { outcome: { kind: 'notApplicable', reason }, facts: begun }
  }
  const numbers = applicable.flatMap((outcome) =>
    outcome.kind === 'value' && outcome.value.kind === 'number' ? [outcome.value.value] : [],
  )
  return {
    outcome: obstacle(applicable) ?? { kind: 'value', value: { kind: 'number', value: sum(numbers) } },
    facts: begun,
  }
}

function duePeriods({ frequency }: Measure, { program, asOf }: Evaluation): readonly Period[] {
  const periods: Period[] = []
  const last = compareDates(asOf, program.to) < 0 ? asOf : program.to
  for (let period = periodOf(program.from, frequency); compareDates(firstDay(period), last) <= 0; ) {
    periods.push(period)
    period = nextPeriod(period)
  }
  return periods
}

function outcomeOf(fact: Fact, measure: Measure): Outcome<InputValue> {
  const { value, status } = fact
  if (value.kind === 'notApplicable') return { kind: 'notApplicable', reason: { kind: 'declared', measure } }
  if (status === 'pending') return { kind: 'pending', facts: [fact] }
  if (value.kind === 'flag') return { kind: 'value', value: { kind: 'flag', is: value.is } }
  return { kind: 'value', value: { kind: 'number', value: value.value } }
}
