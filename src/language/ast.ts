import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Frequency } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type { Source, Span } from '#diagnostic/source.ts'

/**
 * What a rulebook says, as written: the tree that checks read and programs are made from.
 *
 * Every node has an id that is unique in its rulebook and a span in the file as it is. Ids count from 0 in reading
 * order, so tables about nodes (check results, traces) are keyed by them.
 */
export type NodeId = number

interface Node {
  readonly id: NodeId
  readonly span: Span
}

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

export interface Rulebook extends Node {
  readonly kind: 'rulebook'
  readonly source: Source
  readonly title: Words
  readonly code: Words
  readonly version: Words
  readonly citations: readonly Words[]
  readonly notes: readonly Words[]
  readonly application: Application | undefined
  /** The days whose facts are judged, when they differ from the days the rulebook applies to. */
  readonly factPeriod: DateRange | undefined
  readonly scale: Scale | undefined
  readonly totalRounding: TotalRounding | undefined
  readonly missingPolicy: MissingPolicy | undefined
  readonly notApplicablePolicy: NotApplicablePolicy | undefined
  readonly measures: readonly Measure[]
  readonly children: readonly (Group | Criterion)[]
  readonly ranking: Ranking | undefined
  readonly classification: Classification | undefined
  /** A line about the rulebook itself could not be read: what seems to be absent may be on it. */
  readonly incomplete: boolean
}

export interface DateRange {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly span: Span
}

/** Whom the rulebook scores and when: `áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026`. */
export interface Application extends Node {
  readonly kind: 'application'
  readonly levels: readonly EntrantLevel[]
  readonly range: DateRange
}

export interface Scale extends Node {
  readonly kind: 'scale'
  readonly points: Amount
  readonly tentative: Tentative
}

export interface TotalRounding extends Node {
  readonly kind: 'totalRounding'
  readonly places: number
  readonly method: RoundingMethod
}

/** What a criterion without facts counts as. */
export interface MissingPolicy extends Node {
  readonly kind: 'missingPolicy'
  readonly counts: 'zero' | 'notApplicable'
}

/** Whether the total is carried over to the whole scale when some criteria do not apply to the entrant. */
export interface NotApplicablePolicy extends Node {
  readonly kind: 'notApplicablePolicy'
  readonly rescale: boolean
}

/** A declared input. */
export interface Measure extends Node {
  readonly kind: 'measure'
  readonly name: Words
  readonly title: Words
  /** `undefined` after a mistake in the declaration that was reported. */
  readonly type: MeasureType | undefined
  readonly frequency: Frequency
  /** How the facts of several periods become one value. */
  readonly aggregation: Aggregation
  readonly low: Amount | undefined
  readonly high: Amount | undefined
  /** The measure this one counts a part of: it can never be larger. */
  readonly partOf: Words | undefined
  readonly sources: readonly Words[]
  /** Reported and shown, but no criterion uses it. */
  readonly trackedOnly: boolean
}

export type MeasureType =
  | { readonly kind: 'count'; readonly unit: string; readonly integer: boolean }
  | { readonly kind: 'ratio' }
  | { readonly kind: 'flag' }

export type Aggregation = 'sum' | 'latest'

export interface Group extends Node {
  readonly kind: 'group'
  readonly code: Words
  readonly title: Words
  readonly maximum: Maximum | undefined
  readonly notes: readonly Words[]
  readonly children: readonly Criterion[]
  /** A mistake inside was reported already: what seems to be absent may only be unreadable. */
  readonly incomplete: boolean
}

/** A criterion or, inside one, a sub-criterion. */
export interface Criterion extends Node {
  readonly kind: 'criterion'
  readonly code: Words
  readonly title: Words
  readonly maximum: Maximum | undefined
  /** "không vượt quá điểm tối đa": parts may add up to more, the criterion gives no more than its maximum. */
  readonly capped: boolean
  readonly leads: readonly Words[]
  readonly supports: readonly Words[]
  readonly sources: readonly Words[]
  readonly citations: readonly Words[]
  readonly notes: readonly Words[]
  readonly quotes: readonly Words[]
  readonly deadline: Words | undefined
  readonly level: MeasuredAt | undefined
  readonly value: Value | undefined
  readonly zeroAnswer: ZeroAnswer | undefined
  readonly target: Target | undefined
  readonly rule: Rule | undefined
  readonly children: readonly Criterion[]
  readonly incomplete: boolean
}

/** The most points a node gives; a bonus lies outside the scale ("khuyến khích, thưởng tối đa 2 điểm"). */
export interface Maximum {
  readonly points: Amount
  readonly bonus: boolean
  readonly tentative: Tentative
  readonly span: Span
}

export interface MeasuredAt {
  readonly level: EntrantLevel
  readonly span: Span
}

/** What a criterion measures: one measure, or a measure over a measure or a fixed number. */
export interface Value extends Node {
  readonly kind: 'value'
  readonly numerator: Words
  readonly denominator: Words | Amount | undefined
}

/** `khi hồ_sơ = 0: không áp dụng`: what a ratio means when there is nothing to divide by. */
export interface ZeroAnswer extends Node {
  readonly kind: 'zeroAnswer'
  readonly measure: Words
  readonly answer: { readonly kind: 'notApplicable' } | Award
}

/** The value to reach. `text` is the target as the plan prints it. */
export interface Target extends Node {
  readonly kind: 'target'
  readonly low: Amount
  /** The upper end of a target such as `2-3 đơn/năm`. */
  readonly high: Amount | undefined
  readonly text: string
}

export type Rule = Tiers | Proportion | Parts

/** Points by the tier the value falls into. */
export interface Tiers {
  readonly kind: 'tiers'
  readonly tiers: readonly Tier[]
}

/** "chấm theo tỷ lệ đạt chỉ tiêu": the maximum times value over target, at most the maximum. */
export interface Proportion extends Node {
  readonly kind: 'proportion'
}

/** Points added part by part. */
export interface Parts {
  readonly kind: 'parts'
  readonly parts: readonly Part[]
}

export type Part = FlagPart | TierPart

/** `cộng 1/2 điểm tối đa khi có_chuyên_mục`. */
export interface FlagPart extends Node {
  readonly kind: 'flagPart'
  readonly award: Award
  readonly measure: Words
}

/** `cộng theo tin_bài` and the tiers below it. */
export interface TierPart extends Node {
  readonly kind: 'tierPart'
  readonly measure: Words
  readonly tiers: readonly Tier[]
}

export interface Tier extends Node {
  readonly kind: 'tier'
  readonly condition: Condition
  readonly award: Award
}

export type Condition =
  | {
      readonly kind: 'range'
      readonly low: Bound | undefined
      readonly high: Bound | undefined
      readonly span: Span
    }
  | { readonly kind: 'targetReached'; readonly span: Span }
  | { readonly kind: 'flag'; readonly is: boolean; readonly span: Span }
  | { readonly kind: 'rest'; readonly span: Span }

export interface Bound {
  readonly amount: Amount
  /** The unit of measure, where the author wrote it: it must be the measure's. */
  readonly unit: string
  readonly inclusive: boolean
}

/** Points given: so many, or a part of the maximum (1 for the whole of it). */
export type Award =
  | { readonly kind: 'points'; readonly points: Rational; readonly span: Span }
  | { readonly kind: 'share'; readonly share: Rational; readonly span: Span }

/** `xếp hạng theo tổng điểm, rồi điểm tiêu chí 14, vẫn bằng thì đồng hạng`. */
export interface Ranking extends Node {
  readonly kind: 'ranking'
  readonly keys: readonly RankingKey[]
  readonly tentative: Tentative
}

export type RankingKey =
  | { readonly kind: 'total'; readonly span: Span }
  | { readonly kind: 'group' | 'criterion'; readonly code: Words; readonly span: Span }

export interface Classification extends Node {
  readonly kind: 'classification'
  readonly classes: readonly ClassTier[]
  readonly tentative: Tentative
  readonly incomplete: boolean
}

/** `"Tốt" từ 80 đến dưới 90 điểm`. */
export interface ClassTier extends Node {
  readonly kind: 'classTier'
  readonly title: Words
  readonly condition: Condition
}
