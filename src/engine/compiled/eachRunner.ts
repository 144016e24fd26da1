import type { Rational } from '#base/rational.ts'
import { combinePoints } from '#language/index.ts'
import { measuresOf } from '../judge.ts'
import { duePeriods } from '../periods.ts'
import type { Leaf, ProgramValue } from '../program.ts'
import type { Adding } from './adding.ts'
import { MISSING, NOT_APPLICABLE, VALUE } from './columns.ts'
import { BLOCK } from './lane.ts'
import type { Lookup } from './lookup.ts'
import { applicableOf, exactLeaf, type Judged, judgedBy, type ValueRule } from './plainRunner.ts'
import { emptyResult, NO_TIER, putObstacle, type Result } from './result.ts'
import type { Runner } from './runner.ts'
import type { Scope } from './scope.ts'

/** A rule that judges every due period by itself and averages the points. */
export function eachRunner(
  rule: ValueRule,
  leaf: Leaf,
  value: ProgramValue & { readonly each: NonNullable<ProgramValue['each']> },
  scope: Scope,
): Runner | undefined {
  const { program, asOf } = scope.evaluation
  const periods = duePeriods(program, value.each, asOf).map((period) => judgedBy(rule, leaf, scope, period))
  const judged = periods.filter((period) => period !== undefined)
  if (judged.length < periods.length) return undefined
  const skips = measuresOf(value)[0]?.absentPeriod === 'skipped'
  const isCounted = (outcome: number): boolean =>
    outcome !== NOT_APPLICABLE && !(skips && outcome === MISSING)
  const applicable = applicableOf(leaf, scope)
  const scratch = emptyResult()
  const [counts, worst, worstAtAll] = [new Uint16Array(BLOCK), new Uint8Array(BLOCK), new Uint8Array(BLOCK)]
  const take = (count: number, result: Result): void => {
    for (let j = 0; j < count; j++) {
      const outcome = scratch.outcomes[j] as number
      worstAtAll[j] = Math.max(worstAtAll[j] as number, outcome)
      if (!isCounted(outcome)) continue
      counts[j] = (counts[j] as number) + 1
      worst[j] = Math.max(worst[j] as number, outcome)
      result.points[j] = (result.points[j] as number) + (scratch.points[j] as number)
      result.inexact[j] = (result.inexact[j] as number) | (scratch.inexact[j] as number)
    }
  }
  const settle = (count: number, result: Result): void => {
    for (let j = 0; j < count; j++) {
      const counted = counts[j] as number
      const hindrance =
        counted > 0 ? (worst[j] as number) : judged.length > 0 ? (worstAtAll[j] as number) : MISSING
      if (hindrance !== VALUE) {
        putObstacle(result, j, hindrance)
        continue
      }
      const total = result.points[j] as number
      const mean = total / counted
      result.points[j] = mean
      if (Math.floor(mean) * counted !== total) result.inexact[j] = 1
      result.outcomes[j] = VALUE
      result.branches[j] = NO_TIER
    }
  }
  return {
    survey: () => {},
    add: addingShares(judged),
    run: (from, to, result) => {
      const count = to - from
      for (const sums of [result.points, result.inexact, counts, worst, worstAtAll]) sums.fill(0, 0, count)
      for (const { inputs, kernel } of judged) {
        inputs.fill(from, to)
        kernel.run(count, scratch, from)
        take(count, result)
      }
      settle(count, result)
      applicable(count, result)
    },
    exact: (at) => {
      const found = judged.map(({ inputs, kernel }) => {
        inputs.fill(at, at + 1)
        return kernel.exact(0, at)
      })
      const counted = found.filter((one) => typeof one !== 'number' || isCounted(one))
      const states = (counted.length > 0 ? counted : found).map((one) =>
        typeof one === 'number' ? one : VALUE,
      )
      const hindrance = states.length > 0 ? Math.max(...states) : MISSING
      if (hindrance !== VALUE) return exactLeaf(hindrance, leaf)
      const points: Rational[] = counted.flatMap((one) => (typeof one === 'number' ? [] : [one.points]))
      return exactLeaf({ points: combinePoints('average', points), branch: NO_TIER }, leaf)
    },
  }
}

/**
 * Where everybody has a value in every period, and what is looked up can be divided by their number beforehand: each period then
 * adds its share.
 */
function addingShares(judged: readonly Judged[]): Adding | undefined {
  const shares = judged.flatMap(({ inputs: { top, bottom, fill }, kernel: { lookup } }) => {
    const points = lookup && shareOf(lookup, judged.length)
    return points && top.complete && !bottom ? [{ fill, lane: top.lane, lookup: { ...lookup, points } }] : []
  })
  return shares.length === judged.length && judged.length > 0 ? { lookups: shares, others: [] } : undefined
}

/** The points by the number of periods; `undefined` where that makes fractions of whole counts. */
function shareOf({ points, fractions }: Lookup, periods: number): Float64Array | undefined {
  const shares = points.map((count) => count / periods)
  const isSound = shares.every((share, number) => Number.isInteger(share) || fractions?.[number] === 1)
  return isSound ? shares : undefined
}
