import type { Period } from '#base/period.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import { readTextFile } from '#store/readTextFile.ts'
import { openRulebook } from '../scoreDossier.ts'
import { openWorkbook } from '../spreadsheets/openWorkbook.ts'
import { readTables } from '../spreadsheets/readTables.ts'
import { changeOf, type ImportPreview, isEmpty, missingReason, previewImport } from './importFacts.ts'
import { lookAtStore, refusedDiagnostic, useStore } from './useStore.ts'

/** As large as a dossier's files may be. */
const MOST_BYTES = 20_000_000

export interface ImportRequest {
  readonly rules: string
  readonly facts: string
  readonly entrants: string | undefined
  /** Which page of a workbook, and of what period where its table does not say. */
  readonly sheet: string | undefined
  readonly period: Period | undefined
  readonly folder: string
  readonly by: string
  readonly why: string
  readonly at: string
  /** Only tells what would change. */
  readonly dryRun: boolean
}

export interface Imported {
  readonly program: Program
  readonly preview: ImportPreview
  /** `undefined` where nothing was written: there was nothing new, or only a look was asked for. */
  readonly revision: number | undefined
}

/** Takes the facts of a workbook or a CSV file into the store of a folder, all of them or none. */
export async function importFacts(request: ImportRequest): Promise<Result<Imported>> {
  const opened = await openRulebook(request.rules)
  if (!opened.ok) return opened
  const program = opened.value
  const facts = await openWorkbook(request.facts)
  const entrants =
    request.entrants === undefined ? undefined : await readTextFile(request.entrants, MOST_BYTES)
  if (!facts.ok || (entrants && !entrants.ok))
    return failure([...facts.diagnostics, ...(entrants?.diagnostics ?? [])])
  const commune = program.rulebook.code.text
  const use = request.dryRun ? lookAtStore : useStore
  return use(request.folder, async (store): Promise<Result<Imported>> => {
    const current = await store.current(commune)
    const previewed = previewImport(program, current, {
      facts: (known) => readTables(facts.value, program, known, request),
      entrants: entrants?.value,
    })
    if (!previewed.ok) return previewed
    const preview = previewed.value
    const { diagnostics } = previewed
    if (request.dryRun || isEmpty(preview))
      return { ok: true, value: { program, preview, revision: undefined }, diagnostics }
    const hindrance = missingReason(preview, request.why)
    if (hindrance) return failure([hindrance])
    const { at, by, why } = request
    const written = await store.write(changeOf(preview, { commune, at, by, why }))
    if (!written.ok) return failure([refusedDiagnostic(written.refusals)])
    return { ok: true, value: { program, preview, revision: written.revision }, diagnostics }
  })
}
