import type { Words } from '#language/index.ts'
import type { Change, Said, Subject } from './difference.ts'

/** What can be said otherwise of a rulebook, a measure or a node, besides the points that values are given. */
export type Aspect = keyof typeof ASPECTS

/** What a reader calls them. */
export const ASPECTS = {
  // Of the rulebook
  rulebookTitle: 'tên bộ tiêu chí',
  rulebookCode: 'mã bộ tiêu chí',
  levels: 'cấp được chấm',
  period: 'thời gian áp dụng',
  factPeriod: 'kỳ số liệu',
  attributes: 'đặc điểm được xét riêng',
  scale: 'thang điểm',
  scaleTentative: 'tính chất của thang điểm',
  totalRounding: 'làm tròn tổng điểm',
  criterionRounding: 'làm tròn từng tiêu chí',
  missing: 'khi chưa có số liệu',
  notApplicable: 'khi không áp dụng',
  unitsByLead: 'điểm của đơn vị',
  ranking: 'cách xếp hạng',
  rankingTentative: 'tính chất của cách xếp hạng',
  classes: 'bảng xếp loại',
  classConditions: 'điều kiện',
  classQuota: 'giới hạn số lượng',
  knockOut: 'trường hợp không xếp hạng',
  reviews: 'sơ kết, tổng kết',
  reviewsTentative: 'sơ kết, tổng kết còn dự kiến',
  // Of a measure
  measureName: 'tên gọi trong bộ tiêu chí',
  type: 'loại số liệu',
  frequency: 'kỳ báo cáo',
  aggregation: 'cách gộp các kỳ',
  bounds: 'giá trị được nhận',
  step: 'bước',
  partOf: 'là một phần của',
  absentPeriod: 'kỳ thiếu',
  evidence: 'minh chứng',
  tracked: 'cách dùng',
  // Of a node
  title: 'tên',
  code: 'mã',
  maximum: 'điểm tối đa',
  role: 'cách tính vào tổng điểm',
  tentative: 'tính chất của điểm tối đa',
  combine: 'cách tính điểm',
  capped: 'giới hạn',
  structure: 'cách chấm',
  level: 'đo tại',
  value: 'giá trị',
  zero: 'khi không có gì để chia',
  target: 'chỉ tiêu',
  deadline: 'thời hạn',
  leads: 'chủ trì',
  supports: 'phối hợp',
  sources: 'nguồn',
  citations: 'căn cứ',
  exception: 'trường hợp riêng',
  exceptionOrder: 'thứ tự các trường hợp riêng',
} as const

/** Something that is said of a subject, and how it is told whether it is still the same. */
export type Saying<Thing> = {
  readonly aspect: Aspect
  readonly scores: boolean | ((thing: Thing) => boolean)
} & (
  | {
      /** As a reader sees it; `undefined` where it is not said. */
      readonly text: (thing: Thing) => string | undefined
      /** What must be equal, where other words can mean the same. */
      readonly key?: (thing: Thing) => string | undefined
    }
  /** Texts whose order means nothing. */
  | { readonly list: (thing: Thing) => readonly Words[] }
)

/** The sayings that differ between two things. */
export function compareSayings<Thing>(
  sayings: readonly Saying<Thing>[],
  old: Thing,
  now: Thing,
  about: Subject,
): readonly Change[] {
  return sayings.flatMap((saying) => {
    const { aspect, scores } = saying
    const matters = typeof scores === 'boolean' ? scores : scores(old) || scores(now)
    if ('list' in saying) return compareLists(aspect, matters, saying.list(old), saying.list(now), about)
    const { text, key = text } = saying
    if (plain(key(old)) === plain(key(now))) return []
    return [said(about, matters, { aspect, old: text(old), new: text(now) })]
  })
}

/** What came and what went; one that came for one that went is a change of it. */
function compareLists(
  aspect: Aspect,
  scores: boolean,
  old: readonly Words[],
  now: readonly Words[],
  about: Subject,
): readonly Change[] {
  const texts = (list: readonly Words[]): ReadonlySet<string> =>
    new Set(list.map(({ text }) => `«${plain(text)}»`))
  const [before, after] = [texts(old), texts(now)]
  const gone = [...before].filter((text) => !after.has(text))
  const come = [...after].filter((text) => !before.has(text))
  if (gone.length === 1 && come.length === 1)
    return [said(about, scores, { aspect, old: gone[0], new: come[0] })]
  return [
    ...gone.map((text) => said(about, scores, { aspect, old: text, new: undefined })),
    ...come.map((text) => said(about, scores, { aspect, old: undefined, new: text })),
  ]
}

/** One such change. */
export function said(about: Subject, scores: boolean, change: Omit<Said, 'kind'>): Change {
  return { kind: 'said', about, scores, ...change }
}

/** A text without what its author typed by the way: blanks, letters in two parts. */
export function plain(text: string | undefined): string | undefined {
  return text?.normalize('NFC').replace(/\s+/g, ' ').trim()
}
