import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { Expectation, Given, GivenValue } from '../ast.ts'
import type { Clause } from './clause.ts'
import { has, node, nodes, type Reader, spanOfNode, token } from './cst.ts'
import {
  readAmount,
  readCode,
  readDate,
  readEach,
  readLevelOf,
  readName,
  readPoints,
  readScope,
  readText,
  readUnitOfMeasure,
  readYear,
} from './phrases.ts'

/** `ví dụ "…" với phát_sóng mỗi tháng = 3 thì tiêu chí 30 được 2,5 điểm` */
export function readExampleClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const title = readText(tree, reader)
  const givens = nodes(tree, 'given').map((given) => readGiven(given, reader))
  const expectations = nodes(tree, 'expectation').map((expected) => readExpectation(expected, reader))
  const known = givens.filter((given) => given !== undefined)
  const expected = expectations.filter((expectation) => expectation !== undefined)
  if (!title || known.length < givens.length || expected.length < expectations.length) return undefined
  return { kind: 'example', id, span, title, givens: known, expectations: expected }
}

function readGiven(tree: CstNode, reader: Reader): Given | undefined {
  const span = spanOfNode(tree, reader)
  const measure = readName(tree, reader)
  const attribute = readText(tree, reader)
  const level = readLevelOf(tree)
  if (attribute && level) return { kind: 'attribute', level, attribute, span }
  if (has(tree, 'Year')) {
    const year = readYear(token(tree, 'NumberText'), reader)
    return year === undefined ? undefined : { kind: 'year', year, span }
  }
  if (!measure) {
    const value = readAmount(node(tree, 'amount'), reader)
    return value && { kind: 'cohort', figure: has(tree, 'Best') ? 'best' : 'average', value, span }
  }
  if (has(tree, 'NotYet'))
    return { kind: 'measure', measure, each: undefined, value: { kind: 'missing' }, span }
  const written = node(tree, 'givenValue')
  const value = written && readGivenValue(written, reader)
  return value && { kind: 'measure', measure, each: readEach(tree), value, span }
}

function readGivenValue(tree: CstNode, reader: Reader): GivenValue | undefined {
  if (has(tree, 'Yes')) return { kind: 'flag', is: true }
  if (has(tree, 'No')) return { kind: 'flag', is: false }
  if (has(tree, 'NotApplicable')) return { kind: 'notApplicable' }
  const name = readText(tree, reader)
  if (name) return { kind: 'level', name }
  const day = token(tree, 'DateText')
  if (day) {
    const date = readDate(day, reader)
    return date && { kind: 'date', date }
  }
  const amount = readAmount(node(tree, 'amount'), reader)
  return amount && { kind: 'amount', amount, unit: readUnitOfMeasure(tree) }
}

function readExpectation(tree: CstNode, reader: Reader): Expectation | undefined {
  const span = spanOfNode(tree, reader)
  const scope = readScope(tree)
  const code = readCode(tree, reader)
  if (!scope || !code) return undefined
  if (has(tree, 'NotApplicable')) return { kind: 'notApplicable', scope, code, span }
  const points = readPoints(node(tree, 'amount'), reader)
  return points && { kind: 'points', scope, code, points, deducted: has(tree, 'Deducted'), span }
}
