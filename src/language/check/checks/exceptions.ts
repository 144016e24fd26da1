import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import type { Criterion, Exception } from '../../ast.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/** Reports exceptions that say nothing, contradict themselves or one another, or that nobody can fall under. */
export function checkExceptions(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    for (const exception of criterion.exceptions) {
      if (!criterion.incomplete) checkContent(context, criterion, exception)
      checkLevel(context, criterion, exception)
    }
    checkRepeats(context, criterion)
  }
}

function checkContent(context: CheckContext, criterion: Criterion, exception: Exception): void {
  const { notApplicable, target, rule, span } = exception
  if (!notApplicable && !target && !rule) {
    reportError(
      context,
      'missing-clause',
      'dòng «riêng» chưa nói điều gì khác đi',
      [[span, 'bên dưới dòng này chưa có gì']],
      'thêm bên dưới «chỉ tiêu …», một cách chấm khác, hoặc «không áp dụng»',
    )
  }
  const other = target ?? ruleSpan(rule)
  if (notApplicable && other) {
    reportError(
      context,
      'misplaced-clause',
      'đã không áp dụng thì không có chỉ tiêu hay cách chấm riêng',
      [
        [other.span, 'dòng này không dùng đến'],
        [notApplicable, 'đã nói không áp dụng'],
      ],
      'giữ một trong hai',
    )
  }
  if (target && !rule && !notApplicable && !dependsOnTarget(criterion.rule)) {
    reportError(
      context,
      'misplaced-clause',
      'chỉ tiêu riêng này không làm thay đổi điểm',
      [
        [target.span, 'cách chấm của tiêu chí không dùng chỉ tiêu'],
        [criterion.code.span, 'tiêu chí này'],
      ],
      'viết các mức bằng «đạt chỉ tiêu», hoặc viết các mức riêng bên dưới dòng «riêng»',
    )
  }
}

function ruleSpan(rule: Exception['rule']) {
  if (rule?.kind === 'tiers') return rule.tiers[0]
  return rule?.kind === 'parts' ? rule.parts[0] : rule
}

function dependsOnTarget(rule: Criterion['rule']): boolean {
  if (rule?.kind === 'tiers') return rule.tiers.some(({ condition }) => condition.kind === 'target')
  return rule?.kind === 'proportion' || (rule?.kind === 'perItem' && rule.of !== 'value')
}

/** Attributes are of entrants of one level; an exception for another level would never hold. */
function checkLevel(
  context: CheckContext,
  criterion: Criterion,
  { level, attribute, span }: Exception,
): void {
  const { rulebook, symbols } = context
  const measured = symbols.levels.get(criterion.id)
  if (measured && measured !== level) {
    reportError(
      context,
      'level-mismatch',
      `tiêu chí ${criterion.code.text} đo tại ${LEVEL_NAMES[measured]} nên không có trường hợp riêng cho ${LEVEL_NAMES[level]}`,
      [[span, 'dòng này không bao giờ dùng đến']],
      `viết «riêng ${LEVEL_NAMES[measured]} "…"», hoặc sửa cấp đo của tiêu chí`,
    )
  }
  const declared = rulebook.attributes.filter(({ names }) =>
    names.some(({ text }) => text === attribute.text),
  )
  const [first] = declared
  if (!first || declared.some((declaration) => declaration.level === level)) return
  reportError(
    context,
    'level-mismatch',
    `đặc điểm "${attribute.text}" là của ${LEVEL_NAMES[first.level]}, không phải của ${LEVEL_NAMES[level]}`,
    [
      [attribute.span, 'đặc điểm này'],
      [first.span, 'khai báo ở đây'],
    ],
    'sửa cấp ở một trong hai dòng',
  )
}

function checkRepeats(context: CheckContext, { exceptions }: Criterion): void {
  const firsts = new Map<string, Exception>()
  for (const exception of exceptions) {
    const first = firsts.get(exception.attribute.text)
    if (!first) {
      firsts.set(exception.attribute.text, exception)
      continue
    }
    reportError(
      context,
      'repeated-clause',
      'đặc điểm này có hai trường hợp riêng trong cùng một tiêu chí',
      [
        [exception.span, 'lần sau'],
        [first.span, 'lần đầu'],
      ],
      'gộp thành một',
    )
  }
}
