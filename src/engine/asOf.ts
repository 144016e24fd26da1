import { firstDay, lastDay, type Period, previousPeriod } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Fact } from '#records/fact.ts'
import type { Program } from './program.ts'

/** The last month or quarter with facts (the last year, where nothing is reported more often), and who reported it. */
export interface NewestPeriod {
  readonly period: Period
  /** Those who have facts of it, by their ids. */
  readonly entrants: readonly string[]
  /** Someone else has facts of an earlier one, and none of it. */
  readonly others: boolean
  /** The newest one before it, if any. */
  readonly before: Period | undefined
  /** A fact of it. */
  readonly fact: Fact
}

/** The newest period that the facts speak of; `undefined` without facts. */
export function newestPeriod(facts: readonly Fact[]): NewestPeriod | undefined {
  const often = facts.filter(({ period }) => period.frequency !== 'year')
  const reported = often.length > 0 ? often : facts
  const newest = reported.toSorted((left, right) => compareEnds(right, left))
  const [fact] = newest
  if (!fact) return undefined
  const own = newest.filter((one) => compareEnds(one, fact) === 0)
  const entrants = idsIn(own)
  return {
    period: fact.period,
    entrants,
    others: idsIn(reported).length > entrants.length,
    before: newest[own.length]?.period,
    fact,
  }
}

function compareEnds({ period: left }: Fact, { period: right }: Fact): number {
  return compareDates(lastDay(left), lastDay(right))
}

function idsIn(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.map(({ entrant }) => entrant))]
}

/**
 * The day a score stands for when none is named: the end of the newest period, within the rulebook's time. Never the clock:
 * the same facts always give the same score.
 */
export function latestDay(facts: readonly Fact[], program: Program): PlainDate {
  const newest = newestPeriod(facts)
  const latest = newest ? lastDay(newest.period) : program.whole.to
  return compareDates(latest, program.whole.to) < 0 ? latest : program.whole.to
}

/** Why the newest period may be a slip of the pen: nobody else has reported it yet, or it has not begun by that day. */
export type PeriodDoubt = 'alone' | 'ahead'

/** What speaks against going by the newest period. */
export function doubtsAbout(
  { period, entrants, others }: NewestPeriod,
  today: PlainDate,
): readonly PeriodDoubt[] {
  return [
    ...(entrants.length === 1 && others ? (['alone'] as const) : []),
    ...(compareDates(firstDay(period), today) > 0 ? (['ahead'] as const) : []),
  ]
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
