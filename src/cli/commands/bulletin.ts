import { formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { bulletinOf } from '#engine/index.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface BulletinRequest {
  readonly file: string
  readonly data: string
  readonly asOf: PlainDate | undefined
  readonly since: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua bulletin FILE --data DIR [--as-of DAY] [--since DAY]`: the result as it is read over the loudspeakers. */
export async function runBulletin(
  { file, data, asOf, since, today, json }: BulletinRequest,
  output: Output,
): Promise<ExitCode> {
  const scored = await scoreDossier(file, data, { asOf, since: since ?? 'monthBefore', today })
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, json)
    return exitCodeOf(scored.diagnostics)
  }
  printDiagnostics(output, json ? [] : scored.diagnostics, false)
  const { program, hash, asOf: day } = scored.value
  const { code, version } = program.rulebook
  const paragraphs = bulletinOf(scored.value)
  if (json) {
    const rulebook = { code: code.text, version: version.text, hash }
    printJson(output, { rulebook, asOf: formatIsoDate(day), paragraphs })
  } else output.out(`${paragraphs.join('\n\n')}\n`)
  return FINE
}
