import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { Combine, Divisor, Value, ValueForm, Words, ZeroAnswer } from '../ast.ts'
import type { Clause } from './clause.ts'
import { choose, has, node, nodes, type Reader, spanOfNode, spanOfTokens, token, tokens } from './cst.ts'
import {
  readAmount,
  readAward,
  readCode,
  readDate,
  readEach,
  readLevelOf,
  readMaximum,
  readName,
  readScope,
  readText,
  words,
} from './phrases.ts'

/** `nhóm II "Chính quyền số" tối đa 40 điểm` */
export function readGroupClause(tree: CstNode, span: Span, reader: Reader, failed: boolean): Clause {
  return { kind: 'group', ...readOpening(tree, span, reader, failed), span }
}

/** `tiêu chí 3 "…" tối đa 16 điểm`, `tiêu chí thành phần 3a "…" tối đa 4 điểm` */
export function readCriterionClause(tree: CstNode, span: Span, reader: Reader, failed: boolean): Clause {
  return {
    kind: 'criterion',
    within: has(tree, 'SubCriterion'),
    inserted: false,
    into: undefined,
    intoScope: undefined,
    ...readOpening(node(tree, 'criterionHead') ?? tree, span, reader, failed),
    span,
  }
}

/** `bổ sung tiêu chí 7 "…" tối đa 5 điểm vào nhóm II` */
export function readInsertClause(tree: CstNode, span: Span, reader: Reader, failed: boolean): Clause {
  return {
    kind: 'criterion',
    within: has(tree, 'SubCriterion'),
    inserted: true,
    into: readCode(tree, reader),
    intoScope: readScope(tree),
    ...readOpening(node(tree, 'criterionHead') ?? tree, span, reader, failed),
    span,
  }
}

function readOpening(tree: CstNode, span: Span, reader: Reader, failed: boolean) {
  const nowhere = { text: '', span }
  const maximum = readMaximum(tree, reader)
  const combinations = nodes(tree, 'combination')
  const combine = combinations.map((combination) =>
    choose<Combine>(combination, { TakeBest: 'best', TakeWorst: 'worst', TakeAverage: 'average' }),
  )
  const second = combinations.filter((_, index) => combine[index])[1]
  if (second) {
    reader.report({
      code: 'repeated-clause',
      severity: 'error',
      message: 'cách tính từ các thành phần được nói hai lần',
      labels: [{ source: reader.source, span: spanOfNode(second, reader), text: 'lần sau' }],
      help: 'giữ lại một cách',
    })
  }
  return {
    id: reader.newId(),
    code: readCode(tree, reader) ?? nowhere,
    title: readText(tree, reader) ?? nowhere,
    maximum,
    capped: combinations.some((combination) => has(combination, 'Capped')),
    combine: combine.find((way) => way !== undefined) ?? ('sum' as const),
    incomplete: failed || !maximum,
  }
}

/** `đo tại thôn` */
export function readMeasuredAtClause(tree: CstNode, span: Span): Clause | undefined {
  const level = readLevelOf(tree)
  return level && { kind: 'measuredAt', measuredAt: { level, span }, span }
}

/** `giá trị = a / b`, `giá trị = a / 20`, `giá trị = a trên 1.000 b`, `giá trị = số tháng chậm của a`, with `mỗi tháng` */
export function readValueClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const numerator = readName(tree, reader)
  if (!numerator) return undefined
  const id = reader.newId()
  const below = node(tree, 'divisor')
  const lateness = choose<'day' | 'month'>(tree, { DaysLate: 'day', MonthsLate: 'month' })
  const divided = below ? readDivisor(below, reader) : UNDIVIDED
  if (!divided) return undefined
  const form: ValueForm = lateness ? { kind: 'lateness', in: lateness } : divided.form
  return { kind: 'value', id, span, form, numerator, denominator: divided.denominator, each: readEach(tree) }
}

const UNDIVIDED: Pick<Value, 'form' | 'denominator'> = { form: { kind: 'plain' }, denominator: undefined }

function readDivisor(tree: CstNode, reader: Reader): Pick<Value, 'form' | 'denominator'> | undefined {
  const name = readName(tree, reader)
  const written = node(tree, 'amount')
  const amount = readAmount(written, reader)
  if (written && !amount) return undefined
  if (has(tree, 'Above')) return name && amount && { form: { kind: 'per', base: amount }, denominator: name }
  const denominator = name ?? amount
  return denominator && { form: { kind: 'ratio' }, denominator }
}

/** `khi hồ_sơ = 0: không áp dụng`, `khi cao nhất trong cụm = 0: 0 điểm` */
export function readZeroClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
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
  const id = reader.newId()
  const divisor = readZeroDivisor(tree, reader)
  const award = readAward(tree, reader)
  const answer: ZeroAnswer['answer'] | undefined = has(tree, 'NotApplicable')
    ? { kind: 'notApplicable' }
    : award
  return divisor && answer && { kind: 'zeroAnswer', id, span, divisor, answer }
}

function readZeroDivisor(tree: CstNode, reader: Reader): Divisor | undefined {
  const name = readName(tree, reader)
  if (name) return { kind: 'measure', name }
  const [figure] = [...tokens(tree, 'Best'), ...tokens(tree, 'ClusterAverage')]
  const kind = has(tree, 'Best') ? 'best' : 'average'
  return figure && { kind, span: spanOfTokens([figure], reader) }
}

/** `riêng thôn "miền núi"` */
export function readExceptionClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const level = readLevelOf(tree)
  const attribute: Words | undefined = readText(tree, reader)
  return level && attribute && { kind: 'exception', id: reader.newId(), level, attribute, span }
}

/** `không áp dụng`, below `riêng` */
export function readExemptionClause(_tree: CstNode, span: Span): Clause {
  return { kind: 'exemption', span }
}

/** `sửa đổi tiêu chí 5 "Tên mới" tối đa 6 điểm`; always given, so that what follows finds its place. */
export function readReplaceClause(tree: CstNode, span: Span, reader: Reader): Clause {
  return {
    kind: 'replace',
    id: reader.newId(),
    span,
    scope: readScopeOf(tree),
    code: readCode(tree, reader) ?? { text: '', span },
    title: readText(tree, reader),
    maximum: readMaximum(tree, reader),
  }
}

/** `bãi bỏ tiêu chí 6` */
export function readRepealClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const code = readCode(tree, reader)
  return code && { kind: 'repeal', id: reader.newId(), span, scope: readScopeOf(tree), code }
}

/** `sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026`; always given, as above. */
export function readAmendmentClause(tree: CstNode, span: Span, reader: Reader): Clause {
  return {
    kind: 'amendment',
    id: reader.newId(),
    span,
    version: words(token(tree, 'NumberText'), reader) ?? { text: '', span },
    effective: readDate(token(tree, 'DateText'), reader),
  }
}

function readScopeOf(tree: CstNode): 'group' | 'criterion' {
  const scope = node(tree, 'scope')
  return scope && has(scope, 'Group') ? 'group' : 'criterion'
}
