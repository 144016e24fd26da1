import { formatCount, formatFixed, formatPercent } from '#base/formatNumber.ts'
import { formatDate } from '#base/plainDate.ts'
import { equals, rational } from '#base/rational.ts'
import type { CohortProjection, EntrantProjection, Projection } from './resample.ts'

const LIKE: Readonly<Record<Projection['pace'], string>> = {
  all: 'một kỳ đã qua của chính nơi đó',
  lastThree: 'một trong ba kỳ gần nhất của chính nơi đó',
  lastYear: 'một trong các kỳ cùng thời gian năm trước của chính nơi đó',
}

/** What was supposed, and how it can be had again. */
export function drawnText({ outlook, pace, draws, seed, drawn }: Projection): readonly string[] {
  const until = formatDate(outlook.horizon)
  if (drawn === 0)
    return [`Đến ngày ${until} không còn gì để rút: chưa nơi nào có kỳ đã qua để các kỳ tới đi theo.`]
  return [
    `Từ sau ngày ${formatDate(outlook.asOf)} đến ngày ${until}, mỗi kỳ được coi là đi như ${LIKE[pace]}, rút ngẫu nhiên ${formatCount(draws)} lần, lần nào cũng chấm lại chính xác.`,
    `Số mở đầu ${seed}: chạy lại với số này thì ra đúng kết quả này. Số đứng đầu là mức giữa (một nửa số lần cao hơn, một nửa thấp hơn), trong ngoặc là khoảng mà 90% số lần rơi vào.`,
  ]
}

/** `Thôn 3: hạng 2 (1–5); 98,23 điểm (97,5–99); loại Xuất sắc 71,3%, Tốt 28,7%`; no rank for who is ranked with nobody. */
export function entrantProjectionText(
  one: EntrantProjection,
  { entrants }: CohortProjection,
  projection: Projection,
): string {
  const rank = entrants.length > 1 ? rankRangeText(one) : ''
  const told = [rank, totalRangeText(one, projection), sharesText(one, projection)]
  return `${one.expected.entrant.name}: ${told.filter((text) => text !== '').join('; ')}.`
}

/** `hạng 2 (1–5)`; a bound without a rank is named. */
export function rankRangeText({ rank: { low, median, high } }: EntrantProjection): string {
  const word = (rank: number | undefined): string => (rank === undefined ? 'không xếp hạng' : `${rank}`)
  const middle = median === undefined ? 'không xếp hạng' : `hạng ${median}`
  return low === high ? middle : `${middle} (${word(low)}–${word(high)})`
}

/** `98,23 điểm (97,50–99,00)`; empty where there is no total in any draw. */
export function totalRangeText(
  { total }: EntrantProjection,
  { program: { totalRounding } }: Projection,
): string {
  if (!total) return ''
  const text = (points: typeof total.low): string => formatFixed(points, totalRounding.places)
  const range = equals(total.low, total.high) ? '' : ` (${text(total.low)}–${text(total.high)})`
  return `${text(total.median)} điểm${range}`
}

/** `loại Xuất sắc 71,3%, Tốt 28,7%`; empty where the rulebook has no classes. */
export function sharesText({ classes }: EntrantProjection, { draws, program }: Projection): string {
  if (program.classes.length === 0) return ''
  const shares = classes.map(({ class: title, draws: count }) => {
    const share = classes.length === 1 ? '' : ` ${formatPercent(rational(BigInt(count), BigInt(draws)))}`
    return `${title ?? 'không xếp loại'}${share}`
  })
  return `${classes[0]?.class === undefined ? '' : 'loại '}${shares.join(', ')}`
}
