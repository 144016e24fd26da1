import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Acceptance, Criterion, Group, Rulebook } from '../ast.ts'
import { type Extent, itemAt, type NodeKey, nodeKey } from '../extent.ts'

/** A warning that the author keeps, and why. */
export interface AcceptedWarning {
  readonly diagnostic: Diagnostic
  readonly acceptance: Acceptance
}

/**
 * Which acceptance, if any, covers a warning in the rulebook as it stands: one of the rulebook covers all, one of a group or
 * criterion those whose main place is in its lines or in those of a node within. The nearest is taken.
 */
export function acceptanceFinder(
  rulebook: Rulebook,
  extents: readonly Extent[],
): (diagnostic: Diagnostic) => Acceptance | undefined {
  const chains = acceptancesByNode(rulebook)
  const lines = linesOfRulebook(rulebook)
  return ({ code, severity, labels }) => {
    const place = labels[0]?.span.start
    if (severity !== 'warning' || place === undefined) return undefined
    const extent = itemAt(lines, place) ? undefined : itemAt(extents, place)
    const chain = (extent && chains.get(extent.node)) ?? rulebook.acceptances
    return chain.find((one) => one.code.text === code)
  }
}

/** What is accepted in each node: in itself, then in those around it, then in the rulebook. */
function acceptancesByNode(rulebook: Rulebook): ReadonlyMap<NodeKey, readonly Acceptance[]> {
  const chains = new Map<NodeKey, readonly Acceptance[]>()
  const visit = (node: Group | Criterion, around: readonly Acceptance[]): void => {
    const chain = node.acceptances.length === 0 ? around : [...node.acceptances, ...around]
    chains.set(nodeKey(node), chain)
    for (const child of node.children) visit(child, chain)
  }
  for (const child of rulebook.children) visit(child, rulebook.acceptances)
  return chains
}

/** Lines that are about the rulebook wherever they stand, even below a criterion. */
function linesOfRulebook(rulebook: Rulebook): readonly Span[] {
  const { measures, attributes, knockOuts, ranking, examples, application, scale } = rulebook
  const nodes = [...measures, ...attributes, ...knockOuts, ...examples, ranking, application, scale]
  const spans = nodes.flatMap((node) => (node ? [node.span] : []))
  return spans.toSorted((left, right) => left.start - right.start)
}
