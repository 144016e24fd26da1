import type { Diagnostic, Severity } from './diagnostic.ts'
import { positionAt } from './source.ts'

/** The documented JSON form of a message (docs/json.md). Lines and columns count from 1. */
export interface DiagnosticJson {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly labels: readonly {
    readonly file: string
    readonly line: number
    readonly column: number
    readonly text: string
  }[]
  readonly help: string | null
}

export function diagnosticToJson({ code, severity, message, labels, help }: Diagnostic): DiagnosticJson {
  return {
    code,
    severity,
    message,
    labels: labels.map(({ source, span, text }) => ({
      file: source.name,
      ...positionAt(source, span.start),
      text,
    })),
    help: help ?? null,
  }
}
