import type { Review } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { OCCASIONS, phaseText } from '../reviewName.ts'

/** `sơ kết giai đoạn 2026-2027 "Giai đoạn 1" dự kiến theo bình quân tổng điểm các năm`. */
export function printReview({ occasion, phase, title, tentative }: Review): string {
  return [
    `${OCCASIONS[occasion].toLocaleLowerCase('vi')} giai đoạn ${phaseText(phase)}`,
    ...(title ? [quoted(title.text)] : []),
    ...(tentative ? ['dự kiến'] : []),
    'theo bình quân tổng điểm các năm',
  ].join(' ')
}
