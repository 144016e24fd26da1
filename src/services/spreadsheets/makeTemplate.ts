import { formatPeriod, type Period } from '#base/period.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import { type Entrant, readEntrants } from '#records/entrant.ts'
import { entrantsText } from '#records/fields.ts'
import { readTextFile } from '#store/readTextFile.ts'
import { useExistingStore } from '../records/useStore.ts'
import { openRulebook } from '../scoreDossier.ts'
import { takesPeriod, templateSheets, templateTable } from './out/template.ts'
import { formOf, unknownForm, writeSheets } from './out/writeSheets.ts'
import { MOST_FILE_BYTES } from './xlsx/limits.ts'

export interface TemplateRequest {
  readonly rules: string
  readonly period: Period
  readonly out: string
  /** Where the entrants are listed: a file, or else the records of a folder; with neither the rows stay empty. */
  readonly entrants: string | undefined
  readonly folder: string | undefined
}

/** What was written: the pages, each with how many rows wait for values. */
export type TemplateMade = readonly { readonly name: string; readonly entrants: number }[]

/** The rows above those of entrants. */
const HEAD_ROWS = 4

/** Writes the tables that offices fill in for one period. */
export async function makeTemplate(request: TemplateRequest): Promise<Result<TemplateMade>> {
  const { rules, period, out } = request
  if (formOf(out) === undefined) return failure([unknownForm(out)])
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  const program = opened.value
  const entrants = await listedEntrants(program, request)
  if (!entrants.ok) return entrants
  const sheets =
    formOf(out) === 'csv'
      ? [templateTable(program, entrants.value, period)]
      : templateSheets(program, entrants.value, period)
  const isEmpty = !sheets.some(({ widths }) => widths.length > 2)
  if (isEmpty || !takesPeriod(program, period)) return failure([nothingReported(period)])
  const fault = await writeSheets(out, sheets)
  if (fault) return failure([fault])
  const value = sheets.map(({ name, rows }) => ({ name, entrants: rows.length - HEAD_ROWS }))
  return { ok: true, value, diagnostics: [] }
}

async function listedEntrants(
  program: Program,
  { entrants, folder }: TemplateRequest,
): Promise<Result<readonly Entrant[]>> {
  if (entrants !== undefined) {
    const source = await readTextFile(entrants, MOST_FILE_BYTES)
    return source.ok ? readEntrants(source.value) : source
  }
  if (folder === undefined) return { ok: true, value: [], diagnostics: [] }
  return useExistingStore(folder, async (store) => {
    const current = await store.current(program.rulebook.code.text)
    return readEntrants({ name: 'danh sách đã lưu', text: entrantsText(current.entrants) })
  })
}

function nothingReported(period: Period): Diagnostic {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `bộ tiêu chí không có số liệu nào báo cáo cho ${formatPeriod(period)}`,
    labels: [],
    help: 'chọn kỳ khác: tháng 2026-10, quý 2026-Q3 hoặc năm 2026, như các dòng «số liệu» của bộ tiêu chí',
  }
}
