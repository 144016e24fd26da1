import type { EntrantLevel } from '#base/entrantLevel.ts'
import { contains, type Interval, sortedFromTop } from '#base/interval.ts'
import { floor, multiply, rational } from '#base/rational.ts'
import type { Test } from '#language/index.ts'
import { conditionHolds, type Holding, tracedConditions } from './conditionHolds.ts'
import type { Program, ProgramClass } from './program.ts'
import type { RankedSheet } from './rank.ts'
import type { Evaluation } from './readInput.ts'
import type { Demotion, ScoreSheet } from './score.ts'

/** Gives each sheet of a cohort its class, and why it did not get a better one. */
export function classify(
  sheets: readonly RankedSheet[],
  program: Program,
  evaluation: Evaluation,
): readonly ScoreSheet[] {
  const { given, demotions } = shareOut(sheets, program.classes, {
    rank: ({ total, rank }) => (total ? rank : undefined),
    level: ({ entrant }) => entrant.level,
    isWithin: ({ total }, interval) => total !== undefined && contains(interval, total),
    holds: ({ entrant, nodes }, test) =>
      conditionHolds(test, program, tracedConditions(entrant, nodes, evaluation)),
  })
  return sheets.map((sheet) => ({
    ...sheet,
    class: given.get(sheet),
    demotions: demotions.get(sheet) ?? [],
  }))
}

/** What classes go by; `undefined` ranks are those of whoever is in no class. */
export interface ClassView<Standing> {
  readonly rank: (standing: Standing) => number | undefined
  readonly level: (standing: Standing) => EntrantLevel
  /** Whether the exact total lies in the interval. */
  readonly isWithin: (standing: Standing, interval: Interval) => boolean
  readonly holds: (standing: Standing, test: Test) => Holding
}

/**
 * Shares the classes out in a cohort: each entrant gets the best one whose points it has, whose conditions it meets and that
 * still has a place. Whoever fails a condition, or finds no place, gets the next class below. Without a rank there is no
 * class.
 *
 * A class limited to 20% of the entrants takes, by rank, at most that many of the whole cohort, rounded down; entrants of
 * equal rank at the edge get it together or not at all, as the rulebook says, never one before the other.
 */
export function shareOut<Standing>(
  standings: readonly Standing[],
  classes: readonly ProgramClass[],
  view: ClassView<Standing>,
): {
  readonly given: ReadonlyMap<Standing, string>
  readonly demotions: ReadonlyMap<Standing, readonly Demotion[]>
} {
  const given = new Map<Standing, string>()
  const demotions = new Map<Standing, Demotion[]>()
  const demote = (standing: Standing, demotion: Demotion): void => {
    demotions.set(standing, [...(demotions.get(standing) ?? []), demotion])
  }
  for (const level of classesFromTop(classes)) {
    const eligible = standings.filter((standing) => {
      if (given.has(standing) || view.rank(standing) === undefined) return false
      return demotions.has(standing) || takes(level, standing, classes, view)
    })
    const fit = eligible.filter((standing) => {
      const failed = level.tests.find((test) => FAILS.includes(view.holds(standing, test)))
      if (failed) demote(standing, { class: level.title, reason: { kind: 'test', test: failed } })
      return !failed
    })
    const taken = within(fit, level.quota, standings.length, view)
    for (const standing of fit) {
      if (taken.has(standing)) given.set(standing, level.title)
      else demote(standing, { class: level.title, reason: { kind: 'quota' } })
    }
  }
  return { given, demotions }
}

/** The classes in the order in which they are shared out. */
export function classesFromTop(classes: readonly ProgramClass[]): readonly ProgramClass[] {
  return sortedFromTop(classes, ({ interval }) => interval)
}

/** A condition that is not known to hold is not met; one on what does not apply is not asked. */
export const FAILS: readonly Holding[] = ['no', 'unknown']

/** Whether the total falls into the class: into its range, or into none where it is for what is left over. */
function takes<Standing>(
  { interval }: ProgramClass,
  standing: Standing,
  classes: readonly ProgramClass[],
  { isWithin }: ClassView<Standing>,
): boolean {
  if (interval) return isWithin(standing, interval)
  return !classes.some((other) => other.interval && isWithin(standing, other.interval))
}

/** How many of a cohort a limited class takes: the share, rounded down. */
export function placesIn({ share }: NonNullable<ProgramClass['quota']>, cohort: number): number {
  return Number(floor(multiply(share, rational(BigInt(cohort)))))
}

function within<Standing>(
  standings: readonly Standing[],
  quota: ProgramClass['quota'],
  cohort: number,
  { rank, level }: ClassView<Standing>,
): ReadonlySet<Standing> {
  const [first] = standings
  if (!quota || first === undefined || level(first) !== quota.level) return new Set(standings)
  const places = placesIn(quota, cohort)
  const byRank = Map.groupBy(standings, (standing) => rank(standing) ?? 0)
  const taken = new Set<Standing>()
  for (const place of [...byRank.keys()].toSorted((left, right) => left - right)) {
    const equals = byRank.get(place) ?? []
    const room = places - taken.size
    if (room <= 0 || (equals.length > room && quota.ties === 'exclude')) break
    for (const standing of equals) taken.add(standing)
  }
  return taken
}
