import type { PlainDate } from '#base/plainDate.ts'
import type { Span } from '#diagnostic/source.ts'
import type {
  Acceptance,
  Application,
  AttributeDeclaration,
  ClassTier,
  Combine,
  Deadline,
  Example,
  Exception,
  FactPeriod,
  FlagPart,
  KnockOut,
  LeadPolicy,
  Maximum,
  Measure,
  MeasuredAt,
  MissingPolicy,
  Node,
  NodeId,
  NotApplicablePolicy,
  PerItem,
  Proportion,
  Ranking,
  Relative,
  Review,
  Rounding,
  Scale,
  Target,
  Tier,
  Value,
  Words,
  ZeroAnswer,
} from '../ast.ts'

/**
 * One clause, read by itself. Where it belongs is settled afterwards, from the order of the clauses (outline.ts).
 * The clauses that open a node are always given, as far as they could be read, so that what follows finds its place;
 * any other clause with a mistake is `unreadable`.
 */
export type Clause = (
  | TitleClause
  | TextClause
  | GroupClause
  | CriterionClause
  | DeadlineClause
  | { readonly kind: 'measuredAt'; readonly measuredAt: MeasuredAt }
  | ExceptionClause
  | { readonly kind: 'exemption' }
  | MeasurePartClause
  | ClassificationClause
  | AmendmentClause
  | ReplaceClause
  | RepealClause
  | UnreadableClause
  | Acceptance
  | Application
  | AttributeDeclaration
  | FactPeriod
  | Scale
  | Rounding
  | MissingPolicy
  | NotApplicablePolicy
  | LeadPolicy
  | Measure
  | Value
  | ZeroAnswer
  | Target
  | Proportion
  | Relative
  | PerItem
  | Tier
  | FlagPart
  | Ranking
  | KnockOut
  | ClassTier
  | Review
  | Example
) & { readonly span: Span }

export interface UnreadableClause {
  readonly kind: 'unreadable'
  /** It has a code and a title, so it may have been meant to open a group or a criterion. */
  readonly mayOpen: boolean
  /** Names and codes on it that a title follows: it may have been meant to declare them. */
  readonly declares: readonly string[]
}

export interface TitleClause {
  readonly kind: 'title'
  readonly id: NodeId
  readonly title: Words
  readonly code: Words
  readonly version: Words
}

export type TextRole = 'citation' | 'note' | 'quote' | 'guidance' | 'lead' | 'support' | 'source'

export interface TextClause {
  readonly kind: 'text'
  readonly role: TextRole
  readonly text: Words
}

interface OpeningClause {
  readonly id: NodeId
  readonly code: Words
  readonly title: Words
  readonly maximum: Maximum | undefined
  readonly combine: Combine
  readonly capped: boolean
  readonly incomplete: boolean
}

export interface GroupClause extends OpeningClause {
  readonly kind: 'group'
}

export interface CriterionClause extends OpeningClause {
  readonly kind: 'criterion'
  readonly within: boolean
  /** The clause began with `bổ sung`; `into` names the node that it is put into. */
  readonly inserted: boolean
  readonly into: Words | undefined
  readonly intoScope: 'group' | 'criterion' | undefined
}

export interface DeadlineClause extends Deadline {
  readonly kind: 'deadline'
}

export interface ExceptionClause extends Pick<Exception, 'id' | 'level' | 'attribute'> {
  readonly kind: 'exception'
}

export interface MeasurePartClause {
  readonly kind: 'measurePart'
  readonly id: NodeId
  readonly measure: Words
}

export interface ClassificationClause {
  readonly kind: 'classification'
  readonly id: NodeId
  readonly tentative: boolean
}

export interface AmendmentClause {
  readonly kind: 'amendment'
  readonly id: NodeId
  readonly version: Words
  /** `undefined` when the day does not exist; that was reported. */
  readonly effective: PlainDate | undefined
}

export interface ReplaceClause extends Node {
  readonly kind: 'replace'
  readonly scope: 'group' | 'criterion'
  readonly code: Words
  readonly title: Words | undefined
  readonly maximum: Maximum | undefined
}

export interface RepealClause extends Node {
  readonly kind: 'repeal'
  readonly scope: 'group' | 'criterion'
  readonly code: Words
}
