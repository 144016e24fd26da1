import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Acceptance, Rulebook } from '../ast.ts'
import { type Extents, extentOf } from '../extent.ts'
import { nodesOf } from '../visit.ts'

/** A warning that the author keeps, and why. */
export interface AcceptedWarning {
  readonly diagnostic: Diagnostic
  readonly acceptance: Acceptance
}

/**
 * Which acceptance, if any, covers a warning in the rulebook as it stands: one of the rulebook covers all, one of a group or
 * criterion those whose main place is in its lines. The nearest node's is taken.
 */
export function acceptanceFinder(
  rulebook: Rulebook,
  extents: Extents,
): (diagnostic: Diagnostic) => Acceptance | undefined {
  const nodes = nodesOf(rulebook).filter(({ acceptances }) => acceptances.length > 0)
  const lines = linesOfRulebook(rulebook)
  return ({ code, severity, labels }) => {
    if (severity !== 'warning') return undefined
    const place = labels[0]?.span.start
    const ofNodes = nodes.flatMap((node) => {
      const acceptance = node.acceptances.find((one) => one.code.text === code)
      return acceptance ? [{ acceptance, extent: extentOf(node, extents) }] : []
    })
    const covers = (spans: readonly Span[]): boolean =>
      place !== undefined && spans.some(({ start, end }) => start <= place && place < end)
    // Of nodes within each other the inner one comes later.
    const nearest = covers(lines) ? undefined : ofNodes.findLast(({ extent }) => covers(extent))
    return nearest?.acceptance ?? rulebook.acceptances.find((one) => one.code.text === code)
  }
}

/** Lines that are about the rulebook wherever they stand, even below a criterion. */
function linesOfRulebook({
  measures,
  attributes,
  knockOuts,
  ranking,
  examples,
  application,
  scale,
}: Rulebook): readonly Span[] {
  const nodes = [...measures, ...attributes, ...knockOuts, ...examples, ranking, application, scale]
  return nodes.flatMap((node) => (node ? [node.span] : []))
}
