import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { TieMethod } from '#language/index.ts'
import type { ScoreSheet } from '../score.ts'
import type { Turn } from './placings.ts'
import type { Way } from './ways.ts'

/** Whether an order depends on how points are rounded: what stays and what changes under every admissible way. */
export interface Certificate {
  /** The rulebook's own way; it is one of the ways. */
  readonly own: Way
  /** How many ways were tried. */
  readonly ways: number
  readonly cohorts: readonly CohortCertificate[]
}

/** What holds for those who are ranked among themselves. */
export interface CohortCertificate {
  readonly level: EntrantLevel
  /** `undefined` where the whole level is ranked together, or the entrants name no cluster. */
  readonly cluster: string | undefined
  /** By the rulebook's own way, the best first, those without a rank last. */
  readonly sheets: readonly ScoreSheet[]
  /** Under how many of the ways the same entrants are ranked in the same order, ties included. */
  readonly sameOrder: number
  /** Every way that rounds to no fewer decimals keeps the order; `undefined` where there is no such number up to 3. */
  readonly safePlaces: number | undefined
  readonly pairs: readonly PairChange[]
  readonly ranked: readonly RankedChange[]
  readonly classes: readonly ClassChange[]
  readonly ties: readonly TieChange[]
}

/** How the first stands to the second. */
export type Relation = 'before' | 'tied' | 'after'

/** Two entrants who do not stand to each other in every way as they do in the rulebook's own; the first is never after. */
export interface PairChange {
  readonly first: ScoreSheet
  readonly second: ScoreSheet
  readonly own: Relation
  readonly turns: readonly Turn<Relation>[]
}

/** An entrant that is ranked in some ways and not in others: rounding a criterion may meet or miss a knock-out. */
export interface RankedChange {
  readonly sheet: ScoreSheet
  readonly turns: readonly Turn<boolean>[]
}

/** An entrant that gets another class in some ways in which its being ranked stays. */
export interface ClassChange {
  readonly sheet: ScoreSheet
  readonly turns: readonly Turn<string | undefined>[]
}

/** Another way to number who is tied: it changes ranks that are printed, never the order. */
export interface TieChange {
  readonly method: TieMethod
  readonly changes: readonly { readonly sheet: ScoreSheet; readonly numbered: ScoreSheet }[]
}
