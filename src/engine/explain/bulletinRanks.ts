import { capital } from '#base/capital.ts'
import { dateInWords, dayInWords } from '#base/dateWords.ts'
import { listText } from '#base/listText.ts'
import { wholeInWords } from '#base/numberWords.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { spokenText } from '#base/spokenText.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import { type Separation, separationOf } from './separation.ts'
import { countedText, kindsOf, spokenNames, spokenPoints, spokenRank } from './spoken.ts'
import { keyTexts } from './words.ts'

/** As many entrants as are named from the top, all who share the last rank among them. */
const MOST_PLACES = 3

/** Who stands at the top of one ranking, ties as `đồng hạng`, and how many got each class. */
export function topSentences(cohort: readonly ScoreSheet[], program: Program): readonly string[] {
  const groups = [...Map.groupBy(cohort, ({ rank }) => rank)].flatMap(([rank, sheets]) =>
    rank === undefined ? [] : [{ rank, sheets }],
  )
  const within = `Trong ${countedText(cohort)}${clusterText(cohort, program)}`
  if (groups.length === 0) return [`${within}, chưa ${kindsOf(cohort)} nào được xếp hạng.`]
  const top = groups
    .toSorted((left, right) => left.rank - right.rank)
    .filter(({ rank }) => rank <= MOST_PLACES)
  const shown = top.filter(
    (_, index) => top.slice(0, index).flatMap(({ sheets }) => sheets).length < MOST_PLACES,
  )
  const [all] = shown
  if (all && all.sheets.length === cohort.length) {
    const points = [...new Set(cohort.map((sheet) => spokenPoints(sheet, program)))]
    const given = points.length === 1 ? `, cùng được ${points[0]}` : ''
    return [
      `Cả ${countedText(cohort)}${clusterText(cohort, program)} đồng hạng thứ nhất${given}.`,
      ...classSentence(cohort, program),
    ]
  }
  const told = shown.map(({ sheets }, index) => {
    const said = groupText(sheets, program)
    return index === 0 ? `${within}, ${said}.` : `${capital(said)}.`
  })
  const broken = shown.flatMap(({ sheets: [above] }, index) => {
    const below = shown[index + 1]?.sheets[0]
    return above && below ? closeSentence(above, below, program) : []
  })
  return [...told, ...broken, ...classSentence(cohort, program)]
}

function clusterText([first]: readonly ScoreSheet[], { ranking }: Program): string {
  const cluster = ranking.scope === 'cluster' ? first?.entrant.cluster : undefined
  return cluster === undefined ? '' : ` thuộc ${spokenText(cluster)}`
}

/** `đứng thứ ba là Thôn hai, được … điểm`, `đồng hạng thứ nhất là …, cùng được … điểm`. */
function groupText(sheets: readonly ScoreSheet[], program: Program): string {
  const [first] = sheets
  if (!first) return ''
  if (sheets.length === 1) {
    return `đứng ${spokenRank(first)} là ${spokenText(first.entrant.name)}, được ${spokenPoints(first, program)}`
  }
  const points = new Set(sheets.map((sheet) => spokenPoints(sheet, program)))
  // A ranking need not go by the total: those of equal rank may have different ones.
  const given =
    points.size === 1
      ? `cùng được ${spokenPoints(first, program)}`
      : `lần lượt được ${listText(sheets.map((sheet) => spokenPoints(sheet, program) ?? ''))}`
  return `đồng hạng ${spokenRank(first)} là ${spokenNames(sheets)}, ${given}`
}

/** Why one stands above the other though both totals are heard as the same. */
function closeSentence(above: ScoreSheet, below: ScoreSheet, program: Program): readonly string[] {
  if (spokenPoints(above, program) !== spokenPoints(below, program)) return []
  const names = [above, below].map(({ entrant }) => spokenText(entrant.name))
  const decided = decidedText(separationOf(above, below, program), program)
  return [`${listText(names)} có tổng điểm đọc ra như nhau; ${names[0]} đứng trên nhờ ${decided}.`]
}

function decidedText(separation: Separation, program: Program): string {
  if (separation.kind === 'equal') throw new Error('two that differ in rank differ in a key')
  const name = spokenText(keyTexts(program)[separation.index] ?? '')
  switch (separation.key.kind) {
    case 'total':
      return 'tổng điểm chưa làm tròn cao hơn'
    case 'node':
      return `${name} cao hơn`
    case 'penalty':
    case 'bonus':
      return name
  }
}

/** `Xếp loại: bốn thôn loại Xuất sắc, sáu thôn loại Tốt.` */
function classSentence(cohort: readonly ScoreSheet[], { classes }: Program): readonly string[] {
  const counted = classes.flatMap(({ title }) => {
    const sheets = cohort.filter((sheet) => sheet.class === title)
    return sheets.length === 0 ? [] : [`${countedText(sheets)} xếp loại ${spokenText(title)}`]
  })
  return counted.length === 0 ? [] : [`Có ${listText(counted)}.`]
}

/** Who rose by the most places since the earlier day. */
export function risenSentence(
  cohort: readonly ScoreSheet[],
  asOf: PlainDate,
  before: { readonly asOf: PlainDate; readonly sheets: readonly ScoreSheet[] } | undefined,
): readonly string[] {
  if (!before) return []
  const earlier = new Map(before.sheets.map((sheet) => [sheet.entrant.id, sheet]))
  const moves = cohort.flatMap((sheet) => {
    const from = earlier.get(sheet.entrant.id)
    return from?.rank === undefined || sheet.rank === undefined
      ? []
      : [{ sheet, from, places: from.rank - sheet.rank }]
  })
  if (moves.length === 0) return []
  const sameYear = before.asOf.year === asOf.year
  const since = `So với ${sameYear ? dayInWords(before.asOf) : dateInWords(before.asOf)}`
  const most = Math.max(...moves.map(({ places }) => places))
  if (most <= 0) return [`${since}, không ${kindsOf(cohort)} nào tăng hạng.`]
  const risen = moves.filter(({ places }) => places === most)
  const [only] = risen
  const by = `tăng ${wholeInWords(BigInt(most))} bậc`
  if (!only || risen.length > 1) {
    return [`${since}, tăng hạng nhiều nhất là ${spokenNames(risen.map(({ sheet }) => sheet))}, cùng ${by}.`]
  }
  const ranks = `từ ${spokenRank(only.from)} lên ${spokenRank(only.sheet)}`
  return [`${since}, tăng hạng nhiều nhất là ${spokenText(only.sheet.entrant.name)}, ${by}, ${ranks}.`]
}
