import { formatExact } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { compare, negate, rational, ZERO } from '#base/rational.ts'
import { changeHeadline, factText, numberText, type Program, rankText, totalText } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Plan } from './candidates.ts'
import type { LeftOut, LeftOutReason } from './findLevers.ts'
import type { Goal } from './goal.ts'
import { numberOfFact } from './lever.ts'
import type { Move, MovedFact } from './moves.ts'
import type { Coarse, Planned } from './plan.ts'

/** What a goal asks, after "để": `đạt từ 90 điểm trở lên`. */
export function goalText(goal: Goal, entrants: readonly Entrant[]): string {
  switch (goal.kind) {
    case 'points':
      return `đạt từ ${formatExact(goal.points)} điểm trở lên`
    case 'class':
      return `được xếp loại ${goal.title} hoặc hơn`
    case 'rank':
      return goal.rank === 1 ? 'đứng hạng 1' : `đứng hạng ${goal.rank} hoặc hơn`
    case 'pass':
      return `vượt ${entrants.find(({ id }) => id === goal.entrant)?.name ?? goal.entrant}`
  }
}

/** How the entrant stands: `81,5 điểm, hạng 7, loại Khá`. */
export function standingText({ cohort: { own } }: Pick<Plan, 'cohort'>, program: Program): string {
  const total = totalText(own, program)
  const parts = [total === undefined ? 'không tính điểm' : `${total} điểm`]
  parts.push(own.rank === undefined ? 'không xếp hạng' : `hạng ${rankText(own)}`)
  if (own.class !== undefined) parts.push(`loại ${own.class}`)
  return parts.join(', ')
}

/** What a plan comes to: `91 điểm, hạng 4, loại Xuất sắc (+9,5 điểm, từ hạng 7 lên 4)`. */
export function planText(plan: Plan, program: Program): string {
  return `${standingText(plan, program)} (${changeHeadline(plan.changes, program)})`
}

/** The most changes that are told one by one. */
const MOST_TOLD = 6

/** One thing to do: `«Số lần phát»: tháng 11/2026 từ 3 lên 5 lần; tháng 12/2026 từ 3 lên 5 lần`. */
export function moveText({ measure, changes, more }: Move): string {
  const title = `«${measure.title.text}»`
  const entrants = new Set(changes.map(({ fact }) => fact.entrant))
  if (entrants.size > 1 && more) {
    const amount =
      compare(more, ZERO) < 0
        ? `bớt ${numberText(negate(more), measure)}`
        : `thêm ${numberText(more, measure)}`
    return `${title}: tất cả ${amount}, ở ${entrants.size} nơi`
  }
  const told = changes.slice(0, MOST_TOLD).map((change) => changeText(change, measure))
  const others = changes.length - told.length
  return `${title}: ${[...told, ...(others > 0 ? [`và ${others} kỳ nữa`] : [])].join('; ')}`
}

function changeText({ fact, expected }: MovedFact, measure: Measure): string {
  const when = formatPeriod(fact.period)
  if (fact.value.kind === 'date') return `hoàn thành chậm nhất ngày ${formatDate(fact.value.date)}`
  if (!expected) return `${when} là ${factText(fact, measure)}`
  const [before, after] = [numberOfFact(expected, measure), numberOfFact(fact, measure)]
  const way = before && after && compare(after, before) < 0 ? 'xuống' : 'lên'
  if (measure.type?.kind === 'flag')
    return `${when} từ ${factText(expected, measure)} thành ${factText(fact, measure)}`
  return `${when} từ ${factText(expected, measure)} ${way} ${factText(fact, measure)}`
}

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  whole: 'là số để so vào (mẫu số hoặc tổng)',
  notOurs: 'bảng công sức ghi là không thay đổi được',
  notEstimated: 'bảng công sức không ghi',
  over: 'không còn kỳ nào để báo cáo thêm',
  together: 'gộp từ nhiều nơi theo cách không cộng thêm được',
  shared: 'là số liệu chung với đối tượng khác đang xếp hạng cùng',
}

/** What counts but was not moved, a reason each: `là mẫu số: «Hồ sơ», «Số hộ»`. */
export function leftOutTexts(leftOut: readonly LeftOut[]): readonly string[] {
  return [...Map.groupBy(leftOut, ({ reason }) => reason)].map(
    ([reason, those]) =>
      `${REASONS[reason]}: ${those.map(({ measure }) => `«${measure.title.text}»`).join(', ')}`,
  )
}

/** `«Dân số có chữ ký số» theo bước 20 người`. */
export function coarseText({ measure, step }: Coarse): string {
  return `«${measure.title.text}» theo bước ${numberText(step, measure)}`
}

/** That nothing takes less, and the nearest that does. */
export function provenText({ ways, below }: Extract<Planned, { kind: 'reached' }>, program: Program): string {
  const all = `Không có cách nào ít công sức hơn: đã xét hết ${waysText(ways)} cách kết hợp`
  if (!below) return `${all}.`
  return `${all}; với công sức ${formatExact(below.effort)} thì nhiều nhất được ${standingText(below, program)}.`
}

/** A trillion: beyond that nobody reads the digits. */
const MANY = 1_000_000_000_000n

/** How many ways there are: `1.812`. */
export function waysText(ways: bigint): string {
  return ways > MANY ? 'hơn một nghìn tỷ' : formatExact(rational(ways))
}

/** Why no plan was made, and what to do about it. */
export function hinderedText(planned: Extract<Planned, { kind: 'tooMany' | 'endless' }>): string {
  const names = listText(planned.levers.map(({ measure }) => `«${measure.title.text}»`))
  if (planned.kind === 'endless')
    return `Chưa lập được kế hoạch: ${names} càng nhiều càng có lợi mà không có mức cao nhất. Ghi mức nhiều nhất mỗi kỳ vào bảng công sức (cột most).`
  if (planned.levers.length === 0)
    return 'Chưa lập được kế hoạch: có quá nhiều cách kết hợp để xét hết. Ghi vào bảng công sức những số liệu không thay đổi được (cột effort: không), hoặc bước lớn hơn (cột step).'
  return `Chưa lập được kế hoạch: ${names} có quá nhiều giá trị để xét hết. Ghi bước lớn hơn vào bảng công sức (cột step).`
}
