import { assertNever } from '#base/assertNever.ts'
import { capital } from '#base/capital.ts'
import { formatDate } from '#base/plainDate.ts'
import type { AttributeDeclaration, Example, Expectation, Given, GivenValue, Measure } from '../ast.ts'
import { measureOf, type Names, nodeOf, quotedMeasure, SCOPES } from './names.ts'
import { unitOfMeasure } from './units.ts'
import { amountText, PERIODS, pointsText } from './words.ts'

/** `Ba lần một tháng được một nửa: với «Số lần phát» mỗi tháng là 3 lần thì tiêu chí 30 được 2,5 điểm.` */
export function exampleSentence(
  { title, givens, expectations }: Example,
  attributes: readonly AttributeDeclaration[],
  names: Names,
): string {
  const given = givens.map((each) => givenPhrase(each, attributes, names)).join(', ')
  const expected = expectations.map((each) => expectationPhrase(each, names)).join(', ')
  return `${capital(title.text)}: với ${given} thì ${expected}.`
}

function givenPhrase(given: Given, attributes: readonly AttributeDeclaration[], names: Names): string {
  switch (given.kind) {
    case 'measure': {
      const measure = measureOf(given.measure, names)
      const title = quotedMeasure(given.measure, names)
      const each = given.each ? ` mỗi ${PERIODS[given.each]}` : ''
      return given.value.kind === 'missing'
        ? `chưa có ${title}`
        : `${title}${each} ${valuePhrase(given.value, measure)}`
    }
    case 'cohort':
      return `kết quả ${given.figure === 'best' ? 'cao nhất' : 'bình quân'} trong cụm là ${amountText(given.value, '')}`
    case 'attribute': {
      const declared = attributes.find(({ names: all }) =>
        all.some(({ text }) => text === given.attribute.text),
      )
      return `${declared ? names.levelNames[declared.level] : 'đối tượng'} ${given.attribute.text}`
    }
    case 'year':
      return `năm ${given.year}`
    default:
      return assertNever(given)
  }
}

function valuePhrase(value: Exclude<GivenValue, { kind: 'missing' }>, measure: Measure | undefined): string {
  switch (value.kind) {
    case 'amount':
      return `là ${amountText(value.amount, unitOfMeasure(measure))}`
    case 'flag':
      return `là ${value.is ? 'có' : 'không'}`
    case 'level':
      return `ở mức «${value.name.text}»`
    case 'date':
      return `là ngày ${formatDate(value.date)}`
    case 'notApplicable':
      return 'không áp dụng'
    default:
      return assertNever(value)
  }
}

function expectationPhrase(expected: Expectation, names: Names): string {
  const what = `${SCOPES[nodeOf(expected.code, names)?.kind ?? 'criterion']} ${expected.code.text}`
  switch (expected.kind) {
    case 'points':
      return `${what} ${expected.deducted ? 'bị trừ' : 'được'} ${pointsText(expected.points.value)}`
    case 'notApplicable':
      return `${what} không áp dụng`
    default:
      return assertNever(expected)
  }
}
