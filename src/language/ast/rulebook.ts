import type { EntrantLevel, LevelNames } from '#base/entrantLevel.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import type { Criterion, CriterionBody, Group, Maximum, MissingPolicy } from './criterion.ts'
import type { Example } from './example.ts'
import type { Measure } from './measure.ts'
import type { Acceptance, Amount, Node, Tentative, Words } from './node.ts'
import type { Classification, KnockOut, Ranking, Rounding } from './outcome.ts'
import type { Review } from './review.ts'

/** What a rulebook says, as written: the tree that checks read and programs are made from. */
export interface Rulebook extends Node {
  readonly kind: 'rulebook'
  readonly source: Source
  readonly title: Words
  readonly code: Words
  readonly version: Words
  readonly citations: readonly Words[]
  readonly notes: readonly Words[]
  readonly acceptances: readonly Acceptance[]
  readonly application: Application | undefined
  readonly factPeriod: FactPeriod | undefined
  readonly attributes: readonly AttributeDeclaration[]
  readonly scale: Scale | undefined
  readonly totalRounding: Rounding | undefined
  readonly criterionRounding: Rounding | undefined
  readonly missingPolicy: MissingPolicy | undefined
  readonly notApplicablePolicy: NotApplicablePolicy | undefined
  /** "đơn vị được chấm theo các tiêu chí chủ trì": a unit has the commune's points of the criteria it leads. */
  readonly leadPolicy: LeadPolicy | undefined
  readonly measures: readonly Measure[]
  readonly children: readonly (Group | Criterion)[]
  readonly knockOuts: readonly KnockOut[]
  readonly ranking: Ranking | undefined
  readonly classification: Classification | undefined
  /** What several years come to together (`sơ kết`, `tổng kết`). */
  readonly reviews: readonly Review[]
  readonly examples: readonly Example[]
  readonly amendments: readonly Amendment[]
  /** A line about the rulebook itself could not be read: what seems to be absent may be on it. */
  readonly incomplete: boolean
  /** Names and codes that lines which could not be read may declare: nothing is said of their use. */
  readonly unread: readonly string[]
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
  /** What the author calls each of them: `phường`, `thôn, khu phố`. */
  readonly levelNames: LevelNames
  readonly range: DateRange
}

/** The days whose facts are judged, when they differ from the days the rulebook applies to. */
export interface FactPeriod extends Node {
  readonly kind: 'factPeriod'
  /** `undefined` for `từng năm`: the calendar year of the day that a score stands for. */
  readonly range: DateRange | undefined
}

/** `đặc điểm thôn "miền núi", "biên giới"`: what may be said of an entrant, for exceptions to go by. */
export interface AttributeDeclaration extends Node {
  readonly kind: 'attribute'
  readonly level: EntrantLevel
  readonly names: readonly Words[]
}

export interface Scale extends Node {
  readonly kind: 'scale'
  readonly points: Amount
  readonly tentative: Tentative
}

/** What becomes of the maxima of criteria that do not apply to an entrant. */
export interface NotApplicablePolicy extends Node {
  readonly kind: 'notApplicablePolicy'
  readonly redistribute: Redistribution
}

/** Over the whole scale, within each group, or not at all. */
export type Redistribution = 'scale' | 'group' | 'none'

export interface LeadPolicy extends Node {
  readonly kind: 'leadPolicy'
}

/** `sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026` and, below it, what changes. */
export interface Amendment extends Node {
  readonly kind: 'amendment'
  readonly version: Words
  readonly effective: PlainDate
  readonly citations: readonly Words[]
  readonly notes: readonly Words[]
  readonly changes: readonly Change[]
}

export type Change =
  /** `sửa đổi tiêu chí 5 "Tên mới" tối đa 6 điểm` and what is said anew below it; the rest stays. */
  | (Node & {
      readonly kind: 'replace'
      readonly scope: 'group' | 'criterion'
      readonly code: Words
      readonly title: Words | undefined
      readonly maximum: Maximum | undefined
      readonly body: CriterionBody
    })
  /** `bãi bỏ tiêu chí 6` */
  | (Node & { readonly kind: 'repeal'; readonly scope: 'group' | 'criterion'; readonly code: Words })
  /** `bổ sung tiêu chí 7 "…" tối đa 5 điểm vào nhóm II` */
  | (Node & {
      readonly kind: 'add'
      readonly into: Words | undefined
      /** What kind of node `into` is the code of; a criterion put into a criterion is a sub-criterion. */
      readonly intoScope: 'group' | 'criterion' | undefined
      readonly criterion: Criterion
    })
