import type { Interval } from '#base/interval.ts'
import type { Rational } from '#base/rational.ts'
import type { Measure, NodeId, NumberDomain } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { Outcome } from './outcome.ts'
import type { Branch, Leaf, ProgramTier } from './program.ts'

/**
 * What happened when an entrant was scored: the answer itself, from which every page, export and sentence is made.
 *
 * A tree of the same shape as the rulebook's, without the criteria that are not measured at the entrant's level. It is
 * built by the evaluator while it evaluates; nothing computes a score beside it.
 */
export type NodeTrace = BranchTrace | LeafTrace

interface Traced {
  readonly id: NodeId
  /** The points counted, without bonuses of nodes below: 0 where the outcome is no value, as the rulebook's policy on missing facts says. */
  readonly points: Rational
  /** The part of the maximum that applies to the entrant; 0 when nothing does. */
  readonly applicableMaximum: Rational
}

export interface BranchTrace extends Traced {
  readonly kind: 'branch'
  readonly node: Branch
  readonly children: readonly NodeTrace[]
}

export interface LeafTrace extends Traced {
  readonly kind: 'leaf'
  readonly node: Leaf
  readonly inputs: readonly InputTrace[]
  /** The points as the rule gives them, or why it gives none. */
  readonly outcome: Outcome<Rational>
  readonly value: ValueTrace | undefined
  readonly rule: RuleTrace | undefined
}

/** One measure as it was read: over periods and, rolled up, over entrants. */
export interface InputTrace {
  readonly measure: Measure
  readonly outcome: Outcome<InputValue>
  readonly facts: readonly Fact[]
  /** The entrants whose facts were added up; empty when the facts are the entrant's own. */
  readonly rolledUpFrom: readonly Entrant[]
}

export type InputValue =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'flag'; readonly is: boolean }

export type ValueTrace =
  | { readonly kind: 'flag'; readonly is: boolean }
  | {
      readonly kind: 'number'
      readonly value: Rational
      readonly domain: NumberDomain
      /** The two sides of a ratio. */
      readonly quotient: { readonly numerator: Rational; readonly denominator: Rational } | undefined
    }

export type RuleTrace =
  | { readonly kind: 'tiers'; readonly taken: ProgramTier; readonly next: NextStep | undefined }
  | {
      readonly kind: 'proportion'
      readonly target: Rational
      /** Value over target, before it is held at 1. */
      readonly share: Rational
      readonly next: NextStep | undefined
    }
  | { readonly kind: 'parts'; readonly parts: readonly PartTrace[] }
  | { readonly kind: 'zeroDenominator'; readonly measure: Measure }

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
