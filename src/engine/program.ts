import type { EntrantLevel, LevelNames } from '#base/entrantLevel.ts'
import type { Interval } from '#base/interval.ts'
import type { Frequency } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type {
  CohortFigure,
  Combine,
  Condition,
  Criterion,
  Divisor,
  Group,
  KnockOut,
  Measure,
  NodeId,
  NumberDomain,
  PerItem,
  RankingScope,
  Redistribution,
  Role,
  Rulebook,
  Stepped,
  Test,
  TieMethod,
  Tier,
} from '#language/index.ts'

/**
 * A checked rulebook as it stands on a day, with every name looked up: what the evaluator walks. Only `loadProgram` and
 * `programOn` (prepare.ts) make one, so whoever holds it may rely on what the checks prove.
 */
export interface Program {
  /** The rulebook as it stands on that day. */
  readonly rulebook: Rulebook
  /** The rulebook as written, with everything it says of other days. */
  readonly written: Rulebook
  readonly levels: readonly EntrantLevel[]
  /** What the rulebook calls each level: `phường`, `thôn, khu phố`. */
  readonly levelNames: LevelNames
  /** The days whose facts are judged: all the rulebook's or, with `kỳ số liệu từng năm`, those of one year. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** The days of which there may be facts. */
  readonly whole: Days
  readonly scale: Rational
  readonly totalRounding: Rounded
  readonly criterionRounding: Rounded | undefined
  readonly missingCounts: MissingCounts
  readonly redistribute: Redistribution
  /** Whether the rulebook says what becomes of what does not apply; without that no fact may be "không áp dụng". */
  readonly allowsNotApplicable: boolean
  /** A unit is scored on the criteria it leads. */
  readonly unitsByLead: boolean
  readonly attributes: readonly string[]
  readonly measures: ReadonlyMap<string, Measure>
  readonly nodes: readonly ProgramNode[]
  readonly knockOuts: readonly KnockOut[]
  readonly ranking: ProgramRanking
  readonly classes: readonly ProgramClass[]
}

/** From one day to another, both counted in. */
export interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** To how many decimals, and which way. */
export interface Rounded {
  readonly places: number
  readonly method: RoundingMethod
}

/** What a criterion without facts counts as. */
export type MissingCounts = 'zero' | 'notApplicable'

/** A node of the tree of criteria. */
export type ProgramNode = Branch | Leaf

interface Scored {
  readonly id: NodeId
  readonly code: string
  readonly title: string
  readonly maximum: Rational
  /** Within the scale, or outside it: a bonus or a penalty, or part of one. */
  readonly role: Role
}

/** A node whose points come from those below it. */
export interface Branch extends Scored {
  readonly kind: 'branch'
  readonly node: Group | Criterion
  readonly combine: Combine
  readonly children: readonly ProgramNode[]
}

/** A criterion that is scored by itself. */
export interface Leaf extends Scored {
  readonly kind: 'leaf'
  readonly node: Criterion
  readonly level: EntrantLevel
  /** The units that lead it: its own or, where it names none, those of the criterion it is part of. */
  readonly leads: readonly string[]
  readonly missingCounts: MissingCounts
  readonly value: ProgramValue | undefined
  readonly zeros: ZeroAnswers
  readonly rule: ProgramRule
  readonly exceptions: readonly ProgramException[]
}

/** What a value counts as when there is nothing to divide by: the measure below it, or a figure of the cluster. */
export type ZeroAnswers = Readonly<Partial<Record<Divisor['kind'], ZeroPoints>>>

export type ZeroPoints =
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'points'; readonly points: Rational }

/** What holds instead for entrants with the attribute. */
export interface ProgramException {
  readonly id: NodeId
  readonly level: EntrantLevel
  readonly attribute: string
  readonly rule: ProgramRule | 'notApplicable'
}

/** The criteria that are scored by themselves, in reading order. */
export function leavesOf(nodes: readonly ProgramNode[]): readonly Leaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leavesOf(node.children)))
}

/** What a criterion is measured by. */
export type ProgramValue = (
  | { readonly kind: 'flag'; readonly measure: Measure }
  | { readonly kind: 'number'; readonly measure: Measure; readonly domain: NumberDomain }
  | {
      readonly kind: 'lateness'
      readonly measure: Measure
      readonly in: 'day' | 'month'
      readonly deadline: PlainDate
      readonly domain: NumberDomain
    }
  | {
      readonly kind: 'quotient'
      readonly numerator: Measure
      readonly denominator: Measure | Rational
      /** What the quotient is multiplied by: 1, or 1.000 for a value per 1.000. */
      readonly base: Rational
      readonly domain: NumberDomain
    }
) & {
  /** Judged in each such period by itself. */
  readonly each: Frequency | undefined
}

/** How a value becomes points. */
export type ProgramRule =
  | { readonly kind: 'tiers'; readonly tiers: readonly ProgramTier[] }
  /** `floor`: the value below which nothing is given. */
  | { readonly kind: 'proportion'; readonly target: Rational; readonly floor: Rational | undefined }
  | { readonly kind: 'relative'; readonly to: CohortFigure }
  | { readonly kind: 'perItem'; readonly items: ProgramItems }
  | { readonly kind: 'parts'; readonly parts: readonly ProgramPart[] }

/** Points for the values of an interval, or for có or không. */
export interface ProgramTier {
  readonly id: NodeId
  readonly node: Tier
  readonly condition: Condition
  /** The values that fall into the tier; `undefined` for `còn lại`, `có` and `không`. */
  readonly interval: Interval | undefined
  readonly points: Rational
}

/** Points by whole steps. */
export interface ProgramItems {
  readonly id: NodeId
  readonly node: PerItem
  readonly step: Rational
  readonly of: Stepped
  /** The target's ends, where steps are counted from it; both the same for a target with one end. */
  readonly target: { readonly low: Rational; readonly high: Rational } | undefined
  readonly effect: 'add' | 'deduct'
  readonly award: Rational
  readonly limit: Rational | undefined
}

/** One part of a criterion whose points are added part by part. */
export type ProgramPart =
  | { readonly kind: 'flag'; readonly id: NodeId; readonly measure: Measure; readonly points: Rational }
  | {
      readonly kind: 'tiers'
      readonly id: NodeId
      readonly measure: Measure
      readonly domain: NumberDomain
      readonly tiers: readonly ProgramTier[]
    }
  | {
      readonly kind: 'items'
      readonly id: NodeId
      readonly measure: Measure
      readonly domain: NumberDomain
      readonly items: ProgramItems
    }

/** How entrants are ranked. */
export interface ProgramRanking {
  readonly scope: RankingScope
  readonly ties: TieMethod
  /** In order of weight; never empty. */
  readonly keys: readonly ProgramKey[]
}

/** What entrants are compared by. */
export type ProgramKey =
  | { readonly kind: 'total'; readonly rounded: boolean }
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'penalty' }
  | { readonly kind: 'bonus' }

/** A class, and who may have it. */
export interface ProgramClass {
  readonly title: string
  /** The totals of the class; `undefined` for `còn lại`. */
  readonly interval: Interval | undefined
  readonly tests: readonly Test[]
  /** Of how many entrants of that level the class takes which share; entrants of other levels are not counted out. */
  readonly quota:
    | { readonly share: Rational; readonly level: EntrantLevel; readonly ties: 'include' | 'exclude' }
    | undefined
}
