import type { Frequency } from '#base/period.ts'
import type { Rational } from '#base/rational.ts'
import type { Amount, Node, Words } from './node.ts'

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
  /** Values are whole multiples of it: `bước 0,5`. */
  readonly step: Amount | undefined
  /** The measure this one counts a part of: it can never be larger. */
  readonly partOf: Words | undefined
  /** What a period without a fact means where facts of several periods are gathered. */
  readonly absentPeriod: AbsentPeriod
  readonly sources: readonly Words[]
  /** Reported and shown, but no criterion uses it. */
  readonly trackedOnly: boolean
  /** A fact without proof is not verified ("minh chứng bắt buộc"). */
  readonly evidenceRequired: boolean
}

export type MeasureType =
  | { readonly kind: 'count'; readonly unit: string; readonly integer: boolean }
  /** An amount of money in one of the table's units of money. */
  | { readonly kind: 'money'; readonly unit: string }
  | { readonly kind: 'ratio' }
  /** A number without a unit of measure, such as an index of 0,70. */
  | { readonly kind: 'index' }
  /** A survey's score on a scale of its own, which is not the rulebook's: `điểm theo thang 20`. */
  | { readonly kind: 'score'; readonly outOf: Rational }
  | { readonly kind: 'flag' }
  /** Ordered levels from the lowest to the highest. */
  | { readonly kind: 'levels'; readonly names: readonly Words[] }
  /** A day on which something was finished. */
  | { readonly kind: 'date' }

export type Aggregation = 'sum' | 'average' | 'least' | 'greatest' | 'latest'

/** The measure is missing, or the period counts as zero, or it is left out. */
export type AbsentPeriod = 'missing' | 'zero' | 'skipped'
