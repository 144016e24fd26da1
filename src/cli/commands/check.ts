import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { acceptedWarnings } from '#language/index.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import { type ExitCode, exitCodeOf, type Output, printDiagnostics } from '../output.ts'

/** `thidua check FILE…`: every mistake in the rulebooks, each file by itself. */
export async function runCheck(files: readonly string[], json: boolean, output: Output): Promise<ExitCode> {
  const all: Diagnostic[] = []
  for (const file of files) {
    const opened = await openRulebook(file)
    const { diagnostics } = opened
    all.push(...diagnostics)
    if (json) continue
    printDiagnostics(output, diagnostics, false)
    const accepted = opened.ok ? acceptedWarnings(opened.value.written).length : 0
    const said = [
      ...(diagnostics.length === 0 ? ['không có lỗi'] : []),
      ...(accepted > 0 ? [`${accepted} cảnh báo đã được chấp nhận`] : []),
    ]
    if (said.length > 0) output.out(`${file}: ${said.join('; ')}\n`)
  }
  if (json) printDiagnostics(output, all, true)
  return exitCodeOf(all)
}
