import type { PlainDate } from '#base/plainDate.ts'
import type { Span } from '#diagnostic/source.ts'
import type {
  Application,
  ClassTier,
  DateRange,
  FlagPart,
  Maximum,
  Measure,
  MeasuredAt,
  MissingPolicy,
  NodeId,
  NotApplicablePolicy,
  Proportion,
  Ranking,
  Scale,
  Target,
  Tier,
  TotalRounding,
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
  | { readonly kind: 'factPeriod'; readonly range: DateRange }
  | GroupClause
  | CriterionClause
  | { readonly kind: 'deadline'; readonly text: Words; readonly date: PlainDate | undefined }
  | { readonly kind: 'measuredAt'; readonly measuredAt: MeasuredAt }
  | TierPartClause
  | ClassificationClause
  | UnreadableClause
  | Application
  | Scale
  | TotalRounding
  | MissingPolicy
  | NotApplicablePolicy
  | Measure
  | Value
  | ZeroAnswer
  | Target
  | Proportion
  | Tier
  | FlagPart
  | Ranking
  | ClassTier
) & { readonly span: Span }

export interface UnreadableClause {
  readonly kind: 'unreadable'
  /** It has a code and a title, so it may have been meant to open a group or a criterion. */
  readonly mayOpen: boolean
}

export interface TitleClause {
  readonly kind: 'title'
  readonly id: NodeId
  readonly title: Words
  readonly code: Words
  readonly version: Words
}

export type TextRole = 'citation' | 'note' | 'quote' | 'lead' | 'support' | 'source'

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
  readonly incomplete: boolean
}

export interface GroupClause extends OpeningClause {
  readonly kind: 'group'
}

export interface CriterionClause extends OpeningClause {
  readonly kind: 'criterion'
  readonly within: boolean
  readonly capped: boolean
}

export interface TierPartClause {
  readonly kind: 'tierPart'
  readonly id: NodeId
  readonly measure: Words
}

export interface ClassificationClause {
  readonly kind: 'classification'
  readonly id: NodeId
  readonly tentative: boolean
}
