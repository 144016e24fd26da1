import { denominator, numerator, type Rational, rational } from '#base/rational.ts'
import type { NodeTrace, Program, ProgramNode, ScoreSheet } from '#engine/index.ts'

/** What criteria weigh, each a whole number; their order is that of {@link Weighing.nodes}. */
export type Weights = readonly number[]

/** The totals of those who are ranked together, had the criteria other weights. */
export interface Weighing {
  /** What is weighed: the criteria, and whole groups whose points are not simply added up. */
  readonly nodes: readonly ProgramNode[]
  /** The rank of each sheet by its exact total, equals sharing the best: in the order of the sheets. */
  readonly ranksBy: (weights: Weights) => readonly number[]
}

/**
 * Prepares other weights for sheets that all have a total. A criterion that weighs twice as much gives twice its points of twice its
 * maximum; the whole is kept at the scale, and what does not apply is left out or counted as the rulebook does it. Bonuses and penalties stay.
 * A group of which the best or the mean counts, or whose points were carried over, is weighed as one.
 */
export function weighingOf(sheets: readonly ScoreSheet[], program: Program): Weighing {
  const whole = new Set(sheets.flatMap(({ nodes }) => carriedIn(nodes)))
  const nodes = program.nodes.flatMap((node) => weighedIn(node, whole))
  const shares = sheets.map((sheet) => sharesOf(sheet, nodes))
  const unit = [
    ...shares.flatMap(({ points, applicable }) => [...points, ...applicable]),
    ...nodes.map(maximumOf),
  ]
    .concat(
      sheets.flatMap(({ bonus, penalty }) => [bonus, penalty]),
      program.scale,
    )
    .reduce((finest, value) => finest * denominator(rational(finest, denominator(value))), 1n)
  const inUnits = (value: Rational): bigint => (numerator(value) * unit) / denominator(value)
  const scale = inUnits(program.scale)
  const maxima = nodes.map((node) => inUnits(maximumOf(node)))
  const counts = shares.map(({ points, applicable }, index) => ({
    points: points.map(inUnits),
    applicable: program.redistribute === 'none' ? maxima : applicable.map(inUnits),
    outside: inUnits(sheets[index]?.bonus as Rational) + inUnits(sheets[index]?.penalty as Rational),
  }))
  return {
    nodes,
    ranksBy: (weights) => {
      const factors = weights.map(BigInt)
      const weighed = (values: readonly bigint[]): bigint =>
        values.reduce((sum, value, index) => sum + value * (factors[index] as bigint), 0n)
      // scale × points ÷ applicable + outside, as a fraction.
      const totals = counts.map(({ points, applicable, outside }) => {
        const below = weighed(applicable)
        return { above: scale * weighed(points) + outside * below, below: below === 0n ? 1n : below }
      })
      return totals.map(
        (own) => 1 + totals.filter((other) => other.above * own.below > own.above * other.below).length,
      )
    },
  }
}

/** Groups that were carried over to their whole maximum for someone. */
function carriedIn(traces: readonly NodeTrace[]): readonly ProgramNode[] {
  return traces.flatMap((trace) =>
    trace.kind === 'leaf' ? [] : [...(trace.carriedFrom ? [trace.node] : []), ...carriedIn(trace.children)],
  )
}

function weighedIn(node: ProgramNode, whole: ReadonlySet<ProgramNode>): readonly ProgramNode[] {
  if (node.role !== 'scale') return []
  const isOne = node.kind === 'leaf' || node.combine !== 'sum' || whole.has(node)
  return isOne ? [node] : node.children.flatMap((child) => weighedIn(child, whole))
}

function maximumOf({ maximum }: ProgramNode): Rational {
  return maximum
}

function sharesOf(
  { nodes }: ScoreSheet,
  weighed: readonly ProgramNode[],
): { readonly points: readonly Rational[]; readonly applicable: readonly Rational[] } {
  const byNode = new Map(tracesIn(nodes).map((trace) => [trace.node as ProgramNode, trace]))
  const none = rational(0n)
  return {
    points: weighed.map((node) => byNode.get(node)?.points ?? none),
    applicable: weighed.map((node) => byNode.get(node)?.applicableMaximum ?? none),
  }
}

function tracesIn(traces: readonly NodeTrace[]): readonly NodeTrace[] {
  return traces.flatMap((trace) => [trace, ...(trace.kind === 'branch' ? tracesIn(trace.children) : [])])
}
