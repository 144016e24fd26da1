import { compareDates } from '#base/plainDate.ts'
import { type CheckContext, reportError } from '../context.ts'

/** Reports a range of days that ends before it begins. */
export function checkPeriodOrder(context: CheckContext): void {
  const { application, factPeriod } = context.rulebook
  for (const range of [application?.range, factPeriod?.range]) {
    if (!range || compareDates(range.from, range.to) <= 0) continue
    const labels = [[range.span, 'khoảng thời gian này']] as const
    reportError(context, 'period-order', 'ngày kết thúc đứng trước ngày bắt đầu', labels, 'đổi chỗ hai ngày')
  }
}
