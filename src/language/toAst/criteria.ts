import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { Clause } from './clause.ts'
import { has, node, nodes, type Reader, token, tokens } from './cst.ts'
import {
  readAmount,
  readAward,
  readCode,
  readDate,
  readLevel,
  readMaximum,
  readName,
  readText,
  words,
} from './phrases.ts'

export function readGroupClause(tree: CstNode, span: Span, reader: Reader, failed: boolean): Clause {
  return { kind: 'group', ...readOpening(tree, span, reader, failed), span }
}

export function readCriterionClause(tree: CstNode, span: Span, reader: Reader, failed: boolean): Clause {
  const within = has(tree, 'SubCriterion')
  return {
    kind: 'criterion',
    within,
    capped: has(tree, 'Capped'),
    ...readOpening(tree, span, reader, failed),
    span,
  }
}

function readOpening(tree: CstNode, span: Span, reader: Reader, failed: boolean) {
  const nowhere = { text: '', span }
  const maximum = readMaximum(tree, reader)
  return {
    id: reader.newId(),
    code: readCode(tree, reader) ?? nowhere,
    title: readText(tree, reader) ?? nowhere,
    maximum,
    incomplete: failed || !maximum,
  }
}

export function readDeadlineClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const written = token(tree, 'DateText')
  if (!written) {
    const text = readText(tree, reader)
    return text && { kind: 'deadline', text, date: undefined, span }
  }
  const date = readDate(written, reader)
  return date && { kind: 'deadline', text: { text: written.image, span: reader.spanOf(written) }, date, span }
}

export function readMeasuredAtClause(tree: CstNode, span: Span): Clause | undefined {
  const level = node(tree, 'level')
  const read = level && readLevel(level)
  return read && { kind: 'measuredAt', measuredAt: { level: read, span }, span }
}

export function readValueClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const [numerator, divisor] = tokens(tree, 'Name').map((name) => words(name, reader))
  if (!numerator) return undefined
  const fixed = node(tree, 'amount')
  const amount = readAmount(fixed, reader)
  if (fixed && !amount) return undefined
  return { kind: 'value', id: reader.newId(), span, numerator, denominator: divisor ?? amount }
}

export function readZeroClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const measure = readName(tree, reader)
  const zero = token(tree, 'NumberText')
  if (zero && zero.image !== '0') {
    reader.report({
      code: 'unclear-clause',
      severity: 'error',
      message: `cần 0, nhưng ở đây là \`${zero.image}\``,
      labels: [{ source: reader.source, span: reader.spanOf(zero), text: 'ở đây' }],
      help: 'dòng này nói về trường hợp mẫu số bằng 0: «khi hồ_sơ = 0: không áp dụng»',
    })
    return undefined
  }
  const award = readAward(tree, reader)
  const answer = has(tree, 'NotApplicable') ? ({ kind: 'notApplicable' } as const) : award
  return measure && answer && { kind: 'zeroAnswer', id: reader.newId(), span, measure, answer }
}

export function readTargetClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const written = nodes(tree, 'amount')
  const [low, high] = written.map((amount) => readAmount(amount, reader))
  if (!low || (written.length > 1 && !high)) return undefined
  const text = reader.source.text.slice(low.span.start, span.end).normalize('NFC').replace(/\s+/g, ' ')
  return { kind: 'target', id: reader.newId(), span, low, high, text }
}
