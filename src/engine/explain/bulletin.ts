import { dateInWords } from '#base/dateWords.ts'
import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { listText } from '#base/listText.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { spokenText } from '#base/spokenText.ts'
import { saysMadeUp } from '#records/fact.ts'
import { cohortOf } from '../cohort.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import { risenSentence, topSentences } from './bulletinRanks.ts'
import { barredSentence, missingSentence } from './bulletinRest.ts'
import { leavesIn } from './entrant.ts'
import { spokenPoints } from './spoken.ts'

/** What a bulletin is made of: one scoring and, to tell who rose, that of an earlier day. */
export interface Announced {
  readonly program: Program
  readonly asOf: PlainDate
  readonly sheets: readonly ScoreSheet[]
  readonly before: { readonly asOf: PlainDate; readonly sheets: readonly ScoreSheet[] } | undefined
}

/**
 * The result as it is read over the commune's loudspeakers, a paragraph an item: plain sentences, every number and day in
 * words, no sign that cannot be spoken. It says where it stands, who rose, what is still missing, and how to object.
 */
export function bulletinOf({ program, asOf, sheets, before }: Announced): readonly string[] {
  const cohorts = [...Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant, program)).values()]
  const commune = sheets.find(({ entrant }) => entrant.level === 'commune')
  const place = commune ? spokenText(commune.entrant.name) : spokenText(program.levelNames.commune)
  const ranked = cohorts.filter((cohort) => cohort.length > 1)
  return [
    `Bản tin thi đua ${lowerFirst(place)}.`,
    openingText(program, asOf),
    ...cautionText(sheets, program),
    ...ranked.map((cohort) =>
      [
        ...topSentences(cohort, program),
        ...risenSentence(cohort, asOf, before),
        ...barredSentence(cohort),
        ...missingSentence(cohort),
      ].join(' '),
    ),
    ...cohorts.flatMap((cohort) =>
      cohort.length === 1 ? cohort.flatMap((sheet) => aloneText(sheet, program)) : [],
    ),
    closingText(ranked, commune),
  ]
}

function openingText({ rulebook }: Program, asOf: PlainDate): string {
  return `Kính thưa bà con. Sau đây là kết quả thi đua chấm theo bộ tiêu chí mang tên ${spokenText(rulebook.title.text)}, tính đến hết ${dateInWords(asOf)}.`
}

/** That figures are made up, or points still to be decided: it is said before any of them. */
function cautionText(sheets: readonly ScoreSheet[], { rulebook }: Program): readonly string[] {
  const facts = sheets.flatMap(({ nodes }) =>
    leavesIn(nodes).flatMap(({ inputs }) => inputs.flatMap((one) => one.facts)),
  )
  const illustrative = facts.filter(({ source }) => saysMadeUp(source)).length
  const which = illustrative === facts.length ? 'Số liệu' : 'Một phần số liệu'
  const cautions = [
    ...(illustrative > 0 ? [`${which} trong bản tin này là số liệu minh họa, không phải số liệu thật.`] : []),
    ...(rulebook.scale?.tentative
      ? ['Thang điểm và cách chấm là dự kiến, còn chờ Ban tổ chức quyết định.']
      : []),
  ]
  return cautions.length > 0 ? [cautions.join(' ')] : []
}

/** Whoever has no one to be compared with: `Xã An Nông được …, xếp loại Tốt.` */
function aloneText(sheet: ScoreSheet, program: Program): readonly string[] {
  const points = spokenPoints(sheet, program)
  if (points === undefined) return []
  const title = sheet.class === undefined ? '' : `, xếp loại ${spokenText(sheet.class)}`
  const missing = missingSentence([sheet])
  return [[`${spokenText(sheet.entrant.name)} được ${points}${title}.`, ...missing].join(' ')]
}

/** Where to see more and how to object; by what words depends on who was scored. */
function closingText(ranked: readonly (readonly ScoreSheet[])[], commune: ScoreSheet | undefined): string {
  const kinds = [...new Set(ranked.flat().map(({ entrant }) => entrant.kind))]
  const place = commune?.entrant.kind ?? LEVEL_NAMES.commune
  const whose = kinds.length > 0 ? ` của từng ${listText(kinds, 'và từng')}` : ''
  const whom = kinds.length > 0 ? `tên ${listText(kinds, 'hoặc')}, ` : ''
  const heads = kinds.flatMap((kind) => HEADS[kind] ?? [`trưởng ${kind}`])
  const ask = heads.length > 0 ? `, hoặc hỏi ${listText(heads, 'hoặc')}` : ''
  return [
    `Điểm${whose}, lý do được điểm và mất điểm có trên trang công bố kết quả thi đua của ${place}. Mời bà con xem trên trang này${ask}.`,
    `Ai thấy số liệu hoặc điểm chưa đúng, đề nghị gửi kiến nghị đến Ủy ban nhân dân ${place}, nói rõ ${whom}tiêu chí và số liệu cần xem lại.`,
    'Xin trân trọng cảm ơn bà con đã chú ý theo dõi.',
  ].join(' ')
}

/** Who heads them, where it is not `trưởng` and the word itself. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  'tổ dân phố': ['tổ trưởng tổ dân phố'],
  'đơn vị': ['thủ trưởng đơn vị'],
  xã: [],
  phường: [],
  'đặc khu': [],
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
