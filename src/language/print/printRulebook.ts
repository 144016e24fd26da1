import type { Criterion, Group, Rulebook } from '../ast.ts'
import { closesGroup } from '../toAst/outline.ts'
import { indent } from './indent.ts'
import { printAmendment } from './printAmendment.ts'
import { printCriterion, printGroup } from './printCriterion.ts'
import { printExample } from './printExample.ts'
import { printHeader } from './printHeader.ts'
import { printMeasure } from './printMeasure.ts'
import { printClassification, printKnockOut, printRanking } from './printOutcome.ts'
import { printReview } from './printReview.ts'

/**
 * The rulebook as canonical text, which reads as the same tree. Of a rulebook that was read without errors; what the tree
 * does not keep (comments, the order of clauses, `đo tại khu phố` for `đo tại thôn`) is lost: an author's own text is for `format`.
 */
export function printRulebook(rulebook: Rulebook): string {
  const { measures, knockOuts, ranking, classification, reviews, examples, amendments } = rulebook
  const blocks = [
    printHeader(rulebook),
    measures.map(printMeasure),
    ...inReadableOrder(rulebook).flatMap(printTopNode),
    [...knockOuts.map(printKnockOut), ...(ranking ? [printRanking(ranking)] : [])],
    classification ? printClassification(classification) : [],
    reviews.map(printReview),
    examples.map(printExample),
    ...amendments.map(printAmendment),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}

/**
 * The order of the tree, where it reads as the same tree. Otherwise a criterion outside all groups stands before them:
 * behind one it would be read as part of it.
 */
function inReadableOrder({ children }: Rulebook): readonly (Group | Criterion)[] {
  const joins = children.some((child, index) => {
    const before = children[index - 1]
    if (child.kind === 'group' || before?.kind !== 'group') return false
    return !closesGroup({ within: false, maximum: child.maximum }, { opening: before })
  })
  if (!joins) return children
  return [
    ...children.filter(({ kind }) => kind === 'criterion'),
    ...children.filter(({ kind }) => kind === 'group'),
  ]
}

function printTopNode(node: Group | Criterion): readonly (readonly string[])[] {
  if (node.kind === 'criterion') return [printCriterion(node)]
  return [printGroup(node), ...node.children.map((child) => indent(printCriterion(child)))]
}
