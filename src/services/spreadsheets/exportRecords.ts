import { lastDay, type Period, parsePeriod, periodKey } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { covers, type Program } from '#engine/index.ts'
import type { StoredFact } from '#records/change.ts'
import type { CurrentRecords, Store } from '#store/store.ts'
import { storedDossier } from '../records/storedDossier.ts'
import { useExistingStore } from '../records/useStore.ts'
import { openRulebook } from '../scoreDossier.ts'
import { standingsOf } from '../standings.ts'
import { factSheet, historySheet } from './out/factSheets.ts'
import type { OutSheet } from './out/outSheet.ts'
import { resultSheets, resultTable } from './out/resultSheets.ts'
import { formOf, unknownForm, writeSheets } from './out/writeSheets.ts'

/** The tables that can be had; a workbook holds all of them, a CSV file one. */
export const EXPORT_TABLES = ['results', 'facts', 'history'] as const
export type ExportTable = (typeof EXPORT_TABLES)[number]

export interface ExportRequest {
  readonly rules: string
  readonly folder: string
  readonly out: string
  /** Results as of its end, and the facts of it alone; by default all facts, and the newest results. */
  readonly period: Period | undefined
  readonly table: ExportTable
  readonly today: PlainDate
}

/** What was written. */
export interface Exported {
  readonly facts: number
  readonly sheets: readonly string[]
}

/** Writes what is stored, and the results it comes to, as a workbook or a table. */
export async function exportRecords(request: ExportRequest): Promise<Result<Exported>> {
  if (formOf(request.out) === undefined) return failure([unknownForm(request.out)])
  const opened = await openRulebook(request.rules)
  if (!opened.ok) return opened
  const program = opened.value
  return useExistingStore(request.folder, async (store): Promise<Result<Exported>> => {
    const commune = program.rulebook.code.text
    const current = await store.current(commune)
    const facts = current.facts.filter((fact) => isAsked(fact, program, request.period))
    if (facts.length === 0) return failure([nothing(request)])
    const results = await resultsOf(program, current, request)
    if (!results.ok) return results
    const sheets = await sheetsOf(store, commune, program, current, facts, results.value, request)
    const fault = await writeSheets(request.out, sheets)
    if (fault) return failure([fault])
    const value = { facts: facts.length, sheets: sheets.map(({ name }) => name) }
    return { ok: true, value, diagnostics: results.diagnostics }
  })
}

function isAsked(
  { measure, period }: StoredFact,
  { measures, whole }: Program,
  asked: Period | undefined,
): boolean {
  const parsed = parsePeriod(period)
  if (!parsed || !measures.has(measure) || !covers(whole, parsed)) return false
  return asked === undefined || periodKey(asked) === period
}

/** The pages of results of all levels, then all levels in one. */
interface Results {
  readonly pages: readonly OutSheet[]
  readonly table: OutSheet
}

async function resultsOf(
  program: Program,
  current: CurrentRecords,
  { period, today }: ExportRequest,
): Promise<Result<Results>> {
  const dossier = storedDossier(current, program)
  if (!dossier.ok) return dossier
  const standings = standingsOf(program, dossier.value, { asOf: period && lastDay(period), today })
  if (!standings.ok) return standings
  const value = { pages: resultSheets(standings.value), table: resultTable(standings.value) }
  return { ok: true, value, diagnostics: standings.diagnostics }
}

async function sheetsOf(
  store: Store,
  commune: string,
  program: Program,
  { entrants }: CurrentRecords,
  facts: readonly StoredFact[],
  results: Results,
  { out, table, period }: ExportRequest,
): Promise<readonly OutSheet[]> {
  const history = async (): Promise<OutSheet> => {
    // What was withdrawn is told as well, though it counts no more.
    const all = await Promise.all(entrants.map(({ id }) => store.history(commune, { entrant: id })))
    const asked = all.flat().filter((fact) => isAsked(fact, program, period))
    return historySheet(program, entrants, asked, await store.audit(commune))
  }
  if (formOf(out) === 'xlsx') return [...results.pages, factSheet(program, entrants, facts), await history()]
  switch (table) {
    case 'results':
      return [results.table]
    case 'facts':
      return [factSheet(program, entrants, facts)]
    case 'history':
      return [await history()]
  }
}

function nothing({ period }: ExportRequest): Diagnostic {
  const when = period ? ` của kỳ ${periodKey(period)}` : ''
  return {
    code: 'file-empty',
    severity: 'error',
    message: `kho dữ liệu chưa có số liệu nào${when} cho bộ tiêu chí này`,
    labels: [],
    help: 'nhập số liệu trước: npx thidua import',
  }
}
