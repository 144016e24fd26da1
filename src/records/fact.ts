import * as z from 'zod'
import { didYouMean } from '#base/didYouMean.ts'
import { foldText } from '#base/foldText.ts'
import { formatExact, formatPercent } from '#base/formatNumber.ts'
import { type ParsedNumber, parseNumber, parsePercent } from '#base/parseNumber.ts'
import { formatPeriod, type Period, parsePeriod, periodKey } from '#base/period.ts'
import { formatDate, type PlainDate, parseDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import {
  type Diagnostic,
  failure,
  type Label,
  MOST_DIAGNOSTICS,
  type Result,
} from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Entrant } from './entrant.ts'
import { fieldIssues } from './fieldIssues.ts'
import { type Row, readTable } from './table.ts'

/** One value of one measure for one entrant and one period. */
export interface Fact {
  readonly entrant: string
  readonly measure: string
  readonly period: Period
  readonly value: FactValue
  /** The value as the file has it. */
  readonly written: string
  readonly status: FactStatus
  /** Where the value comes from, as the file says it; {@link ILLUSTRATIVE} for made-up values. */
  readonly source: string
  /** What proves the value (an address, a document's number), as the file says it; empty where nothing is given. */
  readonly evidence: string
  /** Where the fact was read, for messages about it. */
  readonly label: (text: string, column?: string) => Label
}

export type FactValue =
  /** `percent` when written with the sign; the value is then already a ratio. */
  | { readonly kind: 'number'; readonly value: Rational; readonly percent: boolean }
  | { readonly kind: 'flag'; readonly is: boolean }
  | { readonly kind: 'date'; readonly date: PlainDate }
  /** Words such as the name of a level; which words a measure knows only its rulebook says. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'notApplicable' }

/** Whether the fact has been verified ("đã thẩm định") or waits for it. */
export type FactStatus = 'verified' | 'pending'

/** How made-up facts are marked, in the file and on every page that shows them. */
export const ILLUSTRATIVE = 'dữ liệu minh họa'

const FOLDED = foldText(ILLUSTRATIVE)

/** Whether what somebody wrote calls values made up, however the words are typed. */
export function saysMadeUp(written: string): boolean {
  return foldText(written).includes(FOLDED)
}

/** What facts that somebody only supposes are called where a source is told. */
export const SUPPOSED = 'giả định của kịch bản'

const LOOKS_LIKE_DATE = /^\d{1,2}\/\d{1,2}\/\d{4}$/

/** Begins with a letter; anything else was meant as a number. */
const LOOKS_LIKE_WORDS = /^\p{L}[\p{L}\p{M}\p{N} ,/-]*$/u

const VALUE_HELP = 'viết số như 1250, 12,5 hay 38,2%; hoặc có, không, không áp dụng'

const valueSchema = z.string().transform((text, context): FactValue => {
  const word = text.toLowerCase()
  if (word === 'không áp dụng') return { kind: 'notApplicable' }
  if (word === 'có' || word === 'không') return { kind: 'flag', is: word === 'có' }
  if (LOOKS_LIKE_DATE.test(text)) {
    const date = parseDate(text)
    if (date) return { kind: 'date', date }
    context.addIssue({ code: 'custom', message: 'không có ngày này: viết ngày/tháng/năm, ví dụ 30/11/2026' })
    return z.NEVER
  }
  if (LOOKS_LIKE_WORDS.test(text)) return { kind: 'words', text }
  const percent = text.endsWith('%')
  const parsed = percent ? parsePercent(text) : parseNumber(text)
  if (parsed.kind === 'number') return { kind: 'number', value: parsed.value, percent }
  context.addIssue({ code: 'custom', message: numberHelp(parsed) })
  return z.NEVER
})

function numberHelp(parsed: Exclude<ParsedNumber, { kind: 'number' }>): string {
  switch (parsed.kind) {
    case 'ambiguous':
      return `số này có thể là ${parsed.readings.join(' hay ')}: viết lại cho rõ, dấu phẩy cho phần thập phân`
    case 'tooLong':
      return 'số dài quá 40 chữ số'
    case 'malformed':
      return VALUE_HELP
  }
}

/** A value as it is written in a file; {@link parseFactValue} reads it back. A number must end after some decimals. */
export function writtenValue(value: FactValue): string {
  switch (value.kind) {
    case 'number':
      return value.percent ? formatPercent(value.value) : formatExact(value.value)
    case 'flag':
      return value.is ? 'có' : 'không'
    case 'date':
      return formatDate(value.date)
    case 'words':
      return value.text
    case 'notApplicable':
      return 'không áp dụng'
  }
}

/** The value that a text says; `undefined` for one that says none. */
export function parseFactValue(text: string): FactValue | undefined {
  return valueSchema.safeParse(text).data
}

/** Names the right form of a month written the other way round, as spreadsheets do. */
function periodHelp(text: string): string {
  const [, month = '', year = ''] = /^(\d{1,2})[/-](\d{4})$/.exec(text) ?? []
  const turned = `${year}-${month.padStart(2, '0')}`
  if (parsePeriod(turned) && month !== '') return `viết ${turned}`
  return 'viết năm 2026, quý 2026-Q3 hoặc tháng 2026-10 (tháng từ 01 đến 12)'
}

const factSchema = z.object({
  entrant: z.string().min(1, 'ghi mã đối tượng'),
  measure: z.string().min(1, 'ghi tên số liệu như trong bộ tiêu chí'),
  period: z.string().transform((text, context): Period => {
    const period = parsePeriod(text)
    if (period) return period
    context.addIssue({
      code: 'custom',
      message: periodHelp(text),
    })
    return z.NEVER
  }),
  value: valueSchema,
  status: z
    .enum(['', 'đã thẩm định', 'chờ thẩm định'], 'ghi «đã thẩm định» hoặc «chờ thẩm định», hoặc để trống')
    .default(''),
  source: z.string().max(300, 'viết ngắn hơn 300 chữ').default(''),
  evidence: z.string().trim().max(300, 'viết ngắn hơn 300 chữ').default(''),
})

const COLUMNS = {
  required: { entrant: 'đối tượng', measure: 'số liệu', period: 'kỳ', value: 'giá trị' },
  optional: { status: 'trạng thái', source: 'nguồn', evidence: 'minh chứng' },
}

/**
 * The facts of `facts.csv` in the order of the file; or everything wrong with it. Columns `status`, `source` and
 * `evidence` may follow. Whether the measures exist and the values fit them is for whoever holds the rulebook (engine/bindFacts.ts).
 */
export function readFacts(source: Source, entrants: readonly Entrant[]): Result<readonly Fact[]> {
  const table = readTable(source, COLUMNS)
  return table.ok ? factsOf(table.value, entrants) : table
}

/** The facts of rows that were read, each of whose fields may be absent; or everything wrong with them. */
export function factsOf(rowsRead: readonly Row[], entrants: readonly Entrant[]): Result<readonly Fact[]> {
  const known = new Set(entrants.map(({ id }) => id))
  const diagnostics: Diagnostic[] = []
  const facts: Fact[] = []
  const rows = new Map<string, Row>()
  for (const row of rowsRead) {
    if (diagnostics.length >= MOST_DIAGNOSTICS) break
    const parsed = factSchema.safeParse(row.fields)
    if (!parsed.success) {
      diagnostics.push(...fieldIssues(row, parsed.error))
      continue
    }
    const { entrant, measure, period, value, status, source, evidence } = parsed.data
    if (!known.has(entrant)) {
      diagnostics.push(unknownEntrant(entrant, row, known))
      continue
    }
    const key = [entrant, measure, periodKey(period)].join('\n')
    const before = rows.get(key)
    if (before) diagnostics.push(repeatedFact(parsed.data, row, before))
    rows.set(key, row)
    facts.push({
      entrant,
      measure,
      period,
      value,
      written: row.fields['value'] ?? '',
      status: status === 'chờ thẩm định' ? 'pending' : 'verified',
      source,
      evidence,
      label: row.label,
    })
  }
  if (diagnostics.length > 0) return failure(diagnostics)
  return { ok: true, value: facts, diagnostics: [] }
}

function unknownEntrant(entrant: string, row: Row, known: ReadonlySet<string>): Diagnostic {
  const near = didYouMean(entrant, known)
  return {
    code: 'unknown-entrant',
    severity: 'error',
    message: `đối tượng \`${entrant}\` không có trong danh sách`,
    labels: [row.label('cột đối tượng', 'entrant')],
    help: near ? `ý bạn là \`${near}\`?` : 'sửa mã, hoặc thêm đối tượng vào entrants.csv',
  }
}

function repeatedFact(fact: Pick<Fact, 'entrant' | 'measure' | 'period'>, row: Row, before: Row): Diagnostic {
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `số liệu \`${fact.measure}\` của \`${fact.entrant}\`, ${formatPeriod(fact.period)}, có hai dòng`,
    labels: [row.label('dòng sau'), before.label('dòng trước')],
    help: 'giữ lại một dòng',
  }
}
