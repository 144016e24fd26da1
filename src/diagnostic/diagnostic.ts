import type { DiagnosticCode } from './codes.ts'
import type { Source, Span } from './source.ts'

/** A place in a text and what is to be said there. */
export interface Label {
  readonly source: Source
  readonly span: Span
  readonly text: string
}

/** An error stops the work; a warning may be kept by the author. */
export type Severity = 'error' | 'warning'

/**
 * Something a person should mend: in a rulebook, in a file of facts, in what they asked for.
 *
 * `message` is one Vietnamese sentence without capital or full stop that names the offending value; the first label is
 * the main place; `help` says what to do about it.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly labels: readonly Label[]
  readonly help?: string
  /** Ways to mend it that an editor can carry out, the likeliest first; each does away with the message. */
  readonly repairs?: readonly Repair[]
}

/** A change of the text that the first label stands in; `title` says in Vietnamese what it does. */
export interface Repair {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** The text to stand in place of a span; an empty span is a place to insert at. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** The repair as the field of a diagnostic: left out where there is none. */
export function withRepairs(...repairs: readonly (Repair | undefined)[]): Pick<Diagnostic, 'repairs'> {
  const given = repairs.filter((repair) => repair !== undefined)
  return given.length > 0 ? { repairs: given } : {}
}

/** Where a stage leaves what it found. */
export type Report = (diagnostic: Diagnostic) => void

/** What a stage could make of its input; `value` is there even beside warnings, never beside errors. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** The result of a stage that has nothing to hand on. */
export function failure(diagnostics: readonly Diagnostic[]): Result<never> {
  return { ok: false, diagnostics }
}

/** Whether anything was found that is more than a warning. */
export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

/** Enough to work on at once; past this the list tells nothing new (a binary file would give a message a byte). */
export const MOST_DIAGNOSTICS = 100

/** In reading order (file, then place), the most that are shown. */
export function arrange(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((left, right) => start(left) - start(right)).slice(0, MOST_DIAGNOSTICS)
}

function start(diagnostic: Diagnostic): number {
  return diagnostic.labels[0]?.span.start ?? -1
}
