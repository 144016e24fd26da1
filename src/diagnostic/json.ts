import type { Diagnostic, Label, Repair, Severity } from './diagnostic.ts'
import { type Position, positionAt } from './source.ts'

/** The documented JSON form of a message (docs/json.md). Lines and columns count from 1. */
export interface DiagnosticJson {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly labels: readonly {
    readonly file: string
    readonly line: number
    readonly column: number
    /** Only in a spreadsheet. */
    readonly cell?: string
    readonly text: string
  }[]
  readonly help: string | null
  readonly repairs: readonly RepairJson[]
}

interface RepairJson {
  readonly title: string
  readonly edits: readonly { readonly start: Position; readonly end: Position; readonly text: string }[]
}

/** The documented form of a diagnostic; its first label is the main place. */
export function diagnosticToJson(diagnostic: Diagnostic): DiagnosticJson {
  const { code, severity, message, labels, help, repairs } = diagnostic
  const [main] = labels
  return {
    code,
    severity,
    message,
    labels: labels.map(({ source, span, text }) => ({
      file: source.name,
      ...positionAt(source, span.start),
      ...(source.addressAt ? { cell: source.addressAt(span.start) } : {}),
      text,
    })),
    help: help ?? null,
    repairs: main && repairs ? repairs.map((repair) => repairToJson(repair, main)) : [],
  }
}

function repairToJson({ title, edits }: Repair, { source }: Label): RepairJson {
  return {
    title,
    edits: edits.map(({ span, text }) => ({
      start: positionAt(source, span.start),
      end: positionAt(source, span.end),
      text,
    })),
  }
}
