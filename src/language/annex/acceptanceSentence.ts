import type { Acceptance } from '../ast.ts'

/** `Tiêu chí 30, điểm nhảy bậc ở một ngưỡng: chép đúng kế hoạch.` A warning that the author keeps, where, and why. */
export function acceptanceSentence({ code, reason }: Acceptance, where: string): string {
  const name = WARNINGS[code.text]
  const end = /[.!?]$/.test(reason.text) ? '' : '.'
  return `${where}${name ? `, ${name}` : ''}: ${reason.text}${end}`
}

/** What a warning is about, for those who never see its code. A code that is not here is left out of the sentence. */
const WARNINGS: Readonly<Record<string, string>> = {
  'attainable-below-maximum': 'không giá trị nào được điểm tối đa',
  cliff: 'điểm thay đổi đột ngột tại một ngưỡng',
  'constant-criterion': 'giá trị nào cũng được cùng một số điểm',
  'date-outside-period': 'thời hạn nằm ngoài thời gian áp dụng',
  'dead-measure': 'số liệu không làm thay đổi điểm',
  'no-lead': 'chưa có đơn vị chủ trì',
  'not-monotone': 'nhiều hơn lại được ít điểm hơn',
  'quota-impossible': 'mức khống chế không thực hiện được',
  'rest-between-tiers': 'phần còn lại nằm giữa hai mức',
  'rounding-sensitive': 'làm tròn làm sai điểm',
  'several-leads': 'nhiều đơn vị cùng chủ trì',
  'tier-contradicts-target': 'mức điểm và chỉ tiêu nói khác nhau',
  'tier-overlap': 'có giá trị nhiều mức cùng nói tới',
  'unreachable-class': 'có loại không tổng điểm nào rơi vào',
  'unreachable-target': 'chỉ tiêu không thể đạt được',
  'unreachable-tier': 'có mức không bao giờ áp dụng',
  'unused-measure': 'số liệu khai báo nhưng không dùng',
}
