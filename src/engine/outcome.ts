import type { Period } from '#base/period.ts'
import type { CohortFigure, Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'

/**
 * What a measure or a criterion comes to. Zero is a value; the other four are not, and each says which fact and why
 * (DESIGN, part 3.2).
 */
export type Outcome<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'missing'; readonly absences: readonly Absence[] }
  | { readonly kind: 'pending'; readonly facts: readonly Fact[] }
  | { readonly kind: 'notApplicable'; readonly reason: NotApplicable }
  | { readonly kind: 'error'; readonly fault: Fault }

/** A fact that should be there: whose, of which measure, for which period (any period, when it is left open). */
export interface Absence {
  readonly entrant: Entrant
  readonly measure: Measure
  readonly period: Period | undefined
}

/** Why a criterion does not apply. */
export type NotApplicable =
  /** The facts say so: "không áp dụng". */
  | { readonly kind: 'declared'; readonly measure: Measure }
  /** There is nothing to divide by, and the rulebook says that the criterion then does not apply. */
  | { readonly kind: 'zeroDenominator'; readonly divisor: Measure | CohortFigure }
  /** An exception of the rulebook leaves entrants with this attribute out. */
  | { readonly kind: 'exempt'; readonly attribute: string }

/** What is wrong with the facts of a criterion. */
export type Fault =
  /** A part is larger than the whole it is declared to be a part of. */
  { readonly kind: 'partExceedsWhole'; readonly part: Measure; readonly whole: Measure }

/**
 * The first outcome that stands in the way of a value, in the order error, not applicable, missing, pending;
 * `undefined` when all are values. Of several missing or pending ones, all are named.
 */
export function obstacle(
  outcomes: readonly Outcome<unknown>[],
): Exclude<Outcome<never>, { kind: 'value' }> | undefined {
  const error = outcomes.find((outcome) => outcome.kind === 'error')
  if (error) return error
  const notApplicable = outcomes.find((outcome) => outcome.kind === 'notApplicable')
  if (notApplicable) return notApplicable
  const absences = outcomes.flatMap((outcome) => (outcome.kind === 'missing' ? outcome.absences : []))
  if (absences.length > 0) return { kind: 'missing', absences }
  const facts = outcomes.flatMap((outcome) => (outcome.kind === 'pending' ? outcome.facts : []))
  return facts.length > 0 ? { kind: 'pending', facts } : undefined
}
