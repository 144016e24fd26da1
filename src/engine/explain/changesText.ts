import { formatPeriod } from '#base/period.ts'
import { compare, equals, isZero, negate, ONE, type Rational, subtract, ZERO } from '#base/rational.ts'
import { type RoundingMethod, round } from '#base/rounding.ts'
import { type Fact, SUPPOSED } from '#records/fact.ts'
import { rescaled } from '../operations.ts'
import type { Program } from '../program.ts'
import type { LeafTrace } from '../trace.ts'
import type { Changed, CriterionChange, FactChange, SheetChanges } from './changes.ts'
import { isUnchanged } from './changes.ts'
import { explainLeaf } from './leaf.ts'
import { apart, factText, lossText, pointsText, rankText, sentence, totalText } from './words.ts'

/**
 * What changed, a sentence an item: the total, the rank and the class; then criterion by criterion what it gave before and now,
 * the facts that came, and why it gives what it gives; last the facts that made no difference. Nothing is said of the rank of
 * whoever is ranked `alone`.
 */
export function changeSentences(changes: SheetChanges, program: Program, alone = false): readonly string[] {
  if (isUnchanged(changes)) return ['Không có gì thay đổi.']
  return [
    ...headSentences(changes, program, alone),
    ...changeDetails(changes),
    ...carriedText(changes, program),
  ]
}

/** The same without the total, the rank and the class: criterion by criterion, then the facts that made no difference. */
export function changeDetails(changes: SheetChanges): readonly string[] {
  return [...changes.criteria.map(criterionSentence), ...idleFacts(changes)]
}

/**
 * Why the total moves by more than the criteria, where they are carried over to the scale; nothing where they are not,
 * nor of an entrant that had no points before or has none now: there is no total to move.
 */
export function carriedText(
  { before, after, criteria, total }: SheetChanges,
  program: Program,
): readonly string[] {
  const { redistribute, scale } = program
  const [from, to] = [before.applicableMaximum, after.applicableMaximum]
  const isCarried = redistribute !== 'none' && !(equals(from, scale) && equals(to, scale))
  const isScoredOnce = isZero(from) || isZero(to)
  if (!isCarried || isScoredOnce || !total || criteria.length === 0) return []
  if (!equals(from, to))
    return [
      `Phần áp dụng từ ${pointsText(from)} thành ${pointsText(to)} điểm; điểm các tiêu chí quy đổi về thang ${pointsText(scale)}.`,
    ]
  const worth = pointsText(rescaled(ONE, to, scale))
  return [
    `Điểm các tiêu chí tính trên ${pointsText(to)} điểm áp dụng; mỗi điểm ứng với ${worth} điểm của tổng.`,
  ]
}

/** The total, the rank and the class in one line: `+1,25 điểm, từ hạng 7 lên 4, từ loại Khá thành Tốt`. */
export function changeHeadline(changes: SheetChanges, program: Program, alone = false): string {
  if (isUnchanged(changes)) return 'không có gì thay đổi'
  const { after, total, rank, class: title, barred } = changes
  const parts = [total ? totalMoved(total, program) : after.total ? 'điểm giữ nguyên' : 'vẫn không tính điểm']
  if (barred) parts.push(BARRED[barred])
  else if (rank?.before !== undefined && rank.after !== undefined)
    parts.push(
      `từ hạng ${rankText(changes.before)} ${rank.after < rank.before ? 'lên' : 'xuống'} ${rankText(after)}`,
    )
  else if (after.rank !== undefined && !rank && !alone) parts.push(`vẫn hạng ${rankText(after)}`)
  if (title) parts.push(`từ ${classPhrase(title.before)} thành ${title.after ?? 'không xếp loại'}`)
  return parts.join(', ')
}

const BARRED = { now: 'nay không được xếp hạng', noLonger: 'nay lại được xếp hạng' } as const

function classPhrase(title: string | undefined): string {
  return title === undefined ? 'chưa xếp loại' : `loại ${title}`
}

/** `+1,25 điểm`. */
function totalMoved({ before, after }: Changed<Rational>, { totalRounding }: Program): string {
  if (!before || !after) return after ? 'nay có điểm' : 'nay không tính điểm'
  const difference = printedDifference(before, after, totalRounding.places, totalRounding.method)
  const up = compare(difference, ZERO) > 0
  return `${up ? '+' : '-'}${lossText(up ? difference : negate(difference))} điểm`
}

function headSentences(
  { before, after, total, rank, class: title, barred }: SheetChanges,
  program: Program,
  alone: boolean,
): readonly string[] {
  const sentences: string[] = []
  if (!total) {
    const same = totalText(after, program)
    sentences.push(same === undefined ? 'Vẫn không tính điểm.' : `Tổng điểm giữ nguyên ${same}.`)
  } else if (total.before && total.after) {
    const printed = [totalText(before, program) ?? '', totalText(after, program) ?? ''] as const
    const [from, to] = printed[0] === printed[1] ? apart(total.before, total.after) : printed
    const { places, method } = program.totalRounding
    const difference = printedDifference(total.before, total.after, places, method)
    sentences.push(`Tổng điểm ${movedText(difference)}, từ ${from} ${towards(difference)} ${to}.`)
  } else {
    sentences.push(total.after ? `Nay có điểm: ${totalText(after, program)}.` : 'Nay không tính điểm.')
  }
  if (barred) sentences.push(sentence(`${BARRED[barred]}.`))
  else if (rank?.before !== undefined && rank.after !== undefined) {
    const places = rank.before - rank.after
    const others = total ? '' : ', do đối tượng khác thay đổi điểm'
    sentences.push(
      `Hạng ${places > 0 ? 'tăng' : 'giảm'} ${Math.abs(places)} bậc, từ ${rankText(before)} ${places > 0 ? 'lên' : 'xuống'} ${rankText(after)}${others}.`,
    )
  } else if (after.rank !== undefined && !rank && !alone)
    sentences.push(`Hạng giữ nguyên: ${rankText(after)}.`)
  if (title)
    sentences.push(
      `Xếp loại: từ ${title.before ?? 'chưa xếp loại'} thành ${title.after ?? 'không xếp loại'}.`,
    )
  return sentences
}

/** `Tiêu chí 14, Tỷ lệ …: tăng 1,5 điểm, từ 3 lên 4,5. Số liệu mới: …. Đạt 59,62% …` */
function criterionSentence({ before, after, facts, rule, direction }: CriterionChange): string {
  const node = (after ?? before)?.node
  if (!node) throw new Error('a changed criterion is in one of the two traces')
  const head = `Tiêu chí ${node.code}, ${node.title}`
  if (!after) return `${head}: không còn được chấm.`
  const { why } = explainLeaf(after)
  if (!before) return `${head}: nay được chấm, ${pointsText(after.points)} điểm. ${why}`
  const [from, to] = bothTexts(before.points, after.points)
  const moved = direction === 'same' ? `vẫn ${to} điểm` : pointsMoved(before, after, from, to)
  return [`${head}: ${moved}.`, ...causes(facts, rule, after), why].join(' ')
}

function pointsMoved(before: LeafTrace, after: LeafTrace, from: string, to: string): string {
  if (after.node.role === 'penalty') {
    return `nay bị trừ ${to.replace('-', '')} điểm, trước đó ${from.replace('-', '')}`
  }
  const difference = printedDifference(before.points, after.points, 2, 'halfUp')
  return `${movedText(difference)} điểm, từ ${from} ${towards(difference)} ${to}`
}

/** The difference of the two as they are printed, so that a reader who subtracts finds the same. */
function printedDifference(
  before: Rational,
  after: Rational,
  places: number,
  method: RoundingMethod,
): Rational {
  const printed = subtract(round(after, places, method), round(before, places, method))
  return isZero(printed) ? subtract(after, before) : printed
}

/** Why the points differ, where the facts or the rulebook tell. */
function causes(
  facts: readonly FactChange[],
  rule: boolean,
  { rule: judged }: NonNullable<CriterionChange['after']>,
): readonly string[] {
  return [
    ...factSentences(facts),
    ...(rule ? ['Cách chấm đã đổi theo bộ tiêu chí.'] : []),
    ...(facts.length === 0 && !rule && judged?.kind === 'relative' ? ['Mức so sánh trong cụm đã đổi.'] : []),
  ]
}

/** As many facts of one measure as are told one by one. */
const MOST_FACTS = 2

const KINDS = {
  arrived: 'số liệu mới',
  corrected: 'số liệu được sửa',
  withdrawn: 'số liệu không còn được tính',
  supposed: 'giả định',
} as const

function kindOf({ kind, fact }: FactChange): keyof typeof KINDS {
  return kind !== 'withdrawn' && fact.source === SUPPOSED ? 'supposed' : kind
}

/** `Số liệu mới: «Tin bài» tháng 10/2026 là 12 bài (trước đó 9 bài).`, kind by kind and measure by measure. */
function factSentences(facts: readonly FactChange[]): readonly string[] {
  return [...Map.groupBy(facts, kindOf)].map(([kind, all]) => {
    const byMeasure = Map.groupBy(all, ({ measure }) => measure.title.text)
    const told = [...byMeasure].map(([title, some]) => `«${title}» ${measureText(some)}`)
    return sentence(`${KINDS[kind]}: ${told.join('; ')}.`)
  })
}

function measureText(facts: readonly FactChange[]): string {
  if (facts.length > MOST_FACTS) {
    const entrants = new Set(facts.map(({ fact }) => fact.entrant)).size
    return entrants > 1 ? `${facts.length} số liệu của ${entrants} đối tượng` : `${facts.length} số liệu`
  }
  return facts
    .map((change) => {
      const { kind, fact, measure, before } = change
      const now = factText(fact, measure)
      const earlier = kind === 'withdrawn' || !before ? undefined : factText(before, measure)
      const changed =
        earlier === undefined
          ? ''
          : earlier === now
            ? sameText(before, fact)
            : ` (${kindOf(change) === 'supposed' ? 'thay vì' : 'trước đó'} ${earlier})`
      return `${formatPeriod(fact.period)} là ${now}${waitsText(kind, fact)}${changed}`
    })
    .join(', ')
}

/** What is new of a fact whose value is not. */
function sameText(before: Fact | undefined, { status, evidence }: Fact): string {
  if (before?.status === 'pending' && status === 'verified') return ' (nay đã thẩm định)'
  return before?.evidence === '' && evidence !== '' ? ' (nay đã có minh chứng)' : ' (không đổi)'
}

/** A fact that came, or was corrected, without counting yet. */
function waitsText(kind: FactChange['kind'], { status }: FactChange['fact']): string {
  return kind !== 'withdrawn' && status === 'pending' ? ', chờ thẩm định' : ''
}

/** The facts that came without a criterion giving more or less for them. */
function idleFacts({ facts, criteria }: SheetChanges): readonly string[] {
  const told = new Set(criteria.flatMap((change) => change.facts.map(({ fact }) => fact)))
  const idle = facts.filter(({ fact }) => !told.has(fact))
  if (idle.length === 0) return []
  const counted = [...Map.groupBy(idle, kindOf)].map(([kind, all]) => `${all.length} ${KINDS[kind]}`)
  return [`${sentence(counted.join(', '))} không làm đổi điểm của tiêu chí nào.`]
}

function movedText(difference: Rational): string {
  const up = compare(difference, ZERO) > 0
  return `${up ? 'tăng' : 'giảm'} ${lossText(up ? difference : negate(difference))}`
}

function towards(difference: Rational): string {
  return compare(difference, ZERO) > 0 ? 'lên' : 'xuống'
}

/** The two as points are printed, with more decimals where they would look alike. */
function bothTexts(before: Rational, after: Rational): readonly [string, string] {
  return compare(before, after) === 0 ? [pointsText(before), pointsText(after)] : apart(before, after)
}
