import type { Program } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import { KINDS } from '#records/entrant.ts'
import { type Finder, type Found, finderOf, type Named } from './finder.ts'
import type { PeriodColumn } from './periodText.ts'

/** What a column of a table holds. */
export type Heading =
  | { readonly kind: 'entrant' }
  | { readonly kind: 'period'; readonly column: PeriodColumn }
  /** The values of one measure: the wide form. `percent` where the heading says so: `Tỷ lệ (%)`. */
  | { readonly kind: 'measure'; readonly measure: Measure; readonly percent: boolean }
  /** Which measure, and its value: the long form. */
  | { readonly kind: 'measureName' }
  | { readonly kind: 'value' }
  | { readonly kind: 'status' }
  | { readonly kind: 'source' }
  | { readonly kind: 'evidence' }
  /** Row numbers, which say nothing. */
  | { readonly kind: 'number' }
  /** What is written for people: it is not read, and that is told. */
  | { readonly kind: 'remark' }

const WORDS: readonly Named<Heading>[] = [
  named({ kind: 'entrant' }, 'đối tượng', 'entrant', 'địa bàn', 'địa phương', 'tên', 'mã', 'mã đối tượng'),
  named({ kind: 'period', column: 'any' }, 'kỳ', 'period', 'kỳ số liệu', 'kỳ báo cáo', 'thời gian'),
  named({ kind: 'period', column: 'month' }, 'tháng'),
  named({ kind: 'period', column: 'quarter' }, 'quý'),
  named({ kind: 'period', column: 'year' }, 'năm'),
  named({ kind: 'measureName' }, 'số liệu', 'measure', 'tên số liệu'),
  named({ kind: 'value' }, 'giá trị', 'value'),
  named({ kind: 'status' }, 'trạng thái', 'status'),
  named({ kind: 'source' }, 'nguồn', 'source', 'nguồn số liệu'),
  named({ kind: 'evidence' }, 'minh chứng', 'evidence'),
  named({ kind: 'number' }, 'stt', 'tt', 'số tt', 'số thứ tự'),
  named({ kind: 'remark' }, 'ghi chú'),
]

function named(value: Heading, ...names: readonly string[]): Named<Heading> {
  return { value, names }
}

/** What a mistyped heading may have been meant for beside a measure. */
const OFFERED = ['Thôn', 'Đơn vị', 'Kỳ', 'Số liệu', 'Giá trị', 'Trạng thái', 'Nguồn', 'Minh chứng', 'Ghi chú']

/** Every word for whoever is scored: `thôn`, `tên thôn`, `đơn vị`. */
const ENTRANT_WORDS: readonly string[] = Object.values(KINDS)
  .flat()
  .flatMap((kind) => [kind, `tên ${kind}`])

/** Finds what a heading stands for: its code, the title of a measure, or one of the words that offices use. */
export function headingFinder({ measures }: Pick<Program, 'measures'>): Finder<Heading> {
  const things: Named<Heading>[] = [...measures.values()].map((measure) => ({
    value: { kind: 'measure', measure, percent: false },
    names: [measure.title.text, measure.name.text],
  }))
  const words = WORDS.map((each) =>
    each.value.kind === 'entrant' ? { ...each, names: [...each.names, ...ENTRANT_WORDS] } : each,
  )
  const titles = things.flatMap(({ names }) => names)
  const find = finderOf<Heading>([...things, ...words], [...titles, ...OFFERED])
  return (text) => {
    const whole = find(text)
    if (whole.kind !== 'none') return whole
    const bare = text.replace(UNIT, '')
    const found = bare === text ? whole : find(bare)
    if (found.kind === 'one' && found.value.kind === 'measure')
      return { kind: 'one', value: { ...found.value, percent: text.includes('%') } }
    return found.kind === 'none' ? (severalKinds(text, find) ?? whole) : found
  }
}

/** What is counted in, after the title: `Dân số (người)`. */
const UNIT = /\s*\([^()]*\)\s*$/

/** `Thôn, khu phố`: several words for whoever is scored. */
function severalKinds(text: string, find: Finder<Heading>): Found<Heading> | undefined {
  const parts = text.split(/[,/;]| và | hoặc /).map((part) => find(part.trim()))
  const all = parts.every((part) => part.kind === 'one' && part.value.kind === 'entrant')
  return parts.length > 1 && all ? { kind: 'one', value: { kind: 'entrant' } } : undefined
}
