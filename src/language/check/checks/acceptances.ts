import { didYouMean } from '#base/didYouMean.ts'
import type { Acceptance, Rulebook } from '../../ast.ts'
import { nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { replaceBy } from '../repairs.ts'
import { ERRORS, WARNINGS } from '../warnings.ts'

/** Reports acceptances of what is no warning: errors cannot be accepted, and unknown codes accept nothing. */
export function checkAcceptances(context: CheckContext): void {
  for (const { code } of acceptancesIn(context.rulebook)) {
    if (WARNINGS.some((warning) => warning === code.text)) continue
    const isError = ERRORS.some((error) => error === code.text)
    const near = isError ? undefined : didYouMean(code.text, WARNINGS)
    reportError(
      context,
      'not-acceptable',
      isError
        ? `lỗi \`${code.text}\` không chấp nhận được, phải sửa`
        : `không có cảnh báo nào mang mã \`${code.text}\``,
      [[code.span, isError ? 'chỉ cảnh báo mới chấp nhận được' : 'mã này']],
      isError
        ? 'sửa chỗ có lỗi rồi bỏ dòng này'
        : near
          ? `ý bạn là \`${near}\`?`
          : 'dùng mã trong ngoặc vuông của cảnh báo, ví dụ cliff trong «cảnh báo[cliff]»',
      [near && !isError ? replaceBy(near, code.span) : undefined],
    )
  }
}

/** Every acceptance in the rulebook, those of its nodes included. */
export function acceptancesIn(rulebook: Rulebook): readonly Acceptance[] {
  return [...rulebook.acceptances, ...nodesOf(rulebook).flatMap(({ acceptances }) => acceptances)]
}
