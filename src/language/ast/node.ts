import type { Rational } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'

/**
 * What every node of the tree has: an id that is unique in its rulebook and a span in the file as it is. Ids count from
 * 0 in reading order, so tables about nodes (check results, traces) are keyed by them.
 */
export interface Node {
  readonly id: NodeId
  readonly span: Span
}

export type NodeId = number

/** A piece of text or a name, with its place. */
export interface Words {
  readonly text: string
  readonly span: Span
}

/** An exact number with its place; `percent` when it was written with the sign (the value is then already a ratio). */
export interface Amount {
  readonly value: Rational
  readonly percent: boolean
  readonly span: Span
}

/** Something the author chose that the plan leaves open ("dự kiến"): the committee is still to decide it. */
export type Tentative = boolean

/** `chấp nhận cảnh báo cliff vì "…"`: a warning that the author keeps, and why. */
export interface Acceptance extends Node {
  readonly kind: 'acceptance'
  readonly code: Words
  readonly reason: Words
}
