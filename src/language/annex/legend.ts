import type { Change, Criterion, CriterionBody, Group, Rulebook, Target, Tentative } from '../ast.ts'
import { TENTATIVE } from './words.ts'

/** What the mark means, where it stands anywhere: in the rulebook as it began or in one of its amendments. */
export function legendOf(rulebook: Rulebook): readonly string[] {
  const { scale, ranking, classification, reviews, children, amendments } = rulebook
  const marks = [
    ...[scale, ranking, classification, ...reviews].map((said) => said?.tentative),
    ...children.flatMap(marksOfNode),
    ...amendments.flatMap(({ changes }) => changes.flatMap(marksOfChange)),
  ]
  return marks.some((mark) => mark)
    ? [`Nội dung ghi «${TENTATIVE}» là phương án chờ Ban Tổ chức quyết định.`]
    : []
}

type Marks = readonly (Tentative | undefined)[]

function marksOfNode(node: Group | Criterion): Marks {
  const own = node.kind === 'criterion' ? marksOfBody(node) : []
  return [node.maximum?.tentative, ...own, ...node.children.flatMap(marksOfNode)]
}

function marksOfBody({ target, exceptions }: Pick<CriterionBody, 'target' | 'exceptions'>): Marks {
  return [target, ...exceptions.map((exception) => exception.target)].flatMap(marksOfTarget)
}

function marksOfTarget(target: Target | undefined): Marks {
  if (!target) return []
  return [target.goal, ...target.byYear.map(({ goal }) => goal)].map(({ tentative }) => tentative)
}

function marksOfChange(change: Change): Marks {
  switch (change.kind) {
    case 'repeal':
      return []
    case 'replace':
      return [change.maximum?.tentative, ...marksOfBody(change.body)]
    case 'add':
      return marksOfNode(change.criterion)
  }
}
