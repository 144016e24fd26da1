import { compareDates } from '#base/plainDate.ts'
import type { Repair } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import { type CheckContext, reportError } from '../context.ts'
import { swap } from '../repairs.ts'

/** Reports a range of days that ends before it begins. */
export function checkPeriodOrder(context: CheckContext): void {
  const { application, factPeriod } = context.rulebook
  for (const range of [application?.range, factPeriod?.range]) {
    if (!range || compareDates(range.from, range.to) <= 0) continue
    const labels = [[range.span, 'khoảng thời gian này']] as const
    reportError(
      context,
      'period-order',
      'ngày kết thúc đứng trước ngày bắt đầu',
      labels,
      'đổi chỗ hai ngày',
      [swapDates(context.rulebook.source, range.span)],
    )
  }
}

function swapDates(source: Source, { start, end }: Span): Repair | undefined {
  const [first, second] = [...source.text.slice(start, end).matchAll(/[\d/]{8,}/g)].map(
    ({ 0: day, index }) => ({
      start: start + index,
      end: start + index + day.length,
    }),
  )
  return first && second && swap(source, first, second)
}
