import { annexOf } from '#language/index.ts'
import { writeAnnex } from '#services/annex/writeAnnex.ts'
import { hashRulebook } from '#services/hash.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import { annexText } from '../annexText.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface AnnexRequest {
  readonly file: string
  readonly docx: string | undefined
  readonly html: string | undefined
  readonly examples: boolean
  readonly json: boolean
}

/** `thidua annex FILE [--docx OUT] [--html OUT] [--no-examples]`: the annex to be signed; without an output, its text on the terminal. */
export async function runAnnex(
  { file, docx, html, examples, json }: AnnexRequest,
  output: Output,
): Promise<ExitCode> {
  const opened = await openRulebook(file)
  if (!opened.ok) {
    printDiagnostics(output, opened.diagnostics, json)
    return exitCodeOf(opened.diagnostics)
  }
  const { written: rulebook } = opened.value
  const hash = hashRulebook(rulebook.source)
  const annex = annexOf(rulebook, examples)
  const faults = await writeAnnex(annex, hash, { docx, html })
  if (faults.length > 0) {
    printDiagnostics(output, faults, json)
    return exitCodeOf(faults)
  }
  const paths = [docx, html].filter((path) => path !== undefined)
  if (json) {
    printJson(output, { rulebook: { code: annex.code, version: annex.version, hash }, annex, written: paths })
    return FINE
  }
  printDiagnostics(output, opened.diagnostics, false)
  if (paths.length === 0) output.out(`${annexText(annex)}\n`)
  for (const path of paths) output.out(`đã ghi ${path}\n`)
  return FINE
}
