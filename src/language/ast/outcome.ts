import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Amount, Node, Tentative, Words } from './node.ts'
import type { Award, Condition, RangeCondition } from './rule.ts'

/** `xếp hạng theo tổng điểm, rồi điểm tiêu chí 14, vẫn bằng thì đồng hạng`. */
export interface Ranking extends Node {
  readonly kind: 'ranking'
  readonly scope: RankingScope
  readonly keys: readonly RankingKey[]
  readonly ties: TieMethod
  readonly tentative: Tentative
}

/** Each cluster by itself, or all clusters of a level together. */
export type RankingScope = 'cluster' | 'together'

/** After two entrants share rank 1 the next is third, or second; or both get the mean, 1,5. */
export type TieMethod = 'skip' | 'dense' | 'mean'

export type RankingKey =
  | { readonly kind: 'total'; readonly rounded: boolean; readonly span: Span }
  | { readonly kind: 'group' | 'criterion'; readonly code: Words; readonly span: Span }
  /** `ít điểm trừ hơn` */
  | { readonly kind: 'penalty'; readonly span: Span }
  /** `nhiều điểm thưởng hơn` */
  | { readonly kind: 'bonus'; readonly span: Span }

export interface Classification extends Node {
  readonly kind: 'classification'
  readonly classes: readonly ClassTier[]
  readonly tentative: Tentative
  readonly incomplete: boolean
}

/** `"Xuất sắc" từ 90 điểm trở lên, khi mọi nhóm đạt từ 50% điểm tối đa trở lên, không quá 20% số thôn, …`. */
export interface ClassTier extends Node {
  readonly kind: 'classTier'
  readonly title: Words
  readonly condition: Condition
  /** Every one of them must hold; who fails one gets the next class below. */
  readonly tests: readonly Test[]
  readonly quota: Quota | undefined
}

/** The most entrants of a cohort that a class takes, by rank; rounded down to whole entrants. */
export interface Quota {
  readonly share: Amount
  /** Of whom the share is taken: `số thôn`. */
  readonly level: EntrantLevel
  /** What becomes of entrants of equal rank of whom only some would fit: all of them get the class, or none. */
  readonly ties: 'include' | 'exclude'
  readonly span: Span
}

/** `không xếp hạng khi để_xảy_ra_mất_an_toàn`: bars from the ranking, and with it from every class. */
export interface KnockOut extends Node {
  readonly kind: 'knockOut'
  readonly test: Test
}

/** A condition on what was reported or on what was scored. */
export type Test = {
  readonly span: Span
} /** `có_vi_phạm`, `không có_vi_phạm` */ & (
  | { readonly kind: 'flag'; readonly measure: Words; readonly is: boolean }
  /** `báo_cáo_chậm từ 3 trở lên` */
  | { readonly kind: 'measure'; readonly measure: Words; readonly range: RangeCondition }
  /** `nhóm II từ 50% điểm tối đa trở lên`, `tiêu chí 5 dưới 2 điểm` */
  | {
      readonly kind: 'node'
      readonly scope: 'group' | 'criterion'
      readonly code: Words
      readonly range: PointsRange
    }
  /** `mọi nhóm từ 50% điểm tối đa trở lên` */
  | { readonly kind: 'every'; readonly scope: 'group' | 'criterion'; readonly range: PointsRange }
)

/** A range of points, each bound in points or as a share of the maximum. */
export interface PointsRange {
  readonly low: PointsBound | undefined
  readonly high: PointsBound | undefined
  readonly span: Span
}

export interface PointsBound {
  readonly award: Award
  readonly inclusive: boolean
}

/** Where and how points are rounded for print and, where the rulebook says so, for ranking. */
export interface Rounding extends Node {
  readonly kind: 'totalRounding' | 'criterionRounding'
  readonly places: number
  readonly method: RoundingMethod
}
