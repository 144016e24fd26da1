import * as z from 'zod'
import { parseNumber, parsePercent } from '#base/parseNumber.ts'
import { compare, type Rational, ZERO } from '#base/rational.ts'
import {
  type Diagnostic,
  failure,
  type Label,
  MOST_DIAGNOSTICS,
  type Result,
} from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { fieldIssues } from './fieldIssues.ts'
import { readTable } from './table.ts'

/** What it takes to move one measure, as an office estimates it. */
export interface Effort {
  readonly measure: string
  /**
   * For one more (or one less) of the measure's unit, a percentage point of a ratio, a level, or for a flag or a day to be
   * otherwise; above zero. `undefined` for what cannot be moved.
   */
  readonly effort: Rational | undefined
  /** The most that one period can come to. */
  readonly most: Rational | undefined
  /** What it is moved in: whole multiples of it. */
  readonly step: Rational | undefined
  /** Where it stands in its file. */
  readonly label: (text: string, column?: string) => Label
}

const aboveZero = z.string().transform((text, context): Rational => {
  const parsed = text.endsWith('%') ? parsePercent(text) : parseNumber(text)
  if (parsed.kind === 'number' && compare(parsed.value, ZERO) > 0) return parsed.value
  context.addIssue({ code: 'custom', message: 'viết một số lớn hơn 0, ví dụ 1 hay 0,5' })
  return z.NEVER
})

const schema = z.object({
  measure: z.string().min(1, 'ghi tên số liệu như trong bộ tiêu chí'),
  effort: z.union([z.literal('không'), aboveZero], 'viết một số lớn hơn 0, ví dụ 1 hay 0,5; hoặc «không»'),
  most: z.union([z.literal(''), aboveZero], 'viết một số lớn hơn 0, hoặc để trống').default(''),
  step: z.union([z.literal(''), aboveZero], 'viết một số lớn hơn 0, hoặc để trống').default(''),
})

const COLUMNS = {
  required: { measure: 'số liệu', effort: 'công sức' },
  optional: { most: 'nhiều nhất mỗi kỳ', step: 'bước', note: 'ghi chú' },
}

/**
 * The rows of a table of efforts, in its order: `measure`, `effort` (a number, or `không` for what cannot be moved) and, if
 * wanted, `most`, `step` and `note`. Whether the rulebook knows the measures is for whoever plans with them.
 */
export function readEfforts(source: Source): Result<readonly Effort[]> {
  const table = readTable(source, COLUMNS)
  if (!table.ok) return table
  const diagnostics: Diagnostic[] = []
  const efforts = new Map<string, Effort>()
  for (const row of table.value) {
    if (diagnostics.length >= MOST_DIAGNOSTICS) break
    const parsed = schema.safeParse(row.fields)
    if (!parsed.success) {
      diagnostics.push(...fieldIssues(row, parsed.error))
      continue
    }
    const { measure, effort, most, step } = parsed.data
    const before = efforts.get(measure)
    if (before) diagnostics.push(repeated(measure, row.label, before))
    efforts.set(measure, {
      measure,
      effort: effort === 'không' ? undefined : effort,
      most: most === '' ? undefined : most,
      step: step === '' ? undefined : step,
      label: row.label,
    })
  }
  if (diagnostics.length > 0) return failure(diagnostics)
  return { ok: true, value: [...efforts.values()], diagnostics: [] }
}

function repeated(measure: string, label: Effort['label'], before: Effort): Diagnostic {
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `công sức của \`${measure}\` có hai dòng`,
    labels: [label('dòng sau'), before.label('dòng trước')],
    help: 'giữ lại một dòng',
  }
}
