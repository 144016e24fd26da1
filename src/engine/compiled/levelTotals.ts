import { multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { NodeId, Test } from '#language/index.ts'
import type { Holding } from '../conditionHolds.ts'
import { totalOf } from '../score.ts'
import { grainOf, rescale } from './combineCounts.ts'
import { conditionsOf } from './conditions.ts'
import { type ExactTotals, exactTotals } from './exactTotals.ts'
import { BLOCK } from './lane.ts'
import { emptyResult, type Result } from './result.ts'
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

  const exactTotal = (at: number): Rational | undefined => totalOf(exactTotals(tree, at), program)
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
  const scoreBlock = (from: number, to: number): void => {
    const count = to - from
    clear(sums, outside, count)
    sums.applicable.fill(within.most, 0, count)
    within.run(from, to, sums)
    for (let j = 0, at = from; j < count; j++, at++) {
      const applicable = sums.applicable[j] as number
      columns.bonus[at] = outside.bonus[j] as number
      columns.penalty[at] = outside.penalty[j] as number
      if (applicable !== 0 && applicable !== whole && program.redistribute !== 'none')
        rescale(sums, j, whole, grain)
      const total = (sums.points[j] as number) + (outside.bonus[j] as number) + (outside.penalty[j] as number)
      totals[at] = applicable === 0 ? Number.NaN : total
      inexact[at] = units.coarse ? 1 : (sums.inexact[j] as number) | (outside.inexact[j] as number)
    }
    for (let at = from; at < to; at++) {
      rounded[at] = Number.isNaN(totals[at]) ? Number.NaN : roundedOf(at)
      if (bars) knockedOut[at] = Number(program.knockOuts.some(({ test }) => holds(test, at) === 'yes'))
    }
  }

  return {
    ...columns,
    scope,
    kept,
    tree,
    holds,
    exactTotal,
    exactTotals: (at) => exactTotals(tree, at),
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

function clear(sums: Result, outside: Outside, count: number): void {
  for (const column of [sums.points, sums.inexact]) column.fill(0, 0, count)
  for (const column of [outside.bonus, outside.penalty, outside.inexact]) column.fill(0, 0, count)
}

function keptNodes(ids: readonly NodeId[], size: number) {
  return new Map(
    ids.map((id) => [id, { counts: new Float64Array(size), inexact: new Uint8Array(size) }] as const),
  )
}
