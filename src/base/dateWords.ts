import { wholeInWords } from './numberWords.ts'
import type { PlainDate } from './plainDate.ts'

/** A day as it is said: `ngày ba mươi mốt tháng mười năm hai nghìn không trăm hai mươi sáu`. */
export function dateInWords(date: PlainDate): string {
  return `${dayInWords(date)} năm ${wholeInWords(BigInt(date.year))}`
}

/** The same without its year. The first ten days of a month are `mùng`, the fourth month is `tháng tư`. */
export function dayInWords({ month, day }: PlainDate): string {
  const first = day <= 10 ? 'mùng ' : ''
  const named = month === 4 ? 'tư' : wholeInWords(BigInt(month))
  return `ngày ${first}${wholeInWords(BigInt(day))} tháng ${named}`
}
