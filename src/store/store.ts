import type { AuditEntry, Change, EntrantFields, PublicationEntry, StoredFact } from '#records/change.ts'
import type { FactPlace } from '#records/factPlace.ts'
import type { Refusal } from './refusal.ts'

/**
 * Records that last. Nothing is ever overwritten: a fact is corrected by another that names it, a list of entrants gives
 * way to a later one, a publication stays. Knows nothing of rules.
 *
 * Every answer is of what is durable. A fault of the disk throws {@link StoreFailure}, and from then on every call does:
 * nobody can tell any more what the disk holds, so the store has to be opened anew.
 */
export interface Store {
  readonly communes: () => Promise<readonly string[]>
  /** How things stand; none at revision 0 for a commune that was never written to. */
  readonly current: (commune: string) => Promise<CurrentRecords>
  /** Every fact that was ever reported of it, oldest first: the last of a place is the one that counts. */
  readonly history: (commune: string, of: FactsOf) => Promise<readonly StoredFact[]>
  /** Oldest first. */
  readonly publications: (commune: string) => Promise<readonly StoredPublication[]>
  /** Oldest first. */
  readonly audit: (commune: string) => Promise<readonly AuditEntry[]>
  /** Durable when the promise is kept; a change that cannot be made changes nothing and says why. */
  readonly write: (change: Change) => Promise<Written>
  /** Keeps what was begun, then lets the records go; throws where a fault came after the last answer. */
  readonly close: () => Promise<void>
}

export interface CurrentRecords {
  /** Counts the changes. */
  readonly revision: number
  readonly entrants: readonly EntrantFields[]
  /** The facts that count, in the order in which their places were first reported. */
  readonly facts: readonly StoredFact[]
}

export interface StoredPublication extends PublicationEntry {
  /** As it was published, to the byte; `undefined` where that can no longer be had. */
  readonly content: string | undefined
}

/** Which facts: of one place, or of all places of an entrant, or of one of its measures. */
export type FactsOf =
  | FactPlace
  | { readonly entrant: string; readonly measure?: string; readonly period?: never }

export type Written =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** The disk failed; `cause` is what it said. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
}
