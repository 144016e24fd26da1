import type { Rational } from '#base/rational.ts'
import type { Adding } from './adding.ts'
import type { Result } from './result.ts'

/** What a criterion comes to for one entrant, exactly. */
export interface ExactLeaf {
  /** A state of columns.ts: {@link VALUE} or what stands in its way. */
  readonly outcome: number
  readonly points: Rational
  readonly applicable: Rational
  /** The place of the tier that was taken, or a code of result.ts. */
  readonly branch: number
}

/** A criterion, or one of its rules, for the entrants of a scope. */
export interface Runner {
  /** Judges the entrants from one place up to another, a block at most, into the first places of the result. */
  readonly run: (from: number, to: number, result: Result) => void
  /**
   * The same, added to sums in which the whole maximum applies beforehand; `undefined` where there is no such shortcut.
   */
  readonly add?: Adding | undefined
  readonly exact: (at: number) => ExactLeaf
  /** Takes anew what depends on all entrants together. */
  readonly survey: () => void
}
