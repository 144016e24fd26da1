import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { diagnosticToJson } from '#diagnostic/json.ts'
import { formatRulebook, reformatRulebook } from '#services/formatRulebook.ts'
import {
  type ExitCode,
  exitCodeOf,
  FINDINGS,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface FmtRequest {
  readonly files: readonly string[]
  /** Rewrite nothing: say which files would change. */
  readonly check: boolean
  /** Rewrite nothing: print the text. */
  readonly stdout: boolean
  readonly json: boolean
}

/** `thidua fmt FILE…`: lays the rulebooks out anew; a file with errors is left alone and its errors are told. */
export async function runFmt({ files, check, stdout, json }: FmtRequest, output: Output): Promise<ExitCode> {
  const changed: string[] = []
  const faults: Diagnostic[] = []
  for (const file of files) {
    const formatted = await (check || stdout ? formatRulebook(file) : reformatRulebook(file))
    if (!formatted.ok) {
      faults.push(...formatted.diagnostics)
      if (!json) printDiagnostics(output, formatted.diagnostics, false)
      continue
    }
    if (formatted.value.changed) changed.push(file)
    if (json) continue
    if (stdout) output.out(formatted.value.text)
    else if (formatted.value.changed) output.out(`${check ? 'cần sắp xếp lại' : 'đã sắp xếp lại'}: ${file}\n`)
  }
  if (json) printJson(output, { changed, diagnostics: faults.map(diagnosticToJson) })
  const code = exitCodeOf(faults)
  return code === FINE && check && changed.length > 0 ? FINDINGS : code
}
