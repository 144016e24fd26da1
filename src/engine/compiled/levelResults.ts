import { type Cut, contains, type Interval } from '#base/interval.ts'
import { type Rational, rational } from '#base/rational.ts'
import { shareOut } from '../classify.ts'
import type { LevelRanks } from './levelRanks.ts'
import type { LevelTotals } from './levelTotals.ts'
import { countOf, DOUBT } from './units.ts'

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

/** The results of a level's entrants, who have been scored and ranked, in the order of their places. */
export function levelResults(level: LevelTotals, ranks: LevelRanks): readonly ExactResult[] {
  const { scope, rounded, knockedOut, exactTotal } = level
  const { program } = scope.evaluation
  const lastDecimal = 10n ** BigInt(program.totalRounding.places)
  const { entrants } = scope.population
  const places = ranks.all()
  const classes = classesOf(level, ranks, places)
  return entrants.map(({ id }, at): ExactResult => {
    const total = exactTotal(at)
    return {
      entrant: id,
      total,
      roundedTotal: total && rational(BigInt(rounded[at] as number), lastDecimal),
      knockedOut: knockedOut[at] === 1,
      rank: places.get(at)?.rank,
      meanRank: places.get(at)?.meanRank,
      class: classes.get(at),
    }
  })
}

/** The classes of a level's entrants, by place, whose ranks have been found. */
export function classesOf(
  level: LevelTotals,
  { cohorts }: LevelRanks,
  places: ReturnType<LevelRanks['all']>,
): ReadonlyMap<number, string> {
  const { evaluation, population } = level.scope
  const given = cohorts.map(
    ({ members }) =>
      shareOut(members, evaluation.program.classes, {
        rank: (at) => places.get(at)?.rank,
        level: () => population.level,
        isWithin: (at, interval) => liesWithin(level, at, interval),
        holds: (at, test) => level.holds(test, at),
      }).given,
  )
  return new Map(given.flatMap((classes) => [...classes]))
}

function liesWithin(level: LevelTotals, at: number, { low, high }: Interval): boolean {
  return (!low || isBeyond(level, at, low)) && !(high && isBeyond(level, at, high))
}

/** Whether a total lies past the cut: by its count, or exactly where that does not tell. */
function isBeyond({ totals, inexact, exactTotal, scope }: LevelTotals, at: number, cut: Cut): boolean {
  const bound = countOf(cut.at, scope.units)
  const apart = (totals[at] as number) - bound.count
  if (inexact[at] === 0 && bound.exact) return apart > 0 || (apart === 0 && !cut.after)
  if (Math.abs(apart) > DOUBT) return apart > 0
  const total = exactTotal(at)
  return total !== undefined && contains({ low: cut, high: undefined }, total)
}
