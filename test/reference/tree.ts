import {
  type Fraction,
  isLess,
  isSame,
  least,
  mean,
  minus,
  most,
  over,
  times,
  total,
  ZERO,
} from './fractions.ts'
import { type Judged, judge, type Leaf } from './judge.ts'
import type { Combination, Entrant, Level, Model, Node, Role } from './model.ts'
import type { Outcome } from './readings.ts'
import { rounded } from './rounding.ts'

/** What came of a node for an entrant; of what is scored by itself also how. */
export interface NodeResult {
  readonly node: Node
  /** Its own role, or that of the bonus or penalty it stands in. */
  readonly role: Role
  readonly points: Fraction
  readonly applicable: Fraction
  readonly leaf?: { readonly outcome: Outcome; readonly branch: string } | undefined
  readonly children: readonly NodeResult[]
}

/** What a node has from those above it. */
interface Above {
  readonly role: Role
  readonly level: Level | undefined
  readonly lead: string | undefined
}

/** The nodes that the entrant is scored on, with what came of them. */
export function scoreNodes(model: Model, entrant: Entrant): readonly NodeResult[] {
  const [only, ...others] = model.rulebook.levels
  const above: Above = { role: 'scale', level: others.length === 0 ? only : undefined, lead: undefined }
  return model.rulebook.nodes.flatMap((node) => scoreNode(model, entrant, node, above) ?? [])
}

function scoreNode(model: Model, entrant: Entrant, node: Node, above: Above): NodeResult | undefined {
  const own: Above = {
    role: above.role === 'scale' ? node.role : above.role,
    level: node.level ?? above.level,
    lead: node.lead ?? above.lead,
  }
  if (node.scoring) return scoreLeaf(model, entrant, node, own)
  const children = node.children.flatMap((child) => scoreNode(model, entrant, child, own) ?? [])
  if (children.length === 0) return undefined
  const counted = children.filter(({ role }) => role === own.role)
  const combined = combine(node.combination, counted, own.role === 'penalty')
  const { maximum } = node
  const carries =
    node.kind === 'group' &&
    own.role === 'scale' &&
    model.rulebook.notApplicable === 'inGroup' &&
    isLess(ZERO, combined.applicable)
  if (!carries) return { node, role: own.role, ...combined, children }
  const points = over(times(combined.points, maximum), combined.applicable)
  return { node, role: own.role, points, applicable: maximum, children }
}

/** In a penalty the greatest is the one that takes most. */
function combine(
  combination: Combination,
  nodes: readonly NodeResult[],
  takes: boolean,
): Pick<NodeResult, 'points' | 'applicable'> {
  const applying = nodes.filter(({ applicable }) => isLess(ZERO, applicable))
  if (applying.length === 0) return { points: ZERO, applicable: ZERO }
  const way = { sum: total, best: most, worst: least, average: mean }[combination]
  const amounts = applying.map(({ points }) => (takes ? minus(ZERO, points) : points))
  return {
    points: takes ? minus(ZERO, way(amounts)) : way(amounts),
    applicable: way(applying.map(({ applicable }) => applicable)),
  }
}

function scoreLeaf(model: Model, entrant: Entrant, node: Node, own: Above): NodeResult | undefined {
  if (!node.scoring || !own.level) throw new Error('where is it measured?')
  const leaf: Leaf = { node, scoring: node.scoring, level: own.level, penalty: own.role === 'penalty' }
  const whose = whoIsJudged(model, entrant, leaf.level, own.lead)
  if (!whose) return undefined
  return { ...settle(model, leaf, own.role, judge(model, leaf, whose)), node, role: own.role, children: [] }
}

/** Whose facts decide: the entrant's, or its commune's where a unit answers for what it leads. */
function whoIsJudged(
  { rulebook, dossier }: Model,
  entrant: Entrant,
  level: Level,
  lead: string | undefined,
): Entrant | undefined {
  if (entrant.level === 'commune' || entrant.level === level) return entrant
  if (entrant.level !== 'unit' || !rulebook.unitsByLead || lead !== entrant.name) return undefined
  return dossier.entrants.find(({ id }) => id === entrant.parent)
}

/** The points that count: missing facts are judged, and the points rounded where the rulebook says so. */
function settle(
  { rulebook }: Model,
  { scoring }: Leaf,
  role: Role,
  judged: Judged,
): Pick<NodeResult, 'points' | 'applicable' | 'leaf'> {
  const { outcome, branch } = judged
  const leaf = { outcome, branch }
  const policy = scoring.missing ?? rulebook.missing ?? 'zero'
  if (outcome === 'notApplicable') return { points: ZERO, applicable: ZERO, leaf }
  if (outcome === 'missing' && policy === 'notApplicable' && scoring.rule.kind !== 'parts') {
    return { points: ZERO, applicable: ZERO, leaf }
  }
  const { applicable } = judged
  const rounding = rulebook.criterionRounding
  const points = rounding ? rounded(judged.points, rounding) : judged.points
  const limited = role === 'penalty' ? most([points, minus(ZERO, applicable)]) : least([points, applicable])
  return { points: limited, applicable, leaf }
}

/** What an entrant gets in all; `undefined` where nothing in the scale applies. */
export function totalOf({ rulebook }: Model, nodes: readonly NodeResult[]): Fraction | undefined {
  const inScale = nodes.filter(({ role }) => role === 'scale')
  const points = total(inScale.map((one) => one.points))
  const applicable = total(inScale.map((one) => one.applicable))
  if (isSame(applicable, ZERO)) return undefined
  const within = rulebook.notApplicable === 'asIs' ? points : over(times(points, rulebook.scale), applicable)
  return total([within, outside(nodes, 'bonus'), outside(nodes, 'penalty')])
}

/** The points of all bonuses, or of all penalties, wherever they stand. */
export function outside(nodes: readonly NodeResult[], role: 'bonus' | 'penalty'): Fraction {
  return total(
    nodes.map((one) =>
      one.role === role ? one.points : one.role === 'scale' ? outside(one.children, role) : ZERO,
    ),
  )
}

/** The nodes and all below them. */
export function allResults(nodes: readonly NodeResult[]): readonly NodeResult[] {
  return nodes.flatMap((one) => [one, ...allResults(one.children)])
}
