import { formatPeriod, parsePeriod } from '#base/period.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { bindFacts, type Program } from '#engine/index.ts'
import type { Change, EntrantFields, FactFields, NewFact, StoredFact } from '#records/change.ts'
import { type Entrant, readEntrants } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { entrantFields, factFields } from '#records/fields.ts'
import type { CurrentRecords } from '#store/store.ts'
import { storedDossier } from './storedDossier.ts'
import { refusedDiagnostic } from './useStore.ts'

/** What is to be taken in: facts and, where it changed, the list of entrants. */
export interface ImportSources {
  readonly facts: FactReader
  readonly entrants: Source | undefined
}

/** Reads what is to be taken in, once it is known whom it may be about. */
export type FactReader = (entrants: readonly Entrant[]) => Result<readonly Fact[]>

/** What taking them in would change. */
export interface ImportPreview {
  readonly revision: number
  /** The whole new list; absent where it stays as it is. */
  readonly entrants: readonly EntrantFields[] | undefined
  readonly added: readonly FactFields[]
  readonly corrected: readonly Correction[]
  /** How many facts were known already, word for word. */
  readonly known: number
}

export interface Correction {
  readonly before: StoredFact
  readonly after: FactFields
}

/**
 * Holds files against the rulebook and against what is stored, all or nothing. A fact whose entrant, measure and period are
 * known corrects the one that is stored, unless it says the same.
 */
export function previewImport(
  program: Program,
  current: CurrentRecords,
  sources: ImportSources,
): Result<ImportPreview> {
  const listed = sources.entrants && readEntrants(sources.entrants)
  if (listed && !listed.ok) return listed
  // What is stored is read against the list as it will be, or a part could outgrow a whole that nobody looked at.
  const list = listed ? listed.value.map(entrantFields) : current.entrants
  const ids = new Set(list.map(({ id }) => id))
  const dropped = current.facts.find(({ entrant }) => !ids.has(entrant))
  if (dropped) return failure([refusedDiagnostic([{ kind: 'entrantHasFacts', id: dropped.entrant }])])
  const stored = storedDossier({ ...current, entrants: list }, program)
  if (!stored.ok) return stored
  const { entrants } = stored.value
  const read = sources.facts(entrants)
  if (!read.ok) return read
  const places = new Set(read.value.map((fact) => placeOf(factFields(fact))))
  const kept = stored.value.facts.filter((fact) => !places.has(placeOf(factFields(fact))))
  const bound = bindFacts(program, { entrants, facts: [...read.value, ...kept] })
  if (!bound.ok) return bound
  const before = new Map(current.facts.map((fact) => [placeOf(fact), fact]))
  const added: FactFields[] = []
  const corrected: Correction[] = []
  for (const after of read.value.map(factFields)) {
    const known = before.get(placeOf(after))
    if (!known) added.push(after)
    else if (!isSame(known, after)) corrected.push({ before: known, after })
  }
  const value = {
    revision: current.revision,
    entrants: JSON.stringify(list) === JSON.stringify(current.entrants) ? undefined : list,
    added,
    corrected,
    known: read.value.length - added.length - corrected.length,
  }
  return { ok: true, value, diagnostics: [...read.diagnostics, ...bound.diagnostics] }
}

function placeOf({ entrant, measure, period }: FactFields): string {
  return JSON.stringify([entrant, measure, period])
}

function isSame(one: FactFields, other: FactFields): boolean {
  return (['value', 'status', 'source', 'evidence'] as const).every((column) => one[column] === other[column])
}

/** Who takes it in, when and why. */
export type Made = Pick<Change, 'commune' | 'at' | 'by' | 'why'>

/** The change that a preview showed: it is refused where anything else was written meanwhile. */
export function changeOf({ revision, entrants, added, corrected }: ImportPreview, made: Made): Change {
  const corrections = corrected.map(({ before, after }): NewFact => ({ ...after, replaces: before.number }))
  return { ...made, expects: revision, facts: [...added, ...corrections], ...(entrants ? { entrants } : {}) }
}

/** `Phát sóng của thon-3, tháng 9/2026: 3 → 4`. */
export function correctionText({ before, after }: Correction, { measures }: Program): string {
  const period = parsePeriod(after.period)
  const title = measures.get(after.measure)?.title.text ?? after.measure
  const when = period ? formatPeriod(period) : after.period
  const said = (fact: FactFields): string =>
    [fact.value, fact.status].filter((text) => text !== '').join(', ')
  return `${title} của ${after.entrant}, ${when}: ${said(before)} → ${said(after)}`
}

/** Corrections without a reason are not taken in: whoever reads the history later asks for nothing else. */
export function missingReason({ corrected }: ImportPreview, why: string): Diagnostic | undefined {
  if (corrected.length === 0 || why.trim() !== '') return undefined
  return {
    code: 'reason-missing',
    severity: 'error',
    message: `có ${corrected.length} số liệu đã lưu bị sửa mà chưa nói lý do`,
    labels: [],
    help: 'thêm lý do, ví dụ --why "thôn 3 báo nhầm tháng 9"',
  }
}

/** Nothing in the file is new. */
export function isEmpty({ entrants, added, corrected }: ImportPreview): boolean {
  return !entrants && added.length === 0 && corrected.length === 0
}
