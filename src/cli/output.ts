import { type Diagnostic, hasError } from '#diagnostic/diagnostic.ts'
import { type DiagnosticJson, diagnosticToJson } from '#diagnostic/json.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'

/**
 * What a command ends with: 0 done, 1 done and something was found that a person should mend, 2 could not be done (no
 * such file, unknown option, taken port).
 */
export type ExitCode = 0 | 1 | 2

export const FINE: ExitCode = 0
export const FINDINGS: ExitCode = 1
export const CANNOT_RUN: ExitCode = 2

/** Where a command writes; the process's own streams, or a test's. */
export interface Output {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** One JSON document, indented, with a line end. */
export function printJson({ out }: Output, value: unknown): void {
  out(`${JSON.stringify(value, null, 2)}\n`)
}

/** {@link printJson} of what a command did, with what it had to say: a warning is not only for people. */
export function printJsonWith(output: Output, value: object, diagnostics: readonly Diagnostic[]): void {
  printJson(output, { ...value, ...diagnosticsToJson(diagnostics) })
}

/** Messages for people on the error stream or, as `{ "diagnostics": […] }`, for machines on the output. */
export function printDiagnostics(output: Output, diagnostics: readonly Diagnostic[], json: boolean): void {
  if (json) printJson(output, diagnosticsToJson(diagnostics))
  else if (diagnostics.length > 0) output.error(`${renderDiagnostics(diagnostics)}\n`)
}

function diagnosticsToJson(diagnostics: readonly Diagnostic[]): {
  readonly diagnostics: readonly DiagnosticJson[]
} {
  return { diagnostics: diagnostics.map(diagnosticToJson) }
}

/** The exit code that the messages stand for: a file that cannot be read at all is no finding about it. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  if (diagnostics.some(({ code, severity }) => severity === 'error' && HINDRANCES.has(code)))
    return CANNOT_RUN
  return hasError(diagnostics) ? FINDINGS : FINE
}

const HINDRANCES: ReadonlySet<Diagnostic['code']> = new Set([
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-not-written',
  'foreign-files',
  'store-locked',
  'store-damaged',
  'store-newer',
  'store-failed',
  'edition-unknown',
])
