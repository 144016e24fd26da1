import * as z from 'zod'
import type { Label } from '#diagnostic/diagnostic.ts'
import { type Diagnostic, failure, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { fieldIssues } from './fieldIssues.ts'
import { readTable } from './table.ts'

/** Something that several communes set a target for, each under a code of its own. */
export interface Indicator {
  readonly group: string
  readonly title: string
  /** Where the plans do not mean quite the same by it; empty where they do. */
  readonly note: string
  readonly criteria: readonly CriterionPlace[]
  /** Where the indicator stands in its file. */
  readonly label: (text: string) => Label
}

/** A criterion of one of the rulebooks. */
export interface CriterionPlace {
  /** The address of the rulebook: `an-nong/2026`. */
  readonly rulebook: string
  readonly code: string
}

const CRITERIA_HELP =
  'ghi địa chỉ bộ tiêu chí, hai chấm, mã tiêu chí, ví dụ an-nong/2026: 1; vinh-tru/2026: 3.4, 3.7'
const PLACE = /^([a-z0-9-]+\/[a-z0-9-]+): *([^\s,]+(?:, *[^\s,]+)*)$/
const shortText = z.string().max(300, 'viết ngắn hơn 300 chữ')

const indicatorSchema = z.object({
  group: shortText.min(1, 'ghi tên nhóm'),
  title: shortText.min(1, 'ghi tên chỉ tiêu'),
  criteria: z
    .string()
    .max(5000, 'viết ngắn hơn 5.000 chữ')
    .transform((cell, context): readonly CriterionPlace[] => {
      const places = cell.split(';').map((part) => PLACE.exec(part.trim()))
      if (places.every((place) => place !== null)) {
        return places.flatMap(([, rulebook = '', codes = '']) =>
          codes.split(',').map((code) => ({ rulebook, code: code.trim() })),
        )
      }
      context.addIssue({ code: 'custom', message: CRITERIA_HELP })
      return z.NEVER
    }),
  note: shortText.default(''),
})

const COLUMNS = {
  required: { group: 'nhóm', title: 'chỉ tiêu', criteria: 'tiêu chí' },
  optional: { note: 'ghi chú' },
}

/**
 * The indicators of `indicators.csv` in the order of the file; or everything wrong with it. No criterion stands in two
 * rows. Whether the rulebooks have these criteria is for whoever holds them (services/compareTargets.ts).
 */
export function readIndicators(source: Source): Result<readonly Indicator[]> {
  const table = readTable(source, COLUMNS)
  if (!table.ok) return table
  const diagnostics: Diagnostic[] = []
  const seen = new Map<string, Label>()
  const indicators = table.value.flatMap((row): readonly Indicator[] => {
    const parsed = indicatorSchema.safeParse(row.fields)
    if (!parsed.success) {
      diagnostics.push(...fieldIssues(row, parsed.error))
      return []
    }
    for (const { rulebook, code } of parsed.data.criteria) {
      const place = `${rulebook}: ${code}`
      const before = seen.get(place)
      if (before) diagnostics.push(repeated(place, row.label('dòng sau', 'criteria'), before))
      seen.set(place, row.label('dòng trước', 'criteria'))
    }
    return [{ ...parsed.data, label: (text) => row.label(text, 'criteria') }]
  })
  if (diagnostics.length > 0) return failure(diagnostics.slice(0, MOST_DIAGNOSTICS))
  return { ok: true, value: indicators, diagnostics: [] }
}

function repeated(place: string, here: Label, before: Label): Diagnostic {
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `tiêu chí \`${place}\` đứng hai lần`,
    labels: [here, before],
    help: 'mỗi tiêu chí chỉ ghi một lần: bỏ một chỗ',
  }
}
