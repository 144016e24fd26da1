import { listText } from '#base/listText.ts'
import { formatPeriod, periodKey } from '#base/period.ts'
import { factText } from '#engine/index.ts'
import { type Fact, writtenValue } from '#records/fact.ts'
import type { Expectation, Field } from '#simulate/index.ts'

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
}

/** What the name of a supposed measure begins with in an address, so that none is called like something else there. */
export const SUPPOSED_PREFIX = 's.'

export function presentField(field: Field, typed: string, { evaluation, outlook }: Expectation): FieldView {
  const { measure, slots, leaves } = field
  const [first] = slots
  const facts = first ? evaluation.facts.facts(first.entrant, measure.name.text) : []
  const reported = new Set(outlook.dossier.facts)
  const last = facts.findLast((fact) => reported.has(fact))
  const expected = slots.map((slot) => slot.expected)
  const codes = leaves.map(({ code }) => code)
  return {
    name: `${SUPPOSED_PREFIX}${measure.name.text}`,
    title: measure.title.text,
    periods: listText(slots.map(({ period }) => formatPeriod(period))),
    known: last ? `${formatPeriod(last.period)}: ${factText(last, measure)}` : 'chưa có số liệu',
    expected: inShort(expected.map((fact) => (fact ? writtenValue(fact.value) : ''))),
    typed,
    codes: codes.length === 0 ? '' : `tiêu chí ${listText(codes)}`,
  }
}

/** The same value once, otherwise one after the other. */
function inShort(values: readonly string[]): string {
  return values.every((value) => value === values[0]) ? (values[0] ?? '') : values.join('; ')
}

/** What is to be typed so that a field has those facts; what is not among them stays as it is. */
export function typedFor({ slots }: Field, facts: readonly Fact[]): string {
  const values = slots.map(({ period }) => {
    const fact = facts.find((one) => periodKey(one.period) === periodKey(period))
    return fact ? writtenValue(fact.value) : ''
  })
  return inShort(values)
}
