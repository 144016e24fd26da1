import type { PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, type Label, type Repair, type Report, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Rulebook } from '../ast.ts'
import type { Symbols } from '../symbols.ts'

/** What a check may look at, and where it reports. */
export interface CheckContext {
  /** As it stands from `day` on, with the examples that speak of it. */
  readonly rulebook: Rulebook
  readonly day: PlainDate
  readonly symbols: Symbols
  readonly report: Report
  /** Whether the rulebook says the same at all times: what mends one version may break another. */
  readonly isOnlyVersion: boolean
  /** Whether as many messages as are ever shown have been reported: looking for more is wasted. */
  readonly isFull: () => boolean
}

/** One thing a rulebook is checked for. */
export type Check = (context: CheckContext) => void

/** A label in the rulebook under check. */
export function label({ rulebook }: CheckContext, span: Span, text: string): Label {
  return { source: rulebook.source, span, text }
}

/** An error of the author's; `labels` are pairs of a place and what to say there, the main one first. */
export function reportError(
  context: CheckContext,
  code: Diagnostic['code'],
  message: string,
  labels: readonly (readonly [Span, string])[],
  help?: string,
  repairs: readonly (Repair | undefined)[] = [],
): void {
  context.report({
    code,
    severity: 'error',
    message,
    labels: labels.map(([span, text]) => label(context, span, text)),
    ...(help !== undefined && { help }),
    ...withRepairs(...repairs),
  })
}

/** An error about things of different kinds put together. */
export function reportMismatch(
  context: CheckContext,
  message: string,
  labels: readonly (readonly [Span, string])[],
  help?: string,
  repairs?: readonly (Repair | undefined)[],
): void {
  reportError(context, 'kind-mismatch', message, labels, help, repairs)
}

/** Something the author may keep; `labels` as for an error. */
export function reportWarning(
  context: CheckContext,
  code: Diagnostic['code'],
  message: string,
  labels: readonly (readonly [Span, string])[],
  help?: string,
  repairs: readonly (Repair | undefined)[] = [],
): void {
  context.report({
    code,
    severity: 'warning',
    message,
    labels: labels.map(([span, text]) => label(context, span, text)),
    ...(help !== undefined && { help }),
    ...withRepairs(...repairs),
  })
}
