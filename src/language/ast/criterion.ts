import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Frequency } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Acceptance, Amount, Node, Tentative, Words } from './node.ts'
import type { Award, Rule } from './rule.ts'

export interface Group extends Node {
  readonly kind: 'group'
  readonly code: Words
  readonly title: Words
  readonly maximum: Maximum | undefined
  readonly combine: Combine
  readonly notes: readonly Words[]
  readonly acceptances: readonly Acceptance[]
  readonly children: readonly Criterion[]
  /** A mistake inside was reported already: what seems to be absent may only be unreadable. */
  readonly incomplete: boolean
}

/** A criterion or, inside one, a sub-criterion. */
export interface Criterion extends Node, CriterionBody {
  readonly kind: 'criterion'
  readonly code: Words
  readonly title: Words
  readonly maximum: Maximum | undefined
  /** "không vượt quá điểm tối đa": parts may add up to more, the criterion gives no more than its maximum. */
  readonly capped: boolean
  readonly combine: Combine
  readonly children: readonly Criterion[]
  readonly incomplete: boolean
}

/** What is said of a criterion below its line; an amendment says the same of one that stands already. */
export interface CriterionBody {
  readonly leads: readonly Words[]
  readonly supports: readonly Words[]
  readonly sources: readonly Words[]
  readonly citations: readonly Words[]
  readonly notes: readonly Words[]
  readonly quotes: readonly Words[]
  readonly guidance: readonly Words[]
  readonly acceptances: readonly Acceptance[]
  readonly deadline: Deadline | undefined
  readonly level: MeasuredAt | undefined
  readonly value: Value | undefined
  /** One for each thing that is divided by: a measure, a figure of the cluster. */
  readonly zeroAnswers: readonly ZeroAnswer[]
  /** What holds here when facts are missing, where it differs from the rulebook's own line. */
  readonly missingPolicy: MissingPolicy | undefined
  readonly target: Target | undefined
  readonly rule: Rule | undefined
  readonly exceptions: readonly Exception[]
}

/** How the points of the nodes below become the node's own. */
export type Combine = 'sum' | 'best' | 'worst' | 'average'

/** The most points a node gives or, for a penalty, takes away. Bonuses and penalties lie outside the scale. */
export interface Maximum {
  readonly points: Amount
  readonly role: Role
  readonly tentative: Tentative
  readonly span: Span
}

export type Role = 'scale' | 'bonus' | 'penalty'

/** Words as the plan prints them and the last day that is in time; without one for such as "thường xuyên". */
export interface Deadline {
  readonly text: Words
  readonly date: PlainDate | undefined
  readonly span: Span
}

export interface MeasuredAt {
  readonly level: EntrantLevel
  readonly span: Span
}

/** What a criterion without facts counts as. */
export interface MissingPolicy extends Node {
  readonly kind: 'missingPolicy'
  readonly counts: 'zero' | 'notApplicable'
}

/** What a criterion measures. */
export interface Value extends Node {
  readonly kind: 'value'
  readonly form: ValueForm
  readonly numerator: Words
  /** The lower side of a ratio or of a value per so many. */
  readonly denominator: Words | Amount | undefined
  /** Judged in each period by itself, the points averaged ("mỗi tháng"). */
  readonly each: Frequency | undefined
}

export type ValueForm =
  | { readonly kind: 'plain' }
  | { readonly kind: 'ratio' }
  /** `a trên 1.000 b` */
  | { readonly kind: 'per'; readonly base: Amount }
  /** `số tháng chậm của a`: how long after the deadline; 0 when in time, a begun month counts as one. */
  | { readonly kind: 'lateness'; readonly in: 'day' | 'month' }

/** `khi hồ_sơ = 0: không áp dụng`: what a value means when there is nothing to divide by. */
export interface ZeroAnswer extends Node {
  readonly kind: 'zeroAnswer'
  readonly divisor: Divisor
  readonly answer: { readonly kind: 'notApplicable' } | Award
}

/** A measure, or the figure of the cluster that a relative criterion is judged by. */
export type Divisor =
  | { readonly kind: 'measure'; readonly name: Words }
  | { readonly kind: CohortFigure; readonly span: Span }

/** The best value in the cluster, or the average of all values in it. */
export type CohortFigure = 'best' | 'average'

/** The value to reach. `text` is the target as the plan prints it. */
export interface Target extends Node {
  readonly kind: 'target'
  readonly goal: TargetGoal
  /** Targets that differ by year, each with the years it holds for; empty where one holds throughout. */
  readonly byYear: readonly YearGoal[]
}

export interface TargetGoal {
  readonly low: Amount
  /** The upper end of a target such as `2-3 đơn/năm`. */
  readonly high: Amount | undefined
  /** The level to reach, where the measure has levels; `low` is then its place, from 0, once names are looked up. */
  readonly level: Words | undefined
  /** `không quá 5%`: reached by staying at or below it. */
  readonly atMost: boolean
  readonly unit: string
  readonly text: string
  readonly tentative: Tentative
  readonly span: Span
}

/** `năm 2026 65%`, `năm 2026-2027 65% dự kiến`, `từ năm 2028 80%` (then without a last year). */
export interface YearGoal {
  readonly from: number
  readonly to: number | undefined
  readonly goal: TargetGoal
  readonly span: Span
}

/** `riêng thôn "miền núi"`: what holds instead for entrants with that attribute. */
export interface Exception extends Node {
  readonly kind: 'exception'
  readonly level: EntrantLevel
  readonly attribute: Words
  readonly notApplicable: Span | undefined
  readonly target: Target | undefined
  readonly rule: Rule | undefined
}
