import type { Criterion, Group, Rulebook } from './ast.ts'

/** Every group, criterion and sub-criterion, in reading order. */
export function nodesOf(rulebook: Rulebook): readonly (Group | Criterion)[] {
  return rulebook.children.flatMap(withDescendants)
}

function withDescendants(node: Group | Criterion): readonly (Group | Criterion)[] {
  return [node, ...node.children.flatMap(withDescendants)]
}

/** Every criterion and sub-criterion, in reading order. */
export function criteriaOf(rulebook: Rulebook): readonly Criterion[] {
  return nodesOf(rulebook).filter((node) => node.kind === 'criterion')
}

/** Whether the criterion is scored by itself, not as the sum of sub-criteria. */
export function isLeaf(criterion: Criterion): boolean {
  return criterion.children.length === 0
}
