import { listText } from '#base/listText.ts'
import { isZero, sum } from '#base/rational.ts'
import { kindsText } from '#records/entrant.ts'
import { cohortOf } from '../cohort.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import { explainTotal, leavesIn, openIn } from './entrant.ts'
import { explainStanding } from './standing.ts'
import { type Lack, whyNotMore } from './whyNotMore.ts'
import { lossText, rankText } from './words.ts'

/** As many criteria as a paragraph names; the page and the list below it tell all. */
const MOST_NAMED = 3

/**
 * An entrant's result in one paragraph, a sentence an item: where it stands, how the total came about, what decided its
 * standing, where points were lost, the nearest step to more, and what is not judged yet. Read from the sheets alone.
 */
export function explainEntrant(
  sheet: ScoreSheet,
  sheets: readonly ScoreSheet[],
  program: Program,
): readonly string[] {
  const lacks = whyNotMore(sheet)
  return [
    ...explainResult(sheet, sheets, program),
    ...lostSentences(lacks),
    ...openSentence(sheet),
    ...faultySentence(sheet),
  ]
}

/** The beginning of it: where the entrant stands, how the total came about, and what else decided. */
export function explainResult(
  sheet: ScoreSheet,
  sheets: readonly ScoreSheet[],
  program: Program,
): readonly string[] {
  const place = placeSentence(sheet, sheets, program)
  const total = explainTotal(sheet, program)
  // The first sentence names the entrant.
  const named = place || !sheet.total ? total : `${sheet.entrant.name} ${uncapital(total)}`
  return [...(place ? [place] : []), named, ...explainStanding(sheet, program)]
}

function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** `Thôn 3 xếp hạng 4 trong 22 thôn, loại Xuất sắc.`; nothing for whoever stands alone and has no class. */
function placeSentence(
  sheet: ScoreSheet,
  sheets: readonly ScoreSheet[],
  program: Program,
): string | undefined {
  const { entrant, rank, class: title } = sheet
  const cohort = sheets.filter((other) => cohortOf(other.entrant, program) === cohortOf(entrant, program))
  const equals = cohort.filter((other) => other.rank === rank)
  const place =
    rank === undefined || cohort.length === 1
      ? []
      : [
          `${equals.length > 1 ? 'đồng hạng' : 'xếp hạng'} ${rankText(sheet)} trong ${cohort.length} ${kindsText(cohort.map((other) => other.entrant))}`,
        ]
  const parts = [...place, ...(title === undefined ? [] : [`loại ${title}`])]
  if (parts.length === 0) return undefined
  return `${entrant.name} ${place.length === 0 ? 'xếp ' : ''}${parts.join(', ')}.`
}

function lostSentences(lacks: readonly Lack[]): readonly string[] {
  if (lacks.length === 0) return []
  const lost = lacks.filter(({ trace }) => trace.node.role !== 'penalty')
  const taken = lacks.filter(({ trace }) => trace.node.role === 'penalty')
  const nearest = lacks.find(({ step }) => step !== undefined)
  return [
    ...(lost.length > 0 ? [`Mất ${totalOf(lost)} điểm: ${namedText(lost)}.`] : []),
    ...(taken.length > 0 ? [`Bị trừ ${totalOf(taken)} điểm: ${namedText(taken)}.`] : []),
    ...(nearest?.step
      ? [`Để thêm điểm, trước hết ở tiêu chí ${nearest.trace.node.code}: ${nearest.step}.`]
      : []),
  ]
}

function totalOf(lacks: readonly Lack[]): string {
  return lossText(sum(lacks.map(({ points }) => points)))
}

/** `nhiều nhất ở tiêu chí 14 (1,5 điểm), tiêu chí 16 (1 điểm) và 3 tiêu chí khác`. */
function namedText(lacks: readonly Lack[]): string {
  const named = lacks
    .slice(0, MOST_NAMED)
    .map(({ trace, points }) => `tiêu chí ${trace.node.code} (${lossText(points)} điểm)`)
  const others = lacks.length - named.length
  const most = lacks.length > 1 ? 'nhiều nhất ở ' : 'ở '
  return `${most}${listText(others > 0 ? [...named, `${others} tiêu chí khác`] : named)}`
}

function openSentence(sheet: ScoreSheet): readonly string[] {
  const open = openIn(sheet)
  if (open.length === 0 || isZero(sheet.applicableMaximum)) return []
  const codes = open.slice(0, MOST_NAMED).map(({ node }) => node.code)
  const others = open.length - codes.length
  const named = listText(others > 0 ? [...codes, `${others} tiêu chí khác`] : codes)
  return [`Điểm là tạm tính: ${open.length} tiêu chí còn chờ số liệu hoặc thẩm định (${named}).`]
}

function faultySentence({ nodes }: ScoreSheet): readonly string[] {
  const codes = leavesIn(nodes).flatMap(({ node, outcome }) => (outcome.kind === 'error' ? [node.code] : []))
  if (codes.length === 0) return []
  return [`Có lỗi số liệu ở tiêu chí ${listText(codes)}: tính 0 điểm cho đến khi số liệu được sửa.`]
}
