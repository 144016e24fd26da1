import { denominator, numerator, type Rational, rational, ZERO } from '#base/rational.ts'
import {
  keyOf,
  NO_PLACE,
  type NodeTrace,
  type PlaceTaken,
  type Program,
  type ProgramKey,
  type ProgramNode,
  placesOf,
  roundTotal,
  type ScoreSheet,
  tracesOf,
} from '#engine/index.ts'

/** What criteria weigh, each a whole number; their order is that of {@link Weighing.nodes}. */
export type Weights = readonly number[]

/** The places of those who are ranked together, had the criteria other weights. */
export interface Weighing {
  /** What is weighed: the criteria, and whole groups whose points are not simply added up. */
  readonly nodes: readonly ProgramNode[]
  /**
   * The place of each sheet by the rulebook's own keys and its way with equals, in the order of the sheets. Of whom nothing applies that
   * weighs anything has none.
   */
  readonly placesBy: (weights: Weights) => readonly PlaceTaken[]
}

/**
 * Prepares other weights for sheets that all have a rank. A criterion that weighs twice as much gives twice its points of twice its
 * maximum; the whole is kept at the scale, and what does not apply is left out or counted as the rulebook does it. Bonuses and penalties stay.
 * A group of which the best or the mean counts, or whose points were carried over, is weighed as one. A ranking key that is the points of what
 * is weighed, or of a group of it, weighs with it; any other but the total stays.
 */
export function weighingOf(sheets: readonly ScoreSheet[], program: Program): Weighing {
  const whole = new Set(sheets.flatMap(({ nodes }) => carriedIn(nodes)))
  const nodes = program.nodes.flatMap((node) => weighedIn(node, whole))
  const shares = sheets.map((sheet) => ({ sheet, ...sharesOf(sheet, nodes) }))
  const unit = [
    ...shares.flatMap(({ points, applicable }) => [...points, ...applicable]),
    ...nodes.map(({ maximum }) => maximum),
    ...sheets.flatMap(({ bonus, penalty }) => [bonus, penalty]),
    program.scale,
  ].reduce((finest, value) => finest * denominator(rational(finest, denominator(value))), 1n)
  const inUnits = (value: Rational): bigint => (numerator(value) * unit) / denominator(value)
  const scale = inUnits(program.scale)
  const maxima = nodes.map(({ maximum }) => inUnits(maximum))
  const counts = shares.map(({ sheet, points, applicable }) => ({
    sheet,
    points: points.map(inUnits),
    applicable: applicable.map(inUnits),
    outside: inUnits(sheet.bonus) + inUnits(sheet.penalty),
  }))
  const { keys, ties } = program.ranking
  const partsOfKeys = keys.map((key) => partsOf(key, program.nodes, nodes))
  return {
    nodes,
    placesBy: (weights) => {
      const factors = weights.map(BigInt)
      const weighed = (values: readonly bigint[]): bigint =>
        values.reduce((sum, value, index) => sum + value * (factors[index] as bigint), 0n)
      const standings = counts.flatMap(({ sheet, points, applicable, outside }) => {
        const applies = weighed(applicable)
        if (applies === 0n) return []
        const below = program.redistribute === 'none' ? weighed(maxima) : applies
        const total = rational(scale * weighed(points) + outside * below, below * unit)
        const keyBy = (key: ProgramKey, at: number): Rational => {
          if (key.kind === 'total') return (key.rounded ? roundTotal(total, program) : total) ?? ZERO
          const parts = partsOfKeys[at] ?? []
          if (parts.length === 0) return keyOf(sheet, key)
          return rational(
            parts.reduce((sum, part) => sum + (points[part] as bigint) * (factors[part] as bigint), 0n),
          )
        }
        return [{ who: sheet, keys: keys.map(keyBy) }]
      })
      const places = placesOf(standings, ties)
      return sheets.map((sheet) => places.get(sheet) ?? NO_PLACE)
    },
  }
}

/** Groups that were carried over to their whole maximum for someone. */
function carriedIn(traces: readonly NodeTrace[]): readonly ProgramNode[] {
  return tracesOf(traces).flatMap((trace) =>
    trace.kind === 'branch' && trace.carriedFrom ? [trace.node] : [],
  )
}

function weighedIn(node: ProgramNode, whole: ReadonlySet<ProgramNode>): readonly ProgramNode[] {
  if (node.role !== 'scale') return []
  const isOne = node.kind === 'leaf' || node.combine !== 'sum' || whole.has(node)
  return isOne ? [node] : node.children.flatMap((child) => weighedIn(child, whole))
}

/** Which of what is weighed the points of a key are made of, by place; none where the key is not made of it. */
function partsOf(
  key: ProgramKey,
  nodes: readonly ProgramNode[],
  weighed: readonly ProgramNode[],
): readonly number[] {
  const keyed = key.kind === 'node' ? everyNode(nodes).find(({ id }) => id === key.id) : undefined
  const within = new Set(keyed && everyNode([keyed]))
  return weighed.flatMap((node, at) => (within.has(node) ? [at] : []))
}

function everyNode(nodes: readonly ProgramNode[]): readonly ProgramNode[] {
  return nodes.flatMap((node) => [node, ...(node.kind === 'branch' ? everyNode(node.children) : [])])
}

function sharesOf(
  { nodes }: ScoreSheet,
  weighed: readonly ProgramNode[],
): { readonly points: readonly Rational[]; readonly applicable: readonly Rational[] } {
  const byNode = new Map(tracesOf(nodes).map((trace) => [trace.node as ProgramNode, trace]))
  return {
    points: weighed.map((node) => byNode.get(node)?.points ?? ZERO),
    applicable: weighed.map((node) => byNode.get(node)?.applicableMaximum ?? ZERO),
  }
}
