import { listText } from '#base/listText.ts'
import type { Criterion } from '../../ast.ts'
import { criteriaOf, isLeaf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/**
 * Reports what must be said and is not. A node with a line that could not be read is passed over: the line may have
 * said it.
 */
export function checkRequired(context: CheckContext): void {
  checkRulebook(context)
  for (const criterion of criteriaOf(context.rulebook)) {
    if (criterion.incomplete) continue
    if (isLeaf(criterion)) checkLeaf(context, criterion)
    else checkParent(context, criterion)
  }
}

function checkRulebook(context: CheckContext): void {
  const { rulebook } = context
  if (rulebook.incomplete || rulebook.title.text === '') return
  const { span } = rulebook.title
  if (!rulebook.application) {
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chưa nói áp dụng cho ai và trong thời gian nào',
      [[span, 'bộ tiêu chí này']],
      'thêm dòng: áp dụng cho thôn từ 01/01/2026 đến 31/12/2026',
    )
  }
  if (!rulebook.scale) {
    const help = 'thêm dòng: thang điểm 100'
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chưa có thang điểm',
      [[span, 'bộ tiêu chí này']],
      help,
    )
  }
  if (rulebook.children.length === 0) {
    const help = 'thêm ít nhất một dòng «tiêu chí»'
    reportError(
      context,
      'missing-clause',
      'bộ tiêu chí chưa có tiêu chí nào',
      [[span, 'bộ tiêu chí này']],
      help,
    )
  }
  if (!rulebook.notApplicablePolicy && rulebook.missingPolicy?.counts !== 'notApplicable') {
    const answer = criteriaOf(rulebook).find(
      ({ zeroAnswer }) => zeroAnswer?.answer.kind === 'notApplicable',
    )?.zeroAnswer
    if (answer) reportUnansweredRest(context, answer.span)
  } else if (!rulebook.notApplicablePolicy && rulebook.missingPolicy) {
    reportUnansweredRest(context, rulebook.missingPolicy.span)
  }
}

function reportUnansweredRest(
  context: CheckContext,
  span: Parameters<typeof reportError>[3][number][0],
): void {
  reportError(
    context,
    'missing-clause',
    'chưa nói rõ điểm của phần không áp dụng được tính thế nào',
    [[span, 'ở đây có thể «không áp dụng»']],
    'thêm ở đầu bộ tiêu chí: «không áp dụng: quy đổi về thang điểm» hoặc «không áp dụng: không quy đổi»',
  )
}

function checkLeaf(context: CheckContext, criterion: Criterion): void {
  const { code, rule, value, target, level } = criterion
  const levels = context.rulebook.application?.levels ?? []
  const absent: string[] = []
  if (!rule) absent.push('cách chấm (các mức, «chấm theo tỷ lệ đạt chỉ tiêu» hoặc «cộng …»)')
  if (!value && rule && rule.kind !== 'parts') absent.push('«giá trị = …»')
  if (!target && needsTarget(criterion)) absent.push('«chỉ tiêu …»')
  if (!level && !inherited(context, criterion) && levels.length > 1) absent.push('«đo tại …»')
  if (absent.length === 0) return
  reportError(
    context,
    'missing-clause',
    `tiêu chí ${code.text} chưa có ${listText(absent)}`,
    [[code.span, 'tiêu chí này']],
    'thêm các dòng còn thiếu bên dưới',
  )
}

function needsTarget({ rule }: Criterion): boolean {
  if (rule?.kind === 'proportion') return true
  return rule?.kind === 'tiers' && rule.tiers.some(({ condition }) => condition.kind === 'targetReached')
}

function inherited({ rulebook }: CheckContext, criterion: Criterion): boolean {
  return criteriaOf(rulebook).some(
    ({ children, level }) => level !== undefined && children.includes(criterion),
  )
}

function checkParent(context: CheckContext, { code, rule, value, zeroAnswer, target }: Criterion): void {
  const own = value ?? zeroAnswer ?? target ?? (rule?.kind === 'proportion' ? rule : ruleStart(rule))
  if (!own) return
  reportError(
    context,
    'misplaced-clause',
    `tiêu chí ${code.text} có tiêu chí thành phần nên không tự chấm điểm`,
    [
      [own.span, 'dòng này phải thuộc một tiêu chí thành phần'],
      [code.span, 'điểm của tiêu chí này là tổng các thành phần'],
    ],
    'chuyển dòng này xuống dưới tiêu chí thành phần mà nó thuộc về',
  )
}

function ruleStart(rule: Criterion['rule']) {
  if (rule?.kind === 'tiers') return rule.tiers[0]
  return rule?.kind === 'parts' ? rule.parts[0] : undefined
}
