import type { Period } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { type ExportTable, exportRecords } from '#services/spreadsheets/exportRecords.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface ExportOptions {
  readonly from: string
  readonly rules: string
  readonly out: string
  readonly period?: Period
  readonly table: ExportTable
  readonly json?: boolean
}

/** `thidua export --from DIR --rules FILE --out FILE`: facts and results for an office. */
export async function runExport(options: ExportOptions, today: PlainDate, output: Output): Promise<ExitCode> {
  const { from: folder, rules, out, period, table, json = false } = options
  const exported = await exportRecords({ folder, rules, out, period, table, today })
  if (!exported.ok) {
    printDiagnostics(output, exported.diagnostics, json)
    return exitCodeOf(exported.diagnostics)
  }
  if (json) {
    printJson(output, { written: out, ...exported.value })
    return FINE
  }
  printDiagnostics(output, exported.diagnostics, false)
  const { facts, sheets } = exported.value
  output.out(`${facts} số liệu; các trang: ${sheets.join(', ')}\nĐã ghi ${out}\n`)
  return FINE
}
