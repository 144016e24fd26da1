import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Frequency } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Span } from '#diagnostic/source.ts'
import type { CohortFigure } from './criterion.ts'
import type { Amount, Node, Words } from './node.ts'

/** `ví dụ "…" với phát_sóng mỗi tháng = 3 thì tiêu chí 30 được 2,5 điểm`: run by `thidua test`. */
export interface Example extends Node {
  readonly kind: 'example'
  readonly title: Words
  readonly givens: readonly Given[]
  readonly expectations: readonly Expectation[]
}

export type Given = { readonly span: Span } & (
  | {
      readonly kind: 'measure'
      readonly measure: Words
      readonly each: Frequency | undefined
      readonly value: GivenValue
    }
  | { readonly kind: 'cohort'; readonly figure: CohortFigure; readonly value: Amount }
  /** `thôn "miền núi"`: the entrant has the attribute. */
  | { readonly kind: 'attribute'; readonly level: EntrantLevel; readonly attribute: Words }
  /** `năm 2027`: the example speaks of the rulebook as it stands in that year. */
  | { readonly kind: 'year'; readonly year: number }
)

/** What is given for a measure; `missing` is `chưa có`. */
export type GivenValue =
  /** `unit`: as the author wrote it, empty where it is left out. */
  | { readonly kind: 'amount'; readonly amount: Amount; readonly unit: string }
  | { readonly kind: 'flag'; readonly is: boolean }
  | { readonly kind: 'level'; readonly name: Words }
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'missing' }

/** What a node must then give; the points are signed: a penalty of 2 is `bị trừ 2 điểm`. */
export type Expectation = {
  readonly scope: 'group' | 'criterion'
  readonly code: Words
  readonly span: Span
} & (
  | { readonly kind: 'points'; readonly points: Amount; readonly deducted: boolean }
  | { readonly kind: 'notApplicable' }
)
