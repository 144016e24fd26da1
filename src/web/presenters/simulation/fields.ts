import { formatExact, formatPercent } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatPeriod, periodKey } from '#base/period.ts'
import { factText } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import { type Fact, writtenValue } from '#records/fact.ts'
import { type Expectation, type Field, finenessOf } from '#simulate/index.ts'
import { fieldName } from './question.ts'

/** A measure that a reader may suppose otherwise. */
export interface FieldView {
  /** What it is called in the address. */
  readonly name: string
  readonly title: string
  /** `cho tháng 11/2026 và tháng 12/2026`. */
  readonly periods: string
  /** What was last reported, and what is expected. */
  readonly known: string
  readonly expected: string
  readonly typed: string
  readonly codes: string
  /** The words to choose from; empty where anything may be typed. */
  readonly choices: readonly ChoiceView[]
  /** `1`, `0,5`, `1%`: by how much a press makes it more; empty for what is no number. */
  readonly step: string
}

interface ChoiceView {
  readonly value: string
  readonly text: string
  readonly chosen: boolean
}

export function presentField(field: Field, typed: string, { evaluation, outlook }: Expectation): FieldView {
  const { measure, slots, leaves } = field
  const [first] = slots
  const facts = first ? evaluation.facts.facts(first.entrant, measure.name.text) : []
  const reported = new Set(outlook.dossier.facts)
  const last = facts.findLast((fact) => reported.has(fact))
  const codes = leaves.map(({ code }) => code)
  return {
    name: fieldName(measure.name.text),
    title: measure.title.text,
    periods: listText(slots.map(({ period }) => formatPeriod(period))),
    known: last ? `${formatPeriod(last.period)}: ${factText(last, measure)}` : 'chưa có số liệu',
    expected: expectedText(field),
    typed,
    codes: codes.length === 0 ? '' : `tiêu chí ${listText(codes)}`,
    choices: choicesOf(field, typed),
    step: stepOf(field, facts),
  }
}

/** What is expected of it in the periods to come, as it would be typed; empty where nothing is. */
export function expectedText({ slots }: Pick<Field, 'slots'>): string {
  return inShort(slots.map(({ expected }) => (expected ? writtenValue(expected.value) : '')))
}

/** The words to choose from, where it is no number. */
function choicesOf({ measure }: Field, typed: string): readonly ChoiceView[] {
  const words = wordsOf(measure)
  if (words.length === 0) return []
  const all = ['', ...words, ...(typed === '' || words.includes(typed) ? [] : [typed])]
  return all.map((value) => ({
    value,
    text: value === '' ? 'theo dự kiến' : value,
    chosen: value === typed,
  }))
}

function wordsOf({ type }: Measure): readonly string[] {
  if (type?.kind === 'flag') return ['có', 'không']
  return type?.kind === 'levels' ? type.names.map(({ text }) => text) : []
}

/** By how much a press makes it more or less; empty for what is no number. */
function stepOf({ measure }: Field, facts: readonly Fact[]): string {
  const { type, step } = measure
  if (type?.kind === 'flag' || type?.kind === 'levels' || type?.kind === 'date') return ''
  const numbers = facts.flatMap(({ value }) => (value.kind === 'number' ? [value.value] : []))
  const by = step?.value ?? finenessOf(numbers, measure)
  return type?.kind === 'ratio' ? formatPercent(by) : formatExact(by)
}

/** The same value once, otherwise one after the other. */
function inShort(values: readonly string[]): string {
  return values.every((value) => value === values[0]) ? (values[0] ?? '') : values.join('; ')
}

/** What is to be typed so that a field has those facts; what is not among them is as it is expected to be. */
export function typedFor({ slots }: Field, facts: readonly Fact[]): string {
  const values = slots.map(({ period, expected }) => {
    const fact = facts.find((one) => periodKey(one.period) === periodKey(period)) ?? expected
    return fact ? writtenValue(fact.value) : ''
  })
  return inShort(values)
}
