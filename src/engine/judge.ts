import type { Period } from '#base/period.ts'
import { isZero, type Rational, sum, ZERO } from '#base/rational.ts'
import { type CohortFigure, combinePoints, type Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { applyRule } from './applyRule.ts'
import type { InputReader } from './inputReader.ts'
import { judgeParts } from './judgeParts.ts'
import { measureValue } from './measureValue.ts'
import { type Outcome, obstacle } from './outcome.ts'
import type { Leaf, ProgramException, ProgramRule, ProgramValue } from './program.ts'
import type { InputTrace, PeriodTrace, RuleTrace, ValueTrace } from './trace.ts'

/** What a rule made of its inputs, before the policy on missing facts. */
export interface Judged {
  readonly inputs: readonly InputTrace[]
  readonly outcome: Outcome<Rational>
  readonly value?: ValueTrace | undefined
  readonly rule?: RuleTrace | undefined
  readonly exception?: ProgramException | undefined
}

/** Whether an exception is about the entrant: one of its level with the attribute. */
export function holdsFor({ level, attribute }: ProgramException, entrant: Entrant): boolean {
  return entrant.level === level && entrant.attributes.includes(attribute)
}

/** Judges one criterion by what the reader gives. */
export function judge(leaf: Leaf, reader: InputReader): Judged {
  const exception = leaf.exceptions.find((one) => holdsFor(one, reader.subject))
  if (exception?.rule === 'notApplicable') {
    const reason = { kind: 'exempt', attribute: exception.attribute } as const
    return { inputs: [], outcome: { kind: 'notApplicable', reason }, exception }
  }
  return { ...judgeBy(exception?.rule ?? leaf.rule, leaf, reader), exception }
}

function judgeBy(rule: ProgramRule, leaf: Leaf, reader: InputReader): Judged {
  if (rule.kind === 'parts') return judgeParts(leaf, rule.parts, (measure) => reader.read([measure]))
  const { value } = leaf
  if (!value) throw new Error('a checked criterion with tiers or a target has a value')
  if (value.each && reader.periods) return judgeEach(rule, leaf, value, reader, reader.periods(value.each))
  return judgeInputs(rule, leaf, value, reader.read(measuresOf(value)), reader.figure)
}

/** The measures a value is made of: one, or the upper and the lower side of a ratio. */
export function measuresOf(value: ProgramValue): readonly Measure[] {
  if (value.kind !== 'quotient') return [value.measure]
  return 'name' in value.denominator ? [value.numerator, value.denominator] : [value.numerator]
}

/** All measures that the criterion or one of its exceptions reads. */
export function measuresIn({ value, rule, exceptions }: Leaf): readonly Measure[] {
  const rules = [rule, ...exceptions.map((one) => one.rule)]
  const parts = rules.flatMap((one) => (one !== 'notApplicable' && one.kind === 'parts' ? one.parts : []))
  return [...(value ? measuresOf(value) : []), ...parts.map(({ measure }) => measure)]
}

/** Judges what was read; `figure` gives the cluster's figure where the rule asks for it. */
function judgeInputs(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  leaf: Leaf,
  value: ProgramValue,
  inputs: readonly InputTrace[],
  figure: (to: CohortFigure) => Rational | undefined,
): Judged {
  const hindrance = obstacle(inputs.map(({ outcome }) => outcome))
  if (hindrance) return { inputs, outcome: hindrance }
  const measured = measureValue(value, inputs)
  switch (measured.kind) {
    case 'error':
      return { inputs, outcome: measured }
    case 'zero':
      return answerZero(leaf, inputs, measured.measure)
    case 'value': {
      if (rule.kind !== 'relative') {
        const { points, rule: trace } = applyRule(rule, measured.value, leaf, undefined)
        return { inputs, outcome: { kind: 'value', value: points }, value: measured.value, rule: trace }
      }
      const held = figure(rule.to) ?? ZERO
      if (isZero(held)) return { ...answerZero(leaf, inputs, rule.to), value: measured.value }
      const { points, rule: trace } = applyRule(rule, measured.value, leaf, held)
      return { inputs, outcome: { kind: 'value', value: points }, value: measured.value, rule: trace }
    }
  }
}

function answerZero({ zeros }: Leaf, inputs: readonly InputTrace[], divisor: Measure | CohortFigure): Judged {
  const zero = zeros[typeof divisor === 'string' ? divisor : 'measure']
  if (!zero) throw new Error('a checked criterion answers a zero denominator')
  if (zero.kind === 'notApplicable') {
    return { inputs, outcome: { kind: 'notApplicable', reason: { kind: 'zeroDenominator', divisor } } }
  }
  return {
    inputs,
    outcome: { kind: 'value', value: zero.points },
    rule: { kind: 'zeroDenominator', divisor },
  }
}

/**
 * Judges every period that is due by itself and takes the average of the points. A period that does not apply is left out;
 * one that lacks its fact leaves the criterion without a value, unless the measure says otherwise.
 */
function judgeEach(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  leaf: Leaf,
  value: ProgramValue,
  { subject, read }: InputReader,
  periods: readonly Period[],
): Judged {
  const measures = measuresOf(value)
  const [first] = measures
  const skips = first?.absentPeriod === 'skipped'
  const judged = periods.map((period) => {
    const inputs = read(measures, period)
    return { period, ...judgeInputs(rule, leaf, value, inputs, () => undefined) }
  })
  const counted = judged.filter(
    ({ outcome }) => outcome.kind !== 'notApplicable' && !(skips && outcome.kind === 'missing'),
  )
  const inputs = gatherInputs(measures, judged)
  const hindrance = obstacle((counted.length > 0 ? counted : judged).map(({ outcome }) => outcome))
  if (hindrance) return { inputs, outcome: hindrance }
  if (counted.length === 0) {
    const absences = measures.map((measure) => ({ entrant: subject, measure, period: undefined }))
    return { inputs, outcome: { kind: 'missing', absences } }
  }
  const traces = counted.map(
    (one): PeriodTrace => ({
      period: one.period,
      inputs: one.inputs,
      value: one.value,
      rule: one.rule,
      points: one.outcome.kind === 'value' ? one.outcome.value : ZERO,
    }),
  )
  const points = combinePoints(
    'average',
    traces.map((trace) => trace.points),
  )
  return { inputs, outcome: { kind: 'value', value: points }, rule: { kind: 'each', periods: traces } }
}

/** The facts of all periods, by measure, for a page to list; what they come to is said period by period. */
function gatherInputs(
  measures: readonly Measure[],
  judged: readonly { readonly inputs: readonly InputTrace[] }[],
): readonly InputTrace[] {
  return measures.map((measure, side) => {
    const sides = judged.flatMap(({ inputs }) => inputs[side] ?? [])
    const numbers = sides.flatMap(({ outcome }) =>
      outcome.kind === 'value' && outcome.value.kind === 'number' ? [outcome.value.value] : [],
    )
    return {
      measure,
      outcome: obstacle(sides.map(({ outcome }) => outcome)) ?? {
        kind: 'value',
        value: { kind: 'number', value: sum(numbers) },
      },
      facts: sides.flatMap(({ facts }) => facts),
      rolledUpFrom: sides[0]?.rolledUpFrom ?? [],
    }
  })
}
