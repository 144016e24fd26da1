import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import type { Example, Expectation, Given, GivenValue } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { printEach } from './printEach.ts'
import { SCOPES } from './printOutcome.ts'
import { printAmount } from './printPoints.ts'
import { FIGURES } from './printValue.ts'

/** `ví dụ "…" với phát_sóng mỗi tháng = 3 thì tiêu chí 30 được 2,5 điểm`. */
export function printExample({ title, givens, expectations }: Example): string {
  const expected = expectations.map(printExpectation)
  return `ví dụ ${quoted(title.text)} với ${printGivens(givens)} thì ${expected.join(', ')}`
}

/** What an example gives: `phát_sóng mỗi tháng = 3, thôn "miền núi"`. */
export function printGivens(givens: readonly Given[]): string {
  return givens.map(printGiven).join(', ')
}

function printGiven(given: Given): string {
  switch (given.kind) {
    case 'attribute':
      return `${LEVEL_NAMES[given.level]} ${quoted(given.attribute.text)}`
    case 'cohort':
      return `${FIGURES[given.figure]} = ${printAmount(given.value)}`
    case 'year':
      return `năm ${given.year}`
    case 'measure': {
      const { measure, each, value } = given
      if (value.kind === 'missing') return `chưa có ${measure.text}`
      return `${measure.text}${each ? ` ${printEach(each)}` : ''} = ${printGivenValue(value)}`
    }
  }
}

function printGivenValue(value: Exclude<GivenValue, { kind: 'missing' }>): string {
  switch (value.kind) {
    case 'amount':
      return `${printAmount(value.amount)}${value.unit === '' ? '' : ` ${value.unit}`}`
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

function printExpectation(expected: Expectation): string {
  const node = `${SCOPES[expected.scope]} ${expected.code.text}`
  switch (expected.kind) {
    case 'points':
      return `${node} ${expected.deducted ? 'bị trừ' : 'được'} ${printAmount(expected.points)} điểm`
    case 'notApplicable':
      return `${node} không áp dụng`
  }
}
