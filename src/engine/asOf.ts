import { lastDay, previousPeriod } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Fact } from '#records/fact.ts'
import type { Program } from './program.ts'

/**
 * The day a score stands for when none is named: the end of the last month or quarter with facts (of the last year,
 * where nothing is reported more often). Never the clock: the same facts always give the same score.
 */
export function latestDay(facts: readonly Fact[], program: Program): PlainDate {
  const often = facts.filter(({ period }) => period.frequency !== 'year')
  const periods = (often.length > 0 ? often : facts).map(({ period }) => lastDay(period))
  const latest = periods.toSorted(compareDates).at(-1) ?? program.whole.to
  return compareDates(latest, program.whole.to) < 0 ? latest : program.whole.to
}

/**
 * The last day of the month before; `undefined` when it lies before the facts that are judged, or when nothing is
 * reported by month, so that a month changes nothing.
 */
export function monthBefore(day: PlainDate, program: Program): PlainDate | undefined {
  if (![...program.measures.values()].some(({ frequency }) => frequency === 'month')) return undefined
  const before = lastDay(previousPeriod({ frequency: 'month', year: day.year, index: day.month }))
  return compareDates(before, program.from) > 0 ? before : undefined
}
