import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Frequency } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { numerator, type Rational } from '#base/rational.ts'
import type { Amount, CohortFigure, Given, Measure, NumberDomain } from '#language/index.ts'

/** What stands in no file: parts of examples that are proposed. */
export const NOWHERE = { start: 0, end: 0 } as const

type GivenMeasure = Extract<Given, { kind: 'measure' }>

/** `bài = 24`, `hộ_số mỗi tháng = 4`, `td = "Đang"`: the number as the domain writes it. */
export function givenNumber(
  measure: Measure,
  value: Rational,
  { notation }: NumberDomain,
  each: Frequency | undefined,
): GivenMeasure {
  if (notation.kind !== 'levels')
    return given(
      measure,
      { kind: 'amount', amount: amount(value, notation.kind === 'percent'), unit: '' },
      each,
    )
  const name = notation.names[Number(numerator(value))] ?? ''
  return given(measure, { kind: 'level', name: { text: name, span: NOWHERE } }, each)
}

/** `chuyên_mục = có`. */
export function givenFlag(measure: Measure, is: boolean, each: Frequency | undefined): GivenMeasure {
  return given(measure, { kind: 'flag', is }, each)
}

/** `xong = 15/01/2027`. */
export function givenDate(measure: Measure, date: PlainDate, each: Frequency | undefined): GivenMeasure {
  return given(measure, { kind: 'date', date }, each)
}

/** `chưa có bài`. */
export function givenMissing(measure: Measure): GivenMeasure {
  return given(measure, { kind: 'missing' }, undefined)
}

/** `cao nhất trong cụm = 10`. */
export function givenFigure(figure: CohortFigure, value: Rational, { notation }: NumberDomain): Given {
  return { kind: 'cohort', figure, value: amount(value, notation.kind === 'percent'), span: NOWHERE }
}

/** `thôn "miền núi"`. */
export function givenAttribute(level: EntrantLevel, name: string): Given {
  return { kind: 'attribute', level, attribute: { text: name, span: NOWHERE }, span: NOWHERE }
}

/** A number that stands in no file. */
export function amount(value: Rational, percent: boolean): Amount {
  return { value, percent, span: NOWHERE }
}

function given(measure: Measure, value: GivenMeasure['value'], each: Frequency | undefined): GivenMeasure {
  return { kind: 'measure', measure: { text: measure.name.text, span: NOWHERE }, each, value, span: NOWHERE }
}
