import { multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { NodeId, Test } from '#language/index.ts'
import type { Holding } from '../conditionHolds.ts'
import type { ProgramNode } from '../program.ts'
import { totalOf } from '../score.ts'
import { adder } from './adding.ts'
import { grainOf, rescale } from './combineCounts.ts'
import { conditionsOf } from './conditions.ts'
import { type ExactTotals, exactTotals } from './exactTotals.ts'
import { BLOCK } from './lane.ts'
import { emptyResult } from './result.ts'
import { roundCount } from './roundCount.ts'
import type { Scope } from './scope.ts'
import { adding, type Kept, type Observer, type Outside, type TreeNode, treeOf } from './tree.ts'
import { countOf, greatestCommonDivisor } from './units.ts'

/** The totals of one level's entrants, by place, as counts of points (units.ts), and what they can be had from exactly. */
export interface LevelTotals {
  readonly scope: Scope
  /** NaN where nothing applies. */
  readonly totals: Float64Array
  /** 1 where the total stands for a fraction between two counts. */
  readonly inexact: Uint8Array
  /** As the rulebook rounds it, in its last decimal. */
  readonly rounded: Float64Array
  readonly bonus: Float64Array
  readonly penalty: Float64Array
  /** 1 for those whom a condition bars. */
  readonly knockedOut: Uint8Array
  /** The points of the nodes that ranking asks for. */
  readonly kept: ReadonlyMap<NodeId, Kept>
  readonly tree: readonly TreeNode[]
  readonly holds: (test: Test, at: number) => Holding
  readonly exactTotal: (at: number) => Rational | undefined
  readonly exactTotals: (at: number) => ExactTotals
  /** Scores everybody anew. */
  readonly score: () => void
  /** Scores one entrant anew; what others are held against stays as it was. */
  readonly rescore: (at: number) => void
}

/** Compiles the criteria of one level for its entrants; nothing is scored before `score`. */
export function levelTotals(scope: Scope, observe: Observer | undefined): LevelTotals {
  const { evaluation, population, units } = scope
  const { program } = evaluation
  const size = population.entrants.length
  const outside = emptyOutside()
  const kept = keptNodes(
    program.ranking.keys.flatMap((key) => (key.kind === 'node' ? [key.id] : [])),
    size,
  )
  const tree = treeOf(program.nodes, { scope, outside, observe, kept })
  const holds = conditionsOf(tree, scope)
  const columns = {
    totals: new Float64Array(size),
    inexact: new Uint8Array(size),
    rounded: new Float64Array(size),
    bonus: new Float64Array(size),
    penalty: new Float64Array(size),
    knockedOut: new Uint8Array(size),
  }
  const { totals, inexact, rounded, knockedOut } = columns
  const { places, method } = program.totalRounding
  const lastDecimal = 10 ** places
  const roundTotal = roundCount(program.totalRounding, units)
  const whole = countOf(program.scale, units).count
  const grain = Number(
    greatestCommonDivisor(BigInt(Math.round(whole)), BigInt(grainOf(program.nodes, units))),
  )
  const bars = program.knockOuts.length > 0

  // Among equals the same few are asked for over and over.
  const known: (ExactTotals | undefined)[] = Array.from({ length: size }, () => undefined)
  const exactTotalsOf = (at: number): ExactTotals => (known[at] ??= exactTotals(tree, at))
  const exactTotal = (at: number): Rational | undefined => totalOf(exactTotalsOf(at), program)
  /** In the last decimal. */
  const roundedOf = (at: number): number => {
    const count = roundTotal(totals[at] as number, inexact[at] === 1)
    // The units are a whole number of last decimals, or nothing was rounded in them.
    if (count !== undefined) return count / (units.perPoint / lastDecimal)
    const total = exactTotal(at)
    if (!total) return Number.NaN
    return Number(numerator(multiply(round(total, places, method), rational(BigInt(lastDecimal)))))
  }
  const sums = emptyResult()
  const within = adding(tree, 'scale', outside)
  const addWithin = adder(within)
  const hasOutside = someOutside(program.nodes)
  const isRescaled = program.redistribute !== 'none'
  const settle = (from: number, count: number): void => {
    const { points, applicable, inexact: marks } = sums
    for (let j = 0, at = from; j < count; j++, at++) {
      const most = applicable[j] as number
      if (most !== whole && most !== 0 && isRescaled) rescale(sums, j, whole, grain)
      totals[at] = most === 0 ? Number.NaN : (points[j] as number)
      inexact[at] = units.coarse ? 1 : (marks[j] as number)
    }
  }
  const addOutside = (from: number, count: number): void => {
    for (let j = 0, at = from; j < count; j++, at++) {
      columns.bonus[at] = outside.bonus[j] as number
      columns.penalty[at] = outside.penalty[j] as number
      totals[at] = (totals[at] as number) + (outside.bonus[j] as number) + (outside.penalty[j] as number)
      inexact[at] = (inexact[at] as number) | (outside.inexact[j] as number)
    }
  }
  const scoreBlock = (from: number, to: number): void => {
    const count = to - from
    known.fill(undefined, from, to)
    sums.points.fill(0, 0, count)
    sums.inexact.fill(0, 0, count)
    sums.applicable.fill(within.most, 0, count)
    if (hasOutside) clear(outside, count)
    addWithin(from, to, sums)
    settle(from, count)
    if (hasOutside) addOutside(from, count)
    for (let at = from; at < to; at++) rounded[at] = Number.isNaN(totals[at]) ? Number.NaN : roundedOf(at)
    if (!bars) return
    for (let at = from; at < to; at++) {
      knockedOut[at] = Number(program.knockOuts.some(({ test }) => holds(test, at) === 'yes'))
    }
  }

  return {
    ...columns,
    scope,
    kept,
    tree,
    holds,
    exactTotal,
    exactTotals: exactTotalsOf,
    score: () => {
      for (const top of tree) top.survey()
      for (let from = 0; from < size; from += BLOCK) scoreBlock(from, Math.min(size, from + BLOCK))
    },
    rescore: (at) => scoreBlock(at, at + 1),
  }
}

function emptyOutside(): Outside {
  return {
    bonus: new Float64Array(BLOCK),
    penalty: new Float64Array(BLOCK),
    inexact: new Uint8Array(BLOCK),
  }
}

function clear({ bonus, penalty, inexact }: Outside, count: number): void {
  for (const column of [bonus, penalty, inexact]) column.fill(0, 0, count)
}

function someOutside(nodes: readonly ProgramNode[]): boolean {
  return nodes.some((node) => node.role !== 'scale' || (node.kind === 'branch' && someOutside(node.children)))
}

function keptNodes(ids: readonly NodeId[], size: number) {
  return new Map(
    ids.map((id) => [id, { counts: new Float64Array(size), inexact: new Uint8Array(size) }] as const),
  )
}
