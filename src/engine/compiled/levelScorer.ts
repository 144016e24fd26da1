import type { Cut, Interval } from '#base/interval.ts'
import { add, isZero, multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { NodeId } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { shareOut } from '../classify.ts'
import { cohortOf } from '../cohort.ts'
import { rescaled } from '../operations.ts'
import type { ProgramKey, ProgramNode } from '../program.ts'
import { placeOf } from '../rank.ts'
import { conditionsOf, isPast } from './conditions.ts'
import { BLOCK } from './lane.ts'
import { comparePlaces, type Key, sortPlaces } from './order.ts'
import { emptyResult, type Result } from './result.ts'
import { roundCount } from './roundCount.ts'
import type { Scope } from './scope.ts'
import {
  adding,
  type ExactNode,
  exactTotals,
  grainOf,
  type Observer,
  type Outside,
  rescale,
  type TreeNode,
  treeOf,
} from './tree.ts'
import { countOf, DOUBT, greatestCommonDivisor } from './units.ts'

/** The entrants of one level, scored. */
export interface LevelScorer {
  readonly scope: Scope
  /** By place: the total as a count of points (units.ts); NaN where nothing applies. */
  readonly totals: Float64Array
  /** By place: the total as the rulebook rounds it, in its last decimal. */
  readonly rounded: Float64Array
  /** Scores all entrants anew. */
  readonly score: () => void
  /** Scores one entrant anew and moves it to its place among the others. */
  readonly rescore: (at: number) => void
  /** Ranks all entrants anew. */
  readonly rank: () => void
  /** By place, after ranking: from 1; 0 where there is no rank. */
  readonly ranks: Int32Array
  readonly results: () => readonly ExactResult[]
  /** What each node comes to for the entrant at that place. */
  readonly nodes: (at: number) => readonly { readonly node: ProgramNode; readonly exact: ExactNode }[]
}

/** What one entrant comes to, exactly. */
export interface ExactResult {
  readonly entrant: string
  readonly total: Rational | undefined
  readonly roundedTotal: Rational | undefined
  readonly knockedOut: boolean
  readonly rank: number | undefined
  readonly meanRank: Rational | undefined
  readonly class: string | undefined
}

export function levelScorer(scope: Scope, observe: Observer | undefined): LevelScorer {
  const { evaluation, population, units } = scope
  const { program } = evaluation
  const { entrants } = population
  const size = entrants.length
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
    ranks: new Int32Array(size),
  }
  const { totals, inexact, rounded, knockedOut, ranks } = columns
  const { places, method } = program.totalRounding
  const lastDecimal = 10 ** places
  const roundTotal = roundCount(program.totalRounding, units)
  const whole = countOf(program.scale, units).count
  const grain = Number(
    greatestCommonDivisor(BigInt(Math.round(whole)), BigInt(grainOf(program.nodes, units))),
  )
  const bars = program.knockOuts.length > 0

  const exactTotal = (at: number): Rational | undefined => {
    const { points, applicable, bonus, penalty } = exactTotals(tree, at)
    if (isZero(applicable)) return undefined
    const onScale = program.redistribute === 'none' ? points : rescaled(points, applicable, program.scale)
    return add(onScale, add(bonus, penalty))
  }
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

  const exactOf =
    (pick: (at: number) => Rational | undefined) =>
    (at: number): Rational => {
      const value = pick(at)
      if (!value) throw new Error('whoever is ranked has a total')
      return value
    }
  const byId = new Map(flatten(tree).map((one) => [one.node.id, one]))
  const keyOf = (key: ProgramKey): Key => {
    switch (key.kind) {
      case 'total':
        if (key.rounded) return { counts: rounded, inexact: undefined, exact: () => rational(0n) }
        return { counts: totals, inexact, exact: exactOf(exactTotal) }
      case 'bonus':
      case 'penalty':
        return { counts: columns[key.kind], inexact, exact: (at) => exactTotals(tree, at)[key.kind] }
      case 'node': {
        const column = kept.get(key.id) ?? { counts: new Float64Array(size), inexact: undefined }
        const node = byId.get(key.id)
        return { ...column, exact: (at) => node?.exact(at).points ?? rational(0n) }
      }
    }
  }
  const keys = program.ranking.keys.map(keyOf)
  const cohorts = [
    ...Map.groupBy(entrants.keys(), (at) => cohortOf(entrants[at] as Entrant, program)).values(),
  ]
  /** The ranked places of each cohort, the best first. */
  let orders: Uint32Array[] = []
  const isRanked = (at: number): boolean => !Number.isNaN(totals[at]) && knockedOut[at] === 0
  const rank = (): void => {
    ranks.fill(0)
    orders = cohorts.map((members) => {
      const order = Uint32Array.from(members.filter(isRanked))
      sortPlaces(order, keys)
      eachGroup(order, keys, (start, end, groups) => {
        const place = placeOf(program.ranking.ties, groups, start, end)
        for (let index = start; index < end; index++) ranks[order[index] as number] = place.rank ?? 0
      })
      return order
    })
  }
  return {
    scope,
    totals,
    rounded,
    ranks,
    score: () => {
      for (const top of tree) top.survey()
      for (let from = 0; from < size; from += BLOCK) scoreBlock(from, Math.min(size, from + BLOCK))
    },
    rescore: (at) => scoreBlock(at, at + 1),
    nodes: (at) => flatten(tree).map(({ node, exact }) => ({ node, exact: exact(at) })),
    rank,
    results: () => {
      const meanRanks = new Map<number, Rational>()
      const classes = new Map<number, string>()
      for (const [index, order] of orders.entries()) {
        eachGroup(order, keys, (start, end, groups) => {
          const { meanRank } = placeOf(program.ranking.ties, groups, start, end)
          if (meanRank) for (const at of order.subarray(start, end)) meanRanks.set(at, meanRank)
        })
        const members = [...(cohorts[index] ?? [])]
        const { given } = shareOut(members, program.classes, {
          rank: (at) => (ranks[at] === 0 ? undefined : ranks[at]),
          level: () => population.level,
          isWithin: (at, interval) => liesWithin(at, interval),
          holds: (at, test) => holds(test, at),
        })
        for (const [at, title] of given) classes.set(at, title)
      }
      return entrants.map((entrant, at): ExactResult => {
        const total = exactTotal(at)
        return {
          entrant: entrant.id,
          total,
          roundedTotal: total && rational(BigInt(rounded[at] as number), BigInt(lastDecimal)),
          knockedOut: knockedOut[at] === 1,
          rank: ranks[at] === 0 ? undefined : ranks[at],
          meanRank: meanRanks.get(at),
          class: classes.get(at),
        }
      })
    },
  }

  function liesWithin(at: number, { low, high }: Interval): boolean {
    return (!low || past(at, low)) && !(high && past(at, high))
  }

  function past(at: number, cut: Cut): boolean {
    const bound = countOf(cut.at, units)
    const apart = (totals[at] as number) - bound.count
    if (inexact[at] === 0 && bound.exact) return apart > 0 || (apart === 0 && !cut.after)
    if (Math.abs(apart) > DOUBT) return apart > 0
    const total = exactTotal(at)
    return total !== undefined && isPast(cut, total)
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

function flatten(tree: readonly TreeNode[]): readonly TreeNode[] {
  return tree.flatMap((one) => [one, ...flatten(one.children)])
}

/** Walks the groups of those who stand equal: from one index up to another, with so many groups before. */
function eachGroup(
  order: Uint32Array,
  keys: readonly Key[],
  take: (start: number, end: number, groups: number) => void,
): void {
  let groups = 0
  for (let start = 0; start < order.length; groups++) {
    let end = start + 1
    while (end < order.length && comparePlaces(keys, order[start] as number, order[end] as number) === 0)
      end++
    take(start, end, groups)
    start = end
  }
}
