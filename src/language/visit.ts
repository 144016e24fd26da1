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

/**
 * The criterion as it is for everyone else and, for each exception that scores, as it is for those: with the rule and the
 * target that then hold. What checks of rules look at, so that no rule escapes them.
 */
export function casesOf(criterion: Criterion): readonly Criterion[] {
  const special = criterion.exceptions
    .filter(({ notApplicable }) => !notApplicable)
    .map(({ rule, target }) => ({
      ...criterion,
      rule: rule ?? criterion.rule,
      target: target ?? criterion.target,
      exceptions: [],
    }))
  return [criterion, ...special]
}
