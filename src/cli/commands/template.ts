import type { Period } from '#base/period.ts'
import { makeTemplate } from '#services/spreadsheets/makeTemplate.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface TemplateOptions {
  readonly rules: string
  readonly period: Period
  readonly out: string
  readonly entrants?: string
  readonly into?: string
  readonly json?: boolean
}

/** `thidua template --rules FILE --period PERIOD --out FILE`: the tables to fill in. */
export async function runTemplate(options: TemplateOptions, output: Output): Promise<ExitCode> {
  const { rules, period, out, entrants, into: folder, json = false } = options
  const made = await makeTemplate({ rules, period, out, entrants, folder })
  if (!made.ok) {
    printDiagnostics(output, made.diagnostics, json)
    return exitCodeOf(made.diagnostics)
  }
  if (json) {
    printJson(output, { written: out, sheets: made.value })
    return FINE
  }
  for (const { name, entrants: rows } of made.value) output.out(`trang «${name}»: ${rows} đối tượng\n`)
  const into = `--rules ${rules} --into ${folder ?? 'kho'}${entrants === undefined ? '' : ` --entrants ${entrants}`}`
  output.out(`Đã ghi ${out}; điền xong thì nhập: npx thidua import ${out} ${into}\n`)
  return FINE
}
