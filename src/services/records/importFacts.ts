import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { bindFacts, type Program } from '#engine/index.ts'
import type { Change, EntrantFields, FactFields, NewFact, StoredFact } from '#records/change.ts'
import { type Entrant, readEntrants } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { placeKey } from '#records/factPlace.ts'
import { entrantFields, factFields } from '#records/fields.ts'
import type { CurrentRecords } from '#store/store.ts'
import { takenNames } from '../site/pathWords.ts'
import { placeText } from './placeText.ts'
import { storedDossier, storedSources } from './storedDossier.ts'
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
  const listed = readEntrants(sources.entrants ?? storedSources(current, program).entrants)
  if (!listed.ok) return listed
  const taken = takenNames(program.rulebook.code.text, listed.value)
  if (taken.length > 0) return failure(taken)
  const list = sources.entrants ? listed.value.map(entrantFields) : current.entrants
  const isNew = JSON.stringify(list) !== JSON.stringify(current.entrants)
  const ids = new Set(list.map(({ id }) => id))
  const dropped = current.facts.find(({ entrant }) => !ids.has(entrant))
  if (dropped) return failure([refusedDiagnostic([{ kind: 'entrantHasFacts', id: dropped.entrant }])])
  const read = sources.facts(listed.value)
  if (!read.ok) return read
  const fields = read.value.map(factFields)
  // With the same list a stored fact can only be at odds with a new one of its entrant and period.
  const touched = new Set(fields.map(momentKey))
  const facts = current.facts.filter((fact) => touched.has(momentKey(fact)))
  // It is read against the list as it will be, or a part could outgrow a whole that nobody looked at.
  const stored = storedDossier({ ...current, entrants: list, facts: isNew ? current.facts : facts }, program)
  if (!stored.ok) return stored
  const { entrants } = stored.value
  const places = new Set(fields.map(placeKey))
  const kept = stored.value.facts.filter((fact) => !places.has(placeKey(factFields(fact))))
  const bound = bindFacts(program, { entrants, facts: [...read.value, ...kept] })
  if (!bound.ok) return bound
  const before = new Map(facts.map((fact) => [placeKey(fact), fact]))
  const added: FactFields[] = []
  const corrected: Correction[] = []
  for (const after of fields) {
    const known = before.get(placeKey(after))
    if (!known) added.push(after)
    else if (changedColumns(known, after).length > 0) corrected.push({ before: known, after })
  }
  const value = {
    revision: current.revision,
    entrants: isNew ? list : undefined,
    added,
    corrected,
    known: fields.length - added.length - corrected.length,
  }
  return { ok: true, value, diagnostics: [...read.diagnostics, ...bound.diagnostics] }
}

function momentKey({ entrant, period }: FactFields): string {
  return JSON.stringify([entrant, period])
}

const COLUMNS = ['value', 'status', 'source', 'evidence'] as const

/** The columns in which two facts of one place differ. */
function changedColumns(one: FactFields, other: FactFields): readonly (typeof COLUMNS)[number][] {
  return COLUMNS.filter((column) => one[column] !== other[column])
}

/** Who takes it in, when and why. */
export type Made = Pick<Change, 'commune' | 'at' | 'by' | 'why'>

/** The change that a preview showed: it is refused where anything else was written meanwhile. */
export function changeOf({ revision, entrants, added, corrected }: ImportPreview, made: Made): Change {
  const corrections = corrected.map(({ before, after }): NewFact => ({ ...after, replaces: before.number }))
  return { ...made, expects: revision, facts: [...added, ...corrections], ...(entrants ? { entrants } : {}) }
}

/** `Phát sóng của thon-3, tháng 9/2026: 3 → 4; nguồn: «loa» → «sổ trực»`. */
export function correctionText({ before, after }: Correction, program: Program): string {
  const columns = changedColumns(before, after)
  const said = (fact: FactFields): string =>
    [fact.value, fact.status].filter((text) => text !== '').join(', ')
  const figure = said(before) === said(after) ? [] : [`${said(before)} → ${said(after)}`]
  const others = (['source', 'evidence'] as const)
    .filter((column) => columns.includes(column))
    .map((column) => `${COLUMN_NAMES[column]}: «${before[column]}» → «${after[column]}»`)
  return `${placeText(after, program)}: ${[...figure, ...others].join('; ')}`
}

const COLUMN_NAMES = { source: 'nguồn', evidence: 'minh chứng' } as const

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
