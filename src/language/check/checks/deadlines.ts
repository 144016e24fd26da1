import { compareDates, formatDate } from '#base/plainDate.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportWarning } from '../context.ts'

/** Warns of a deadline on a day on which the rulebook does not apply. */
export function checkDeadlines(context: CheckContext): void {
  const range = context.rulebook.application?.range
  if (!range) return
  for (const { deadline, code } of criteriaOf(context.rulebook)) {
    const date = deadline?.date
    if (!date || (compareDates(date, range.from) >= 0 && compareDates(date, range.to) <= 0)) continue
    reportWarning(
      context,
      'date-outside-period',
      `thời hạn ${formatDate(date)} của tiêu chí ${code.text} nằm ngoài thời gian của bộ tiêu chí`,
      [
        [deadline.span, 'thời hạn này'],
        [range.span, 'bộ tiêu chí áp dụng trong thời gian này'],
      ],
      'sửa thời hạn, hoặc thời gian áp dụng',
    )
  }
}
