import type { Acceptance } from '../ast.ts'

/** `Tiêu chí 30, điểm nhảy bậc ở một ngưỡng: chép đúng kế hoạch.` A warning that the author keeps, where, and why. */
export function acceptanceSentence({ code, reason }: Acceptance, where: string): string {
  const name = WARNINGS[code.text]
  const end = /[.!?]$/.test(reason.text) ? '' : '.'
  return `${where}${name ? `, ${name}` : ''}: ${reason.text}${end}`
}

/** What a warning is about, for those who never see its code. A code that is not here is left out of the sentence. */
const WARNINGS: Readonly<Record<string, string>> = {
  cliff: 'điểm thay đổi đột ngột tại một ngưỡng',
  'tier-gap': 'có giá trị không mức nào nói tới',
  'tier-overlap': 'có giá trị nhiều mức cùng nói tới',
  'rest-between-tiers': 'phần còn lại nằm giữa hai mức',
  'unused-measure': 'số liệu khai báo nhưng không dùng',
}
