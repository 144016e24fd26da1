import { basename } from 'node:path'
import type { Period } from '#base/period.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import { type Publication, publicationText, readPublication } from '#records/publication.ts'
import { readTextFile } from '#store/readTextFile.ts'
import type { Store } from '#store/store.ts'
import { openRulebook } from '../scoreDossier.ts'
import { openWorkbook } from '../spreadsheets/openWorkbook.ts'
import { readTables } from '../spreadsheets/readTables.ts'
import { changeOf, type ImportPreview, isEmpty, missingReason, previewImport } from './importFacts.ts'
import { faultsOf, preparePublication } from './publish.ts'
import { refusedDiagnostic, useExistingStore, useStore } from './useStore.ts'

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
  return useStore(request.folder, async (store): Promise<Result<Imported>> => {
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

export interface PublishFileRequest {
  readonly rules: string
  readonly folder: string
  readonly period: Period
  readonly corrects: string | undefined
  readonly at: string
  readonly by: string
}

/** Publishes a period from what is stored: its text, hashes and results go into the store as one change. */
export async function publish({
  rules,
  folder,
  period,
  corrects,
  at,
  by,
}: PublishFileRequest): Promise<Result<Publication>> {
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  const program = opened.value
  const edition = editionOf(rules)
  const commune = program.rulebook.code.text
  return useExistingStore(folder, async (store) => {
    const current = await store.current(commune)
    const earlier = await publicationsOf(store, commune, edition)
    if (!earlier.ok) return earlier
    const request = { commune, edition, period, corrects, at, by }
    const prepared = preparePublication(program, current, earlier.value, request)
    if (!prepared.ok) return prepared
    const publication = { id: prepared.value.id, content: publicationText(prepared.value) }
    const why = prepared.value.corrects?.why ?? 'công bố kết quả'
    const written = await store.write({
      commune,
      at,
      by,
      why,
      expects: current.revision,
      facts: [],
      publication,
    })
    return written.ok ? prepared : failure([refusedDiagnostic(written.refusals)])
  })
}

/** A publication and what of it does not hold; nothing, when it is sound. */
export interface Verified {
  readonly publication: Publication
  readonly faults: readonly string[]
}

/** Computes every publication of a rulebook again and holds it against what was published, byte for byte. */
export async function verify(rules: string, folder: string): Promise<Result<readonly Verified[]>> {
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  const edition = editionOf(rules)
  return useExistingStore(folder, async (store) => {
    const publications = await publicationsOf(store, opened.value.rulebook.code.text, edition)
    if (!publications.ok) return publications
    const value = publications.value.map((publication, index) => ({
      publication,
      faults: faultsOf(publication, publications.value[index - 1]),
    }))
    return { ok: true, value, diagnostics: [] }
  })
}

/** The publications of one edition, oldest first; a message for one that cannot be read. */
async function publicationsOf(
  store: Store,
  commune: string,
  edition: string,
): Promise<Result<readonly Publication[]>> {
  const stored = await store.publications(commune)
  const own = stored.filter(({ id }) => id.startsWith(`${edition}/`))
  const read = own.map(({ id, content }) => ({
    id,
    publication: content === undefined ? undefined : readPublication(content),
  }))
  const unread = read.flatMap(({ id, publication }) => (publication?.id === id ? [] : [unreadable(id)]))
  if (unread.length > 0) return failure(unread)
  return { ok: true, value: read.flatMap(({ publication }) => publication ?? []), diagnostics: [] }
}

function unreadable(id: string): Diagnostic {
  return {
    code: 'publication-differs',
    severity: 'error',
    message: `không đọc được bản công bố \`${id}\``,
    labels: [],
    help: 'bản ấy do phiên bản mới hơn ghi, hoặc đã hỏng; cập nhật chương trình rồi chạy lại',
  }
}

/** `2026` of `rules/an-nong/2026.thidua`. */
function editionOf(rules: string): string {
  return basename(rules, '.thidua')
}
