import type { Period } from '#base/period.ts'
import { vietnamTime } from '#base/vietnamTime.ts'
import { correctionText } from '#services/records/importFacts.ts'
import { type Imported, importFacts } from '#services/records/records.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJsonWith } from '../output.ts'

export interface ImportOptions {
  readonly into: string
  readonly rules: string
  readonly entrants?: string
  readonly sheet?: string
  readonly period?: Period
  readonly by: string
  readonly why: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `thidua import FILE --into DIR --rules FILE`: what changes, and that it was written. */
export async function runImport(file: string, options: ImportOptions, output: Output): Promise<ExitCode> {
  const { into, rules, entrants, sheet, period, by, why, dryRun = false, json = false } = options
  const at = vietnamTime(new Date())
  const imported = await importFacts({
    rules,
    facts: file,
    entrants,
    sheet,
    period,
    folder: into,
    by,
    why,
    at,
    dryRun,
  })
  if (!imported.ok) {
    printDiagnostics(output, imported.diagnostics, json)
    return exitCodeOf(imported.diagnostics)
  }
  if (json) printJsonWith(output, importToJson(imported.value), imported.diagnostics)
  else {
    printDiagnostics(output, imported.diagnostics, false)
    output.out(importText(imported.value, dryRun))
  }
  return FINE
}

/** docs/json.md says what it holds. */
function importToJson({ preview, revision }: Imported): object {
  return {
    revision: revision ?? null,
    entrantsChanged: preview.entrants !== undefined,
    added: preview.added,
    corrected: preview.corrected.map(({ before, after }) => ({ before, after })),
    known: preview.known,
  }
}

/** More corrections than this are counted, not read. */
const MOST_SHOWN = 20

function importText({ program, preview, revision }: Imported, dryRun: boolean): string {
  const { added, corrected, known, entrants } = preview
  const shown = corrected
    .slice(0, MOST_SHOWN)
    .map((correction) => `  sửa: ${correctionText(correction, program)}`)
  const more = corrected.length - shown.length
  const lines = [
    `${added.length} số liệu mới, ${corrected.length} số liệu sửa, ${known} số liệu đã có`,
    ...(entrants ? [`danh sách mới: ${entrants.length} đối tượng`] : []),
    ...shown,
    ...(more > 0 ? [`  và ${more} số liệu sửa khác`] : []),
    ending(revision, dryRun),
  ]
  return `${lines.join('\n')}\n`
}

function ending(revision: number | undefined, dryRun: boolean): string {
  if (revision !== undefined) return `Đã lưu (lần ghi ${revision}).`
  return dryRun ? 'Chưa ghi gì: bỏ --dry-run để ghi.' : 'Không có gì mới, không ghi gì.'
}
