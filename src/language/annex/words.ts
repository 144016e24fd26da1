import { capital } from '#base/capital.ts'
import { formatExact, formatPercent, formatRounded } from '#base/formatNumber.ts'
import type { Frequency } from '#base/period.ts'
import { denominator, type Rational, toExactText } from '#base/rational.ts'
import type { Amount } from '../ast.ts'

/** What a reader calls the periods. */
export const PERIODS: Readonly<Record<Frequency, string>> = { month: 'tháng', quarter: 'quý', year: 'năm' }

/** The mark of what the committee is still to decide. */
export const TENTATIVE = 'dự kiến'

/** The words with a capital and a full stop. */
export function sentence(words: string): string {
  return `${capital(words)}${/[.:!?]$/.test(words) ? '' : '.'}`
}

/** A sentence of ours as the continuation of another one. */
export function continued(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
}

/** `2,5 điểm`; a third of a point, which decimals never write in full, is `khoảng 0,33 điểm`. */
export function pointsText(points: Rational): string {
  const exact = formatExact(points)
  return exact.includes('/') ? `khoảng ${formatRounded(points, 2)} điểm` : `${exact} điểm`
}

/** `90%`, `24 bài`; the number alone where there is no unit of measure. */
export function amountText({ value, percent }: Amount, unit: string): string {
  if (percent) return formatPercent(value)
  return unit === '' ? formatExact(value) : `${formatExact(value)} ${unit}`
}

/** `1/2`, `3/4`, and a percentage where the fraction would not be read at a glance: `85%`. */
export function shareText(share: Rational): string {
  const bottom = denominator(share)
  return bottom > 1n && bottom <= 10n ? toExactText(share) : percentText(share)
}

/** `50%`; a share whose decimals never end stays a fraction. */
export function percentText(share: Rational): string {
  return formatExact(share).includes('/') ? toExactText(share) : formatPercent(share)
}

/** `100 điểm (dự kiến)`: the words with their mark where the committee is still to decide. */
export function marked(words: string, tentative: boolean): string {
  return tentative ? `${words} (${TENTATIVE})` : words
}
