import type { Rational } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { CohortFigure } from './criterion.ts'
import type { Amount, Node, Words } from './node.ts'

export type Rule = Tiers | Proportion | Relative | PerItem | Parts

/** Points by the tier the value falls into. */
export interface Tiers {
  readonly kind: 'tiers'
  readonly tiers: readonly Tier[]
}

/** "chấm theo tỷ lệ đạt chỉ tiêu": the maximum times value over target, at most the maximum. */
export interface Proportion extends Node {
  readonly kind: 'proportion'
  /** `, dưới 50% chỉ tiêu thì 0 điểm`: the share of the target below which nothing is given. */
  readonly floor: Amount | undefined
}

/** "chấm theo tỷ lệ so với cao nhất trong cụm": the maximum times value over the cluster's figure. */
export interface Relative extends Node {
  readonly kind: 'relative'
  readonly to: CohortFigure
}

/** `mỗi 2 bài được 0,5 điểm`, `mỗi đơn lệch so với chỉ tiêu trừ 2 điểm`: by whole steps; a begun step does not count. */
export interface PerItem extends Node {
  readonly kind: 'perItem'
  readonly step: Amount
  readonly unit: string
  readonly of: Stepped
  /** Points are added from 0, or taken from the maximum (never below 0). */
  readonly effect: 'add' | 'deduct'
  readonly award: Award
  /** The most that is added or taken away. */
  readonly limit: Award | undefined
}

/** What the steps are counted in: the value itself, or how far it is below, above or outside the target. */
export type Stepped = 'value' | 'shortfall' | 'excess' | 'deviation'

/** Points added part by part. */
export interface Parts {
  readonly kind: 'parts'
  readonly parts: readonly Part[]
}

export type Part = FlagPart | MeasurePart

/** `cộng 1/2 điểm tối đa khi có_chuyên_mục`. */
export interface FlagPart extends Node {
  readonly kind: 'flagPart'
  readonly award: Award
  readonly measure: Words
}

/** `cộng theo tin_bài` and, below it, tiers or one `mỗi … được …`. */
export interface MeasurePart extends Node {
  readonly kind: 'measurePart'
  readonly measure: Words
  readonly tiers: readonly Tier[]
  readonly perItem: PerItem | undefined
}

export interface Tier extends Node {
  readonly kind: 'tier'
  readonly condition: Condition
  readonly award: Award
}

export type Condition =
  | RangeCondition
  | { readonly kind: 'target'; readonly side: TargetSide; readonly span: Span }
  | { readonly kind: 'flag'; readonly is: boolean; readonly span: Span }
  | { readonly kind: 'rest'; readonly span: Span }

export interface RangeCondition {
  readonly kind: 'range'
  readonly low: Bound | undefined
  readonly high: Bound | undefined
  readonly span: Span
}

/** `đạt`, `chưa đạt`, and of a target with two ends `dưới`, `trong`, `vượt chỉ tiêu`. */
export type TargetSide = 'reached' | 'notReached' | 'below' | 'within' | 'above'

export interface Bound {
  readonly at: BoundValue
  /** The unit of measure, where the author wrote it: it must be the measure's. */
  readonly unit: string
  readonly inclusive: boolean
}

export type BoundValue =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'level'; readonly name: Words }

/** Points given: so many, or a part of the maximum (1 for the whole of it); `deducted` when they are taken away. */
export type Award = (
  | { readonly kind: 'points'; readonly points: Rational }
  | { readonly kind: 'share'; readonly share: Rational }
) & { readonly deducted: boolean; readonly span: Span }
