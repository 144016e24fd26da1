import type { Interval } from '#base/interval.ts'
import type { Rational } from '#base/rational.ts'
import type { CohortFigure, NumberDomain, Role } from '#language/index.ts'
import type { Aspect } from './aspects.ts'

/** What one rulebook says otherwise than another, in reading order; nothing where they say and score the same. */
export interface Difference {
  readonly changes: readonly Change[]
  /** The scale, which every reader asks about, changed or not. */
  readonly scale: { readonly old: Rational; readonly new: Rational }
}

/** One thing that is otherwise, and what it is about. */
export type Change = {
  readonly about: Subject
  /** Whether points, ranks or classes may come out otherwise; if not, only words change. */
  readonly scores: boolean
} & (
  | { readonly kind: 'added' | 'removed'; readonly standing: Standing | undefined }
  | { readonly kind: 'moved'; readonly old: Subject; readonly new: Subject }
  | Said
  | PointsChange
  | RuleChange
  | ClassChange
)

/** What a change is about. */
export type Subject =
  | { readonly kind: 'rulebook' }
  | { readonly kind: 'measure'; readonly name: string; readonly title: string }
  | { readonly kind: 'group' | 'criterion'; readonly code: string; readonly title: string }

/** How much a node that was added or removed is worth, and where it stands. */
export interface Standing {
  readonly maximum: Rational
  readonly role: Role
  readonly within: Subject
}

/** Something is said otherwise; `undefined` where it is not said. */
export interface Said {
  readonly kind: 'said'
  readonly aspect: Aspect
  /** The class, the attribute or the divisor that it is said of. */
  readonly item?: string
  readonly old: string | undefined
  readonly new: string | undefined
}

/** The part or the exception of a criterion. */
export interface Where {
  /** The title of the part's measure. */
  readonly part?: string
  readonly attribute?: string
}

/** Values that are given other points: all those of the interval, and no other beside it. */
export interface PointsChange {
  readonly kind: 'points'
  readonly where: Where
  readonly role: Role
  readonly values: Values
  readonly old: GivenPoints
  readonly new: GivenPoints
  /** One of the values, with its points; `undefined` where it cannot occur. */
  readonly example: {
    readonly value: Rational | boolean
    readonly old: Rational | undefined
    readonly new: Rational | undefined
  }
}

/** The values that are given other points. */
export type Values =
  | {
      readonly kind: 'range'
      readonly interval: Interval
      readonly domain: NumberDomain
      /** The values are shares of this figure. */
      readonly figure: CohortFigure | undefined
    }
  | { readonly kind: 'flag'; readonly is: boolean }

/** What values are given. */
export type GivenPoints =
  | { readonly kind: 'points'; readonly points: Rational }
  /** Points that differ from value to value. */
  | { readonly kind: 'formula'; readonly text: string }
  /** The values cannot occur. */
  | { readonly kind: 'impossible' }

/** A criterion is scored in another way, or by something else, so that points cannot be held against each other. */
export interface RuleChange {
  readonly kind: 'rule'
  readonly where: Where
  readonly because: 'value' | 'measure' | 'method'
  readonly old: string
  readonly new: string
}

/** Totals that are given another class; `undefined` for none. */
export interface ClassChange {
  readonly kind: 'class'
  readonly interval: Interval
  readonly domain: NumberDomain
  readonly old: string | undefined
  readonly new: string | undefined
  readonly example: Rational
}
