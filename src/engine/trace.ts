import type { Interval } from '#base/interval.ts'
import type { Period } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import type { CohortFigure, Measure, NodeId, NumberDomain } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { Outcome } from './outcome.ts'
import type { Branch, Leaf, ProgramException, ProgramItems, ProgramTier } from './program.ts'

/**
 * What happened when an entrant was scored: the answer itself, from which every page, export and sentence is made.
 *
 * A tree of the same shape as the rulebook's, without the criteria that are not measured at the entrant's level. It is
 * built by the evaluator while it evaluates; nothing computes a score beside it.
 */
export type NodeTrace = BranchTrace | LeafTrace

interface Traced {
  readonly id: NodeId
  /**
   * The points counted, without bonuses and penalties of nodes below: 0 where the outcome is no value, as the rulebook's
   * policy on missing facts says. A penalty's are negative.
   */
  readonly points: Rational
  /** The part of the maximum that applies to the entrant; 0 when nothing does. */
  readonly applicableMaximum: Rational
}

/** What a node came to whose points come from those below it. */
export interface BranchTrace extends Traced {
  readonly kind: 'branch'
  readonly node: Branch
  readonly children: readonly NodeTrace[]
  /** What the parts that apply gave, and out of how much, before it was carried over to the node's whole maximum. */
  readonly carriedFrom: { readonly points: Rational; readonly maximum: Rational } | undefined
}

/** What a criterion came to, and all that it came from. */
export interface LeafTrace extends Traced {
  readonly kind: 'leaf'
  readonly node: Leaf
  readonly inputs: readonly InputTrace[]
  /** The points as the rule gives them, or why it gives none. */
  readonly outcome: Outcome<Rational>
  readonly value: ValueTrace | undefined
  readonly rule: RuleTrace | undefined
  /** The exception that held for the entrant. */
  readonly exception: ProgramException | undefined
  /** The points before they were rounded, where the rulebook rounds each criterion. */
  readonly roundedFrom: Rational | undefined
}

/** One measure as it was read: over periods and, rolled up, over entrants. */
export interface InputTrace {
  readonly measure: Measure
  readonly outcome: Outcome<InputValue>
  readonly facts: readonly Fact[]
  /** The entrants whose facts were added up; empty when the facts are the entrant's own. */
  readonly rolledUpFrom: readonly Entrant[]
}

/** A value as it was read from facts. */
export type InputValue =
  /** A count, a percentage, an index; of a level its place among the levels, from 0. */
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'flag'; readonly is: boolean }
  | { readonly kind: 'date'; readonly date: PlainDate }

/** The value that was judged. */
export type ValueTrace =
  | { readonly kind: 'flag'; readonly is: boolean }
  | {
      readonly kind: 'number'
      readonly value: Rational
      readonly domain: NumberDomain
      /** The two sides of a ratio and what it is multiplied by (1, or 1.000 for a value per 1.000). */
      readonly quotient:
        | { readonly numerator: Rational; readonly denominator: Rational; readonly base: Rational }
        | undefined
      /** The day that lateness is counted from the deadline to. */
      readonly finished: PlainDate | undefined
    }

/** How the value became points. */
export type RuleTrace =
  | { readonly kind: 'tiers'; readonly taken: ProgramTier; readonly next: NextStep | undefined }
  | {
      readonly kind: 'proportion'
      readonly target: Rational
      readonly floor: Rational | undefined
      /** Value over target, before it is held at 1. */
      readonly share: Rational
      readonly next: NextStep | undefined
    }
  | {
      readonly kind: 'relative'
      readonly to: CohortFigure
      readonly figure: Rational
      /** Value over the figure, before it is held at 1. */
      readonly share: Rational
      readonly next: NextStep | undefined
    }
  | {
      readonly kind: 'perItem'
      readonly items: ProgramItems
      /** What steps were counted in, and how many whole ones there were. */
      readonly amount: Rational
      readonly steps: Rational
      readonly next: NextStep | undefined
    }
  | { readonly kind: 'parts'; readonly parts: readonly PartTrace[] }
  | { readonly kind: 'zeroDenominator'; readonly divisor: Measure | CohortFigure }
  /** Judged period by period; the points are the average. */
  | { readonly kind: 'each'; readonly periods: readonly PeriodTrace[] }

/** One period of a criterion that is judged in each. */
export interface PeriodTrace {
  readonly period: Period
  readonly inputs: readonly InputTrace[]
  readonly value: ValueTrace | undefined
  readonly rule: RuleTrace | undefined
  readonly points: Rational
}

/** What one part of a criterion gave. */
export interface PartTrace {
  readonly id: NodeId
  readonly input: InputTrace
  readonly points: Rational
  readonly most: Rational
  readonly next: NextStep | undefined
}

/** The nearest value that would give more points, and how far it is. */
export interface NextStep {
  readonly reach: Interval
  readonly direction: 'up' | 'down'
  readonly points: Rational
  /** From the value to the range, in the value's own terms; 0 when the range begins just beyond the value. */
  readonly distance: Rational
  /** For a ratio: how much the upper measure must change, with the lower one as it is. */
  readonly change: { readonly measure: Measure; readonly amount: Rational } | undefined
}
