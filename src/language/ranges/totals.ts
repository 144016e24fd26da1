import type { EntrantLevel } from '#base/entrantLevel.ts'
import { divide, isZero, sum } from '#base/rational.ts'
import type { Criterion, Group, NodeId, Role, Rulebook } from '../ast.ts'
import type { Symbols } from '../symbols.ts'
import { criteriaOf, isLeaf } from '../visit.ts'
import { type NodeRange, type NodeRanges, nodeRanges, type Scope } from './nodeRanges.ts'
import { addRanges, joinAll, type Range, scaleRange } from './range.ts'

/** What entrants of a level can have altogether. */
export interface TotalRange {
  readonly level: EntrantLevel
  /**
   * With every fact there and everything applying; `undefined` for units that are scored on what they lead, each of them on
   * something else.
   */
  readonly full: Range | undefined
  /** Whatever is missing or does not apply. */
  readonly ever: Range
}

/** The totals of each level that is scored, bonus and penalty included, before they are rounded. */
export function totalRanges(rulebook: Rulebook, symbols: Symbols): readonly TotalRange[] {
  return (rulebook.application?.levels ?? []).flatMap((level) => totalOf(level, rulebook, symbols) ?? [])
}

/** The ranges of all nodes, for an entrant whom everything concerns. */
export function rangesOf(rulebook: Rulebook, symbols: Symbols): NodeRanges {
  return nodeRanges(rulebook, symbols, { counts: () => true, mayNotApply: mayNotApply(rulebook) })
}

/** With the policy any fact may say so; without it there are still lines that do. */
function mayNotApply(rulebook: Rulebook): boolean {
  if (rulebook.notApplicablePolicy || rulebook.missingPolicy?.counts === 'notApplicable') return true
  return criteriaOf(rulebook).some(
    ({ exceptions, missingPolicy, zeroAnswers }) =>
      exceptions.some(({ notApplicable }) => notApplicable) ||
      missingPolicy?.counts === 'notApplicable' ||
      zeroAnswers.some(({ answer }) => answer.kind === 'notApplicable'),
  )
}

function totalOf(level: EntrantLevel, rulebook: Rulebook, symbols: Symbols): TotalRange | undefined {
  const byLead = level === 'unit' && rulebook.leadPolicy !== undefined
  const scope = scopeOf(level, byLead, rulebook, symbols)
  const ranges = nodeRanges(rulebook, symbols, scope)
  // Where a criterion could not be told, nothing can be said of the whole.
  const leaves = criteriaOf(rulebook).filter((node) => isLeaf(node) && scope.counts(node))
  if (leaves.length === 0 || leaves.some(({ id }) => !ranges.has(id))) return undefined
  const top = rulebook.children.flatMap((node) => ranges.get(node.id) ?? [])
  const within = top.filter(({ node }) => symbols.roles.get(node.id) === 'scale')
  const outside = [
    ...outermost(rulebook.children, 'bonus', ranges, symbols),
    ...outermost(rulebook.children, 'penalty', ranges, symbols),
  ]
  const extra = (of: 'full' | 'ever'): Range => addRanges(outside.map((range) => range[of]))
  const full = addRanges([fullOnScale(within, rulebook), extra('full')])
  const ever = addRanges([everOnScale(within, rulebook), extra('ever')])
  return { level, full: byLead ? undefined : full, ever }
}

/** Which criteria entrants of the level are scored on. */
function scopeOf(level: EntrantLevel, byLead: boolean, rulebook: Rulebook, symbols: Symbols): Scope {
  const counts = (criterion: Criterion): boolean =>
    level === 'commune' ||
    symbols.levels.get(criterion.id) === level ||
    (byLead && criterion.leads.length > 0)
  return { counts, mayNotApply: byLead || mayNotApply(rulebook) }
}

function fullOnScale(within: readonly NodeRange[], { scale, notApplicablePolicy }: Rulebook): Range {
  const points = addRanges(within.map(({ full }) => full))
  const most = sum(within.map(({ maximum }) => maximum))
  const carries = (notApplicablePolicy?.redistribute ?? 'none') !== 'none' && scale && !isZero(most)
  return carries ? scaleRange(points, divide(scale.points.value, most)) : points
}

function everOnScale(within: readonly NodeRange[], { scale, notApplicablePolicy }: Rulebook): Range {
  const points = addRanges(within.map(({ ever }) => ever))
  if ((notApplicablePolicy?.redistribute ?? 'none') === 'none' || !scale) return points
  return scaleRange(joinAll(within.map(({ share }) => share)), scale.points.value)
}

/** The nodes of that role that stand inside no other of it. */
function outermost(
  nodes: readonly (Group | Criterion)[],
  role: Role,
  ranges: ReadonlyMap<NodeId, NodeRange>,
  { roles }: Symbols,
): readonly NodeRange[] {
  const visit = (node: Group | Criterion): readonly NodeRange[] => {
    if (roles.get(node.id) !== role) return node.children.flatMap(visit)
    const range = ranges.get(node.id)
    return range ? [range] : []
  }
  return nodes.flatMap(visit)
}
