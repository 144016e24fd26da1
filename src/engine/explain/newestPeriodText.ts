import { assertNever } from '#base/assertNever.ts'
import { listText } from '#base/listText.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate, type PlainDate } from '#base/plainDate.ts'
import type { Entrant } from '#records/entrant.ts'
import type { NewestPeriod, PeriodDoubt } from '../asOf.ts'

/**
 * From which period the day of a score was taken, and what speaks against it: `ngày chấm lấy theo số liệu tháng 1/2027, mà kỳ
 * này mới chỉ Thôn 3 có số liệu`.
 */
export function newestPeriodText(
  { period, entrants }: NewestPeriod,
  doubts: readonly PeriodDoubt[],
  everyone: readonly Entrant[],
  today: PlainDate,
): string {
  const [first] = entrants
  const name = everyone.find(({ id }) => id === first)?.name ?? first ?? ''
  const reasons = doubts.map((doubt) => {
    switch (doubt) {
      case 'alone':
        return `mới chỉ ${name} có số liệu`
      case 'ahead':
        return `đến hôm nay (${formatDate(today)}) chưa bắt đầu`
      default:
        return assertNever(doubt)
    }
  })
  return `ngày chấm lấy theo số liệu ${formatPeriod(period)}, mà kỳ này ${listText(reasons)}`
}
