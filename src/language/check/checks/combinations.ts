import type { Criterion, Group } from '../../ast.ts'
import { casesOf, nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/** Reports ways of putting parts together, or of judging, that have nothing to work on. */
export function checkCombinations(context: CheckContext): void {
  for (const node of nodesOf(context.rulebook)) {
    if (node.combine !== 'sum' && node.children.length === 0 && !node.incomplete) reportNoParts(context, node)
    if (node.kind === 'criterion') for (const one of casesOf(node)) checkRelative(context, one)
  }
}

function reportNoParts(context: CheckContext, { kind, code, span }: Group | Criterion): void {
  reportError(
    context,
    'missing-clause',
    `${kind === 'group' ? 'nhóm' : 'tiêu chí'} ${code.text} chưa có thành phần nào để so sánh`,
    [[span, 'dòng này nói cách tính từ các thành phần']],
    'thêm bên dưới các dòng «tiêu chí thành phần …», hoặc bỏ phần này',
  )
}

/** What a cluster's figure would be of each month is not said anywhere, so it is not guessed. */
function checkRelative(context: CheckContext, { rule, value }: Criterion): void {
  if (rule?.kind !== 'relative' || !value?.each) return
  reportError(
    context,
    'kind-mismatch',
    'chấm so với cụm thì không chấm từng kỳ được',
    [
      [rule.span, 'cách chấm này so cả kỳ với các đối tượng khác'],
      [value.span, 'giá trị này tính từng kỳ'],
    ],
    'bỏ «mỗi tháng», hoặc dùng cách chấm khác',
  )
}
