import { formatDate } from '#base/plainDate.ts'
import { compare, equals, isZero, multiply, negate, type Rational, subtract, ZERO } from '#base/rational.ts'
import {
  apart,
  type CriterionChange,
  carriedText,
  changeHeadline,
  type LeafTrace,
  lossText,
  type Program,
  pointsText,
  totalText,
} from '#engine/index.ts'
import type { Counts, CriterionImpact } from './counts.ts'
import { type EntrantImpact, type RuleImpact, SIDE_NAMES } from './impact.ts'
import type { OneSided } from './takenFacts.ts'

/** `12 thêm điểm, 5 bớt điểm, 23 giữ nguyên điểm; 8 lên hạng, 7 xuống hạng.` */
export function countsText(counts: Counts): string {
  const { scored, gained, lost, rose, fell, barred, noLongerBarred, classes } = counts
  const told = [
    `${gained} thêm điểm, ${lost} bớt điểm, ${scored - gained - lost} giữ nguyên điểm`,
    rose + fell > 0 ? `${rose} lên hạng, ${fell} xuống hạng` : 'không ai đổi hạng',
    ...(classes.length > 0
      ? [
          `đổi loại: ${classes
            .map(
              ({ before, after, entrants }) => `${classWord(before)} thành ${classWord(after)} ${entrants}`,
            )
            .join(', ')}`,
        ]
      : []),
    ...(barred > 0 ? [`${barred} nay không được xếp hạng`] : []),
    ...(noLongerBarred > 0 ? [`${noLongerBarred} nay lại được xếp hạng`] : []),
  ]
  return `${told.join('; ')}.`
}

function classWord(title: string | undefined): string {
  return title ?? 'không xếp loại'
}

/** `Tiêu chí 30, Đài truyền thanh: 12 đối tượng thêm điểm, 0 bớt điểm, cộng lại +6 điểm.` */
export function criterionImpactText({ code, old, new: now, gained, lost, net }: CriterionImpact): string {
  const title = (now ?? old)?.title ?? ''
  const only = old && now ? '' : ` (chỉ có trong ${SIDE_NAMES[now ? 'new' : 'old']})`
  const renamed = old && now && old.title !== now.title ? ` (bộ tiêu chí cũ gọi là «${old.title}»)` : ''
  return `Tiêu chí ${code}, ${title}${only}${renamed}: ${gained} đối tượng thêm điểm, ${lost} bớt điểm, cộng lại ${signedText(net)} điểm.`
}

/** `Thôn 3: +0,5 điểm, từ hạng 7 lên 5`. */
export function entrantImpactText(impact: EntrantImpact, { programs }: RuleImpact): string {
  return `${impact.after.entrant.name}: ${changeHeadline(impact, programs.new, impact.alone)}`
}

/** What each criterion did to the entrant, and what cannot be told by criteria. */
export function causesText(impact: EntrantImpact, { programs }: RuleImpact): readonly string[] {
  const { before, after, rest, criteria, total } = impact
  const printed = [totalText(before, programs.old), totalText(after, programs.new)]
  const rounded =
    !total && printed[0] !== printed[1] ? [`Tổng điểm in ra là ${printed[1]} thay vì ${printed[0]}.`] : []
  const carried = isCarried(impact, programs.new) ? carriedText(impact, programs.new) : []
  const beyond =
    isZero(rest) || carried.length > 0
      ? carried
      : [`Do cách cộng các tiêu chí, quy đổi hay làm tròn: ${signedText(rest)} điểm.`]
  return [...criteria.map(criterionText), ...beyond, ...rounded]
}

/** Whether the total moves by more than the criteria because they are carried over to the scale, and by nothing else. */
function isCarried({ before, after, rest }: EntrantImpact, { scale }: Program): boolean {
  const applies = after.applicableMaximum
  if (!before.total || !after.total || !equals(before.applicableMaximum, applies)) return false
  const moved = subtract(after.total, before.total)
  return equals(multiply(subtract(moved, rest), scale), multiply(moved, applies))
}

function criterionText({ before, after }: CriterionChange): string {
  const node = (after ?? before)?.node
  const head = `Tiêu chí ${node?.code}, ${node?.title}`
  if (!before || !after) {
    const side = after ? 'new' : 'old'
    return `${head}: chỉ được chấm theo ${SIDE_NAMES[side]}, ${pointsText((after ?? before)?.points ?? ZERO)} điểm.`
  }
  if (!equals(before.points, after.points)) {
    const [from, to] = apart(before.points, after.points)
    const moved = signedText(subtract(after.points, before.points))
    const otherwise = before.outcome.kind === after.outcome.kind ? '' : `, ${OUTCOMES[after.outcome.kind]}`
    return `${head}: ${from} → ${to} điểm (${moved})${otherwise}.`
  }
  const most = equals(before.applicableMaximum, after.applicableMaximum)
    ? OUTCOMES[after.outcome.kind]
    : `tối đa ${pointsText(before.applicableMaximum)} → ${pointsText(after.applicableMaximum)}`
  return `${head}: vẫn ${pointsText(after.points)} điểm, ${most}.`
}

const OUTCOMES = {
  value: 'nay có giá trị để chấm',
  missing: 'nay chưa có số liệu',
  pending: 'nay chờ thẩm định',
  notApplicable: 'nay không áp dụng',
  error: 'nay lỗi số liệu',
} as const satisfies Readonly<Record<LeafTrace['outcome']['kind'], string>>

/** As many facts as are told one by one. */
const MOST_FACTS = 5

/** Facts that only one rulebook takes, a line for each reason, and what the new one lacks. */
export function factsText({ oneSidedFacts, unreported }: RuleImpact): readonly string[] {
  const groups = Map.groupBy(
    oneSidedFacts,
    ({ takenBy, fact, why }) => `${takenBy}\n${fact.measure}\n${why.code}`,
  )
  return [
    ...[...groups.values()].map(oneSidedText),
    ...unreported.map(
      ({ name, title }) =>
        `Bộ tiêu chí mới cần số liệu \`${name.text}\` (${title.text}) mà chưa ai báo cáo: tiêu chí chấm theo nó chưa có số liệu.`,
    ),
  ]
}

function oneSidedText(facts: readonly OneSided[]): string {
  const [first] = facts
  if (!first) return ''
  const { takenBy, fact, why } = first
  const entrants = [...new Set(facts.map((one) => one.fact.entrant))]
  const whose =
    entrants.length > MOST_FACTS
      ? `${entrants.length} đối tượng`
      : entrants.map((id) => `\`${id}\``).join(', ')
  return `Chỉ ${SIDE_NAMES[takenBy]} nhận ${facts.length} số liệu \`${fact.measure}\` của ${whose}: ${why.message}.`
}

/** `31/01/2026: 12 thêm điểm, …` */
export function pastText({ past }: RuleImpact): readonly string[] {
  return past.map(({ asOf, counts }) => `${formatDate(asOf)}: ${countsText(counts)}`)
}

function signedText(points: Rational): string {
  if (isZero(points)) return '0'
  return compare(points, ZERO) > 0 ? `+${lossText(points)}` : `-${lossText(negate(points))}`
}
