import type { CstNode, IToken } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { Clause } from './clause.ts'
import {
  readAmendmentClause,
  readCriterionClause,
  readExceptionClause,
  readExemptionClause,
  readGroupClause,
  readInsertClause,
  readMeasuredAtClause,
  readRepealClause,
  readReplaceClause,
  readValueClause,
  readZeroClause,
} from './criteria.ts'
import { nodes, type Reader, spanOfTokens } from './cst.ts'
import { readDeadlineClause } from './deadline.ts'
import { readExampleClause } from './example.ts'
import {
  readAcceptanceClause,
  readApplicationClause,
  readAttributeClause,
  readFactPeriodClause,
  readLeadPolicyClause,
  readMissingClause,
  readNotApplicableClause,
  readRoundingClause,
  readScaleClause,
  readTextClause,
  readTitleClause,
} from './header.ts'
import { readMeasureClause } from './measures.ts'
import {
  readClassClause,
  readClassificationClause,
  readKnockOutClause,
  readRankingClause,
} from './outcome.ts'
import {
  readFlagPartClause,
  readMeasurePartClause,
  readPerItemClause,
  readProportionClause,
  readRelativeClause,
  readTierClause,
} from './points.ts'
import { readReviewClause } from './review.ts'
import { readTargetClause } from './target.ts'

type ReadClause = (tree: CstNode, span: Span, reader: Reader, failed: boolean) => Clause | undefined

/** Clauses that open a node: given even when part of them could not be read. */
const OPENING: Readonly<Record<string, ReadClause>> = {
  rulebookClause: readTitleClause,
  measureClause: readMeasureClause,
  groupClause: readGroupClause,
  criterionClause: readCriterionClause,
  insertClause: readInsertClause,
  replaceClause: readReplaceClause,
  classificationClause: readClassificationClause,
  amendmentClause: readAmendmentClause,
}

const OTHER: Readonly<Record<string, ReadClause>> = {
  textClause: readTextClause,
  acceptanceClause: readAcceptanceClause,
  applicationClause: readApplicationClause,
  factPeriodClause: readFactPeriodClause,
  attributeClause: readAttributeClause,
  scaleClause: readScaleClause,
  roundingClause: readRoundingClause,
  missingClause: readMissingClause,
  notApplicableClause: readNotApplicableClause,
  leadPolicyClause: readLeadPolicyClause,
  deadlineClause: readDeadlineClause,
  measuredAtClause: readMeasuredAtClause,
  valueClause: readValueClause,
  zeroClause: readZeroClause,
  targetClause: readTargetClause,
  exceptionClause: readExceptionClause,
  exemptionClause: readExemptionClause,
  proportionClause: readProportionClause,
  relativeClause: readRelativeClause,
  perItemClause: readPerItemClause,
  tierClause: readTierClause,
  flagPartClause: readFlagPartClause,
  measurePartClause: readMeasurePartClause,
  rankingClause: readRankingClause,
  knockOutClause: readKnockOutClause,
  classClause: readClassClause,
  reviewClause: readReviewClause,
  exampleClause: readExampleClause,
  repealClause: readRepealClause,
}

/** Groups and criteria open with a code and a title in quotes. */
function mayOpen(tokens: readonly IToken[]): boolean {
  const types = new Set(tokens.map(({ tokenType }) => tokenType.name))
  return types.has('Text') && (types.has('NumberText') || types.has('MixedCode'))
}

function declaredIn(tokens: readonly IToken[]): readonly string[] {
  return tokens.flatMap(({ image, tokenType: { name } }, index) => {
    const titled = tokens[index + 1]?.tokenType.name === 'Text'
    return titled && (name === 'Name' || name === 'NumberText' || name === 'MixedCode') ? [image] : []
  })
}

/**
 * What a parsed clause says. `failed` tells that the parser could not follow all of it; what is wrong has been
 * reported by then, or is reported here.
 */
export function toClause(tree: CstNode, tokens: readonly IToken[], reader: Reader, failed: boolean): Clause {
  const span = spanOfTokens(tokens, reader)
  const [rule] = Object.keys(tree.children)
  const [inner] = rule === undefined ? [] : nodes(tree, rule)
  const unreadable = (): Clause => ({
    kind: 'unreadable',
    mayOpen: mayOpen(tokens),
    declares: declaredIn(tokens),
    span,
  })
  if (rule === undefined || !inner) return unreadable()
  const open = OPENING[rule]
  if (open) return open(inner, span, reader, failed) ?? unreadable()
  if (failed) return unreadable()
  const read = OTHER[rule]
  if (!read) throw new Error(`no reader for the clause ${rule}`)
  return read(inner, span, reader, failed) ?? unreadable()
}
