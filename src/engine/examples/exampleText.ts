import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { formatDate } from '#base/plainDate.ts'
import { HUNDRED, multiply } from '#base/rational.ts'
import type { Amount, Example, Expectation, Given, GivenValue, Rulebook } from '#language/index.ts'

/** The example as a line of the rulebook. */
export function exampleText({ title, givens, expectations }: Example, rulebook: Rulebook): string {
  return `ví dụ ${quoted(title.text)} với ${givensText(givens, rulebook)} thì ${expectations.map((one) => expectationText(one, rulebook)).join(', ')}`
}

/** What is given: `phát_sóng mỗi tháng = 3, thôn "miền núi"`. */
export function givensText(givens: readonly Given[], rulebook: Rulebook): string {
  return givens.map((given) => givenText(given, rulebook)).join(', ')
}

const EACH = { month: ' mỗi tháng', quarter: ' mỗi quý', year: ' mỗi năm' } as const
const FIGURES = { best: 'cao nhất trong cụm', average: 'bình quân trong cụm' } as const

function givenText(given: Given, { attributes }: Rulebook): string {
  switch (given.kind) {
    case 'year':
      return `năm ${given.year}`
    case 'cohort':
      return `${FIGURES[given.figure]} = ${amountText(given.value)}`
    case 'attribute': {
      const name = given.attribute.text
      const declared = attributes.find(({ names }) => names.some(({ text }) => text === name))
      return `${LEVEL_NAMES[declared?.level ?? 'village']} ${quoted(name)}`
    }
    case 'measure': {
      const { measure, each, value } = given
      if (value.kind === 'missing') return `chưa có ${measure.text}`
      return `${measure.text}${each ? EACH[each] : ''} = ${valueText(value)}`
    }
  }
}

function valueText(value: Exclude<GivenValue, { kind: 'missing' }>): string {
  switch (value.kind) {
    case 'amount':
      return value.unit === '' ? amountText(value.amount) : `${amountText(value.amount)} ${value.unit}`
    case 'flag':
      return value.is ? 'có' : 'không'
    case 'level':
      return quoted(value.name.text)
    case 'date':
      return formatDate(value.date)
    case 'notApplicable':
      return 'không áp dụng'
  }
}

function expectationText(expected: Expectation, { children }: Rulebook): string {
  const isGroup = children.some(({ kind, code }) => kind === 'group' && code.text === expected.code.text)
  const node = `${isGroup ? 'nhóm' : 'tiêu chí'} ${expected.code.text}`
  if (expected.kind === 'notApplicable') return `${node} không áp dụng`
  return `${node} ${expected.deducted ? 'bị trừ' : 'được'} ${amountText(expected.points)} điểm`
}

function amountText({ value, percent }: Amount): string {
  return percent ? `${formatExact(multiply(value, HUNDRED))}%` : formatExact(value)
}

function quoted(text: string): string {
  return text.includes('"') ? `“${text}”` : `"${text}"`
}
