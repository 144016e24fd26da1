import * as z from 'zod'
import { parseNumber, parsePercent } from '#base/parseNumber.ts'
import { type Period, parsePeriod } from '#base/period.ts'
import type { Rational } from '#base/rational.ts'
import {
  type Diagnostic,
  failure,
  type Label,
  MOST_DIAGNOSTICS,
  type Result,
} from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { type FactValue, parseFactValue } from './fact.ts'
import { fieldIssues } from './fieldIssues.ts'
import { readTable } from './table.ts'

/** What somebody supposes: other facts than those that are known. */
export type Scenario = readonly ScenarioChange[]

/** One supposition, of one measure of one entrant. */
export interface ScenarioChange {
  readonly entrant: string
  readonly measure: string
  /** The first and the last period that it is of. */
  readonly from: Period
  readonly until: Period
  readonly effect: ScenarioEffect
  /** The hash of the rulebook that it was made on, or the beginning of it; empty where the file does not tell. */
  readonly rules: string
  /** Where it stands in its file. */
  readonly label: (text: string, column?: string) => Label
}

export type ScenarioEffect =
  /** In each period so much more (or less, when negative). */
  | { readonly kind: 'add'; readonly amount: Rational; readonly percent: boolean }
  /** In each period exactly this. */
  | { readonly kind: 'set'; readonly value: FactValue; readonly written: string }
  /** There is no fact. */
  | { readonly kind: 'remove' }

const CHANGE_HELP =
  'viết +2 để thêm, -1 để bớt trong mỗi kỳ; một giá trị như 6, 12,5%, có để đặt đúng giá trị ấy; bỏ để bỏ số liệu'

const periodSchema = z.string().transform((text, context): Period => {
  const period = parsePeriod(text)
  if (period) return period
  context.addIssue({ code: 'custom', message: 'viết năm 2026, quý 2026-Q3 hoặc tháng 2026-10' })
  return z.NEVER
})

const effectSchema = z.string().transform((text, context): ScenarioEffect => {
  if (text.toLowerCase() === 'bỏ') return { kind: 'remove' }
  const [, sign, amount] = /^([+-]) ?(\d.*)$/.exec(text) ?? []
  if (sign !== undefined && amount !== undefined) {
    const percent = amount.endsWith('%')
    const signed = `${sign === '-' ? '-' : ''}${amount}`
    const parsed = percent ? parsePercent(signed) : parseNumber(signed)
    if (parsed.kind === 'number') return { kind: 'add', amount: parsed.value, percent }
  } else {
    const value = parseFactValue(text)
    if (value) return { kind: 'set', value, written: text }
  }
  context.addIssue({ code: 'custom', message: CHANGE_HELP })
  return z.NEVER
})

const changeSchema = z.object({
  entrant: z.string().min(1, 'ghi mã đối tượng'),
  measure: z.string().min(1, 'ghi tên số liệu như trong bộ tiêu chí'),
  from: periodSchema,
  until: z.union([z.literal(''), periodSchema]).default(''),
  change: effectSchema,
  rulebook: z
    .string()
    .regex(
      /^(?:[0-9a-f]{12,64})?$/,
      'ghi mã của bộ tiêu chí (12 ký tự trở lên, như ở chân trang) hoặc để trống',
    )
    .default(''),
})

const COLUMNS = {
  required: { entrant: 'đối tượng', measure: 'số liệu', from: 'từ kỳ', change: 'thay đổi' },
  optional: { until: 'đến kỳ', rulebook: 'mã bộ tiêu chí' },
}

/** More suppositions than anybody makes. */
const MOST_CHANGES = 1_000

/**
 * The changes of a scenario in the order of its file: entrant, measure, from, change and, where it is of several periods,
 * until; perhaps the rulebook that it was made on. Whether they fit the rulebook and the facts is for whoever applies them.
 */
export function readScenario(source: Source): Result<Scenario> {
  const table = readTable(source, COLUMNS)
  if (!table.ok) return table
  const diagnostics: Diagnostic[] = []
  const changes: ScenarioChange[] = []
  for (const row of table.value) {
    if (diagnostics.length >= MOST_DIAGNOSTICS || changes.length >= MOST_CHANGES) break
    const parsed = changeSchema.safeParse(row.fields)
    if (!parsed.success) {
      diagnostics.push(...fieldIssues(row, parsed.error))
      continue
    }
    const { entrant, measure, from, until, change, rulebook } = parsed.data
    changes.push({
      entrant,
      measure,
      from,
      until: until === '' ? from : until,
      effect: change,
      rules: rulebook,
      label: row.label,
    })
  }
  return diagnostics.length > 0 ? failure(diagnostics) : { ok: true, value: changes, diagnostics: [] }
}
