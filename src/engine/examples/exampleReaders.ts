import { lastDay, periodOf } from '#base/period.ts'
import {
  type CohortFigure,
  domainOfMeasure,
  type Given,
  type Measure,
  placeOfLevel,
} from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { InputReader, ReaderFor } from '../inputReader.ts'
import { gathered } from '../operations.ts'
import type { Outcome } from '../outcome.ts'
import { duePeriods } from '../periods.ts'
import type { Leaf, Program } from '../program.ts'
import type { InputTrace, InputValue } from '../trace.ts'

type GivenMeasure = Extract<Given, { kind: 'measure' }>

/**
 * Reads what an example gives, which must have passed the checks: a measure it does not mention is missing, and where
 * periods are judged by themselves it stands for each of them, so that one is enough.
 */
export function exampleReaders(givens: readonly Given[], program: Program): ReaderFor {
  const named = new Map(
    givens.flatMap((given) => (given.kind === 'measure' ? [[given.measure.text, given]] : [])),
  )
  const attributes = givens.flatMap((given) => (given.kind === 'attribute' ? [given.attribute.text] : []))
  const figure = (to: CohortFigure) =>
    givens.filter((given) => given.kind === 'cohort').find((given) => given.figure === to)?.value.value
  return (leaf): InputReader => {
    const subject: Entrant = {
      id: '',
      name: 'đối tượng trong ví dụ',
      level: leaf.level,
      kind: program.levelNames[leaf.level],
      parent: undefined,
      cluster: undefined,
      attributes,
    }
    const input = (measure: Measure): InputTrace => ({
      measure,
      outcome: outcomeOf(measure, named.get(measure.name.text), leaf, subject, program),
      facts: [],
      rolledUpFrom: [],
    })
    return { subject, read: (measures) => measures.map(input), periods: undefined, figure }
  }
}

function outcomeOf(
  measure: Measure,
  given: GivenMeasure | undefined,
  leaf: Leaf,
  entrant: Entrant,
  program: Program,
): Outcome<InputValue> {
  if (!given || given.value.kind === 'missing')
    return { kind: 'missing', absences: [{ entrant, measure, period: undefined }] }
  if (given.value.kind === 'notApplicable')
    return { kind: 'notApplicable', reason: { kind: 'declared', measure } }
  const value = givenValue(given.value, measure)
  return { kind: 'value', value: given.each ? overAll(value, measure, leaf, program) : value }
}

function givenValue(
  value: Exclude<GivenMeasure['value'], { kind: 'missing' | 'notApplicable' }>,
  measure: Measure,
): InputValue {
  switch (value.kind) {
    case 'flag':
    case 'date':
      return value
    case 'amount':
      return { kind: 'number', value: value.amount.value }
    case 'level': {
      const place = placeOfLevel(value.name.text, domainOfMeasure(measure) ?? { kind: 'flag' })
      if (!place) throw new Error('a checked example names a level of its measure')
      return { kind: 'number', value: place }
    }
  }
}

/** The same value in every period, gathered as the measure says; one period's where the criterion judges each. */
function overAll(value: InputValue, measure: Measure, leaf: Leaf, program: Program): InputValue {
  if (value.kind !== 'number' || leaf.value?.each) return value
  const last = lastDay(periodOf(program.to, measure.frequency))
  const periods = duePeriods(program, measure.frequency, last)
  return {
    kind: 'number',
    value: gathered(
      periods.map(() => value.value),
      measure.aggregation,
    ),
  }
}
