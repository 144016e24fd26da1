import type { Day, Frequency, Period } from './calendar.ts'
import type { Fraction } from './fractions.ts'

/** A rulebook, what is known of those it scores, and the day they are scored on. */
export interface Model {
  readonly rulebook: Rulebook
  readonly dossier: Dossier
  readonly asOf: Day
}

export type Level = 'commune' | 'village' | 'unit'

export interface Rulebook {
  readonly levels: readonly Level[]
  readonly from: Day
  readonly to: Day
  readonly factPeriod: 'own' | 'yearly' | { readonly from: Day; readonly to: Day }
  readonly attributes: readonly Attribute[]
  readonly scale: Fraction
  readonly totalRounding?: Rounding | undefined
  readonly criterionRounding?: Rounding | undefined
  readonly missing?: MissingPolicy | undefined
  readonly notApplicable: 'toScale' | 'inGroup' | 'asIs'
  readonly unitsByLead: boolean
  readonly measures: readonly Measure[]
  readonly nodes: readonly Node[]
  readonly knockOuts: readonly Test[]
  readonly ranking?: Ranking | undefined
  readonly classes: readonly ClassLine[]
}

export interface Attribute {
  readonly level: Level
  readonly name: string
}

export type MissingPolicy = 'zero' | 'notApplicable'

export interface Rounding {
  readonly places: number
  readonly method?: 'halfUp' | 'halfEven' | 'down' | 'up' | undefined
}

export interface Measure {
  readonly name: string
  readonly type: MeasureType
  readonly frequency: Frequency
  readonly gathering: Gathering
  readonly low?: Fraction | undefined
  readonly high?: Fraction | undefined
  readonly step?: Fraction | undefined
  readonly partOf?: string | undefined
  /** What stands for a period that is due and has no fact. */
  readonly absent?: 'zero' | 'skip' | undefined
  readonly needsEvidence?: boolean | undefined
}

export type MeasureType =
  | { readonly kind: 'integer' | 'decimal' | 'money'; readonly unit: string }
  | { readonly kind: 'ratio' | 'index' | 'flag' | 'day' }
  | { readonly kind: 'survey'; readonly outOf: Fraction }
  | { readonly kind: 'levels'; readonly names: readonly string[] }

export type Gathering = 'newest' | 'sum' | 'mean' | 'least' | 'most'

export type Role = 'scale' | 'bonus' | 'penalty'
export type Combination = 'sum' | 'best' | 'worst' | 'average'

/** A group, a criterion with others below it, or one that is scored by itself. */
export interface Node {
  readonly kind: 'group' | 'criterion' | 'subCriterion'
  readonly code: string
  readonly maximum: Fraction
  readonly role: Role
  readonly combination: Combination
  /** Where nothing is said, that of the node above, or the only one there is. */
  readonly level?: Level | undefined
  readonly lead?: string | undefined
  readonly children: readonly Node[]
  readonly scoring?: Scoring | undefined
}

/** How a criterion is scored that is scored by itself. */
export interface Scoring {
  readonly capped: boolean
  readonly value?: Value | undefined
  readonly deadline?: Deadline | undefined
  /** What holds where there is nothing to divide by. */
  readonly zero?: ZeroAnswer | undefined
  /** What holds where the figure of the cluster is zero. */
  readonly zeroFigure?: ZeroAnswer | undefined
  readonly target?: Target | undefined
  readonly rule: Rule
  readonly exceptions: readonly Exception[]
  readonly missing?: MissingPolicy | undefined
}

export type ZeroAnswer = 'notApplicable' | Award

export type Value = (
  | { readonly kind: 'plain'; readonly measure: string }
  | { readonly kind: 'quotient'; readonly top: string; readonly bottom: string }
  | { readonly kind: 'share'; readonly top: string; readonly outOf: Fraction }
  | { readonly kind: 'per'; readonly top: string; readonly base: Fraction; readonly bottom: string }
  | { readonly kind: 'lateness'; readonly measure: string; readonly unit: 'day' | 'month' }
) & { readonly each?: Frequency | undefined }

export type Deadline =
  | { readonly kind: 'day' | 'before'; readonly day: Day }
  | { readonly kind: 'month' | 'quarter'; readonly year: number; readonly index: number }

/** Points: so many, or a share of the maximum; `deducted`, what is taken from it. */
export interface Award {
  readonly kind: 'points' | 'share'
  readonly amount: Fraction
  readonly deducted?: boolean | undefined
}

/** How numbers are written that values are held against. */
export type Notation = 'number' | 'percent' | 'level'

/** Goals by year, each up to a last one; a single goal for every year has none. */
export interface Target {
  readonly notation: Notation
  readonly goals: readonly { readonly goal: Goal; readonly years?: readonly [number, number] | undefined }[]
}

/** A number or level to be reached, a range, or a number not to be exceeded. */
export type Goal =
  | { readonly kind: 'least' | 'most'; readonly at: Fraction }
  | { readonly kind: 'range'; readonly low: Fraction; readonly high: Fraction }

export type Rule =
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'proportion'; readonly floor?: Fraction | undefined }
  | { readonly kind: 'relative'; readonly to: 'best' | 'average' }
  | ({ readonly kind: 'items' } & Items)
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }

export interface Tier {
  readonly condition: Condition
  readonly award: Award
}

export interface Bound {
  readonly at: Fraction
  readonly included: boolean
}

export interface Range {
  readonly notation: Notation
  readonly low?: Bound | undefined
  readonly high?: Bound | undefined
}

export type Condition =
  | ({ readonly kind: 'range' } & Range)
  | { readonly kind: 'target'; readonly side: 'reached' | 'missed' | 'below' | 'within' | 'above' }
  | { readonly kind: 'flag'; readonly is: boolean }
  | { readonly kind: 'rest' }

export interface Items {
  readonly step: Fraction
  readonly notation: Notation
  readonly of: 'value' | 'shortfall' | 'excess' | 'deviation'
  readonly effect: 'add' | 'deduct'
  readonly award: Award
  readonly limit?: Award | undefined
}

export type Part =
  | { readonly kind: 'flag'; readonly measure: string; readonly award: Award }
  | { readonly kind: 'tiers'; readonly measure: string; readonly tiers: readonly Tier[] }
  | ({ readonly kind: 'items'; readonly measure: string } & Items)

export interface Exception {
  readonly level: Level
  readonly attribute: string
  readonly notApplicable: boolean
  readonly target?: Target | undefined
  readonly rule?: Rule | undefined
}

export type Test =
  | { readonly kind: 'flag'; readonly measure: string; readonly is: boolean }
  | { readonly kind: 'measure'; readonly measure: string; readonly range: Range }
  | { readonly kind: 'node'; readonly code: string; readonly range: PointsRange }
  | { readonly kind: 'every'; readonly of: 'group' | 'criterion'; readonly range: PointsRange }

export interface PointsRange {
  readonly low?: { readonly award: Award; readonly included: boolean } | undefined
  readonly high?: { readonly award: Award; readonly included: boolean } | undefined
}

export interface Ranking {
  readonly scope?: 'cluster' | 'all' | undefined
  readonly keys: readonly Key[]
  readonly ties: 'skip' | 'next' | 'mean'
}

export type Key =
  | { readonly kind: 'total' | 'roundedTotal' | 'penalty' | 'bonus' }
  | { readonly kind: 'node'; readonly code: string }

export interface ClassLine {
  readonly title: string
  /** Without one: all that no other line takes. */
  readonly range?: Omit<Range, 'notation'> | undefined
  readonly tests: readonly Test[]
  readonly quota?: Quota | undefined
}

export interface Quota {
  readonly share: Fraction
  readonly level: Level
  readonly atTheEdge: 'all' | 'none'
}

export interface Dossier {
  readonly entrants: readonly Entrant[]
  readonly facts: readonly Fact[]
}

export interface Entrant {
  readonly id: string
  readonly name: string
  readonly level: Level
  readonly parent?: string | undefined
  readonly cluster?: string | undefined
  readonly attributes: readonly string[]
}

/** Levels count from 0, có is 1 and không 0, days are numbers of days. */
export interface Fact {
  readonly entrant: string
  readonly measure: string
  readonly period: Period
  readonly value: Fraction | 'notApplicable'
  readonly pending?: boolean | undefined
  readonly evidence?: boolean | undefined
}
