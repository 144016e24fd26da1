import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import { type ExitCode, exitCodeOf, type Output, printDiagnostics } from '../output.ts'

/** `thidua check FILE…`: every mistake in the rulebooks, each file by itself. */
export async function runCheck(files: readonly string[], json: boolean, output: Output): Promise<ExitCode> {
  const all: Diagnostic[] = []
  for (const file of files) {
    const { diagnostics } = await openRulebook(file)
    all.push(...diagnostics)
    if (json) continue
    printDiagnostics(output, diagnostics, false)
    if (diagnostics.length === 0) output.out(`${file}: không có lỗi\n`)
  }
  if (json) printDiagnostics(output, all, true)
  return exitCodeOf(all)
}
