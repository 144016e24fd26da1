import { compareFromTop, contains } from '#base/interval.ts'
import { floor, multiply, rational } from '#base/rational.ts'
import { conditionHolds, type Holding } from './conditionHolds.ts'
import type { Program, ProgramClass } from './program.ts'
import type { RankedSheet } from './rank.ts'
import type { Evaluation } from './readInput.ts'
import type { Demotion, ScoreSheet } from './score.ts'

/**
 * Gives each entrant of a cohort its class: the best one whose points it has, whose conditions it meets and that still has
 * a place. Whoever fails a condition, or finds no place, gets the next class below. Without a total, or barred, there is no
 * class.
 *
 * A class limited to 20% of the entrants takes, by rank, at most that many of the whole cohort, rounded down; entrants of
 * equal rank at the edge get it together or not at all, as the rulebook says, never one before the other.
 */
export function classify(
  sheets: readonly RankedSheet[],
  { classes }: Program,
  evaluation: Evaluation,
): readonly ScoreSheet[] {
  const given = new Map<RankedSheet, string>()
  const demotions = new Map<RankedSheet, Demotion[]>()
  const demote = (sheet: RankedSheet, demotion: Demotion): void => {
    demotions.set(sheet, [...(demotions.get(sheet) ?? []), demotion])
  }
  for (const level of bestFirst(classes)) {
    const eligible = sheets.filter((sheet) => {
      const { total, rank } = sheet
      if (given.has(sheet) || !total || rank === undefined) return false
      return demotions.has(sheet) || !level.interval || contains(level.interval, total)
    })
    const fit = eligible.filter((sheet) => {
      const failed = level.tests.find((test) =>
        FAILS.includes(conditionHolds(test, sheet.entrant, sheet.nodes, evaluation)),
      )
      if (failed) demote(sheet, { class: level.title, reason: { kind: 'test', test: failed } })
      return !failed
    })
    const taken = within(fit, level.quota, sheets.length)
    for (const sheet of fit) {
      if (taken.has(sheet)) given.set(sheet, level.title)
      else demote(sheet, { class: level.title, reason: { kind: 'quota' } })
    }
  }
  return sheets.map((sheet) => ({
    ...sheet,
    class: given.get(sheet),
    demotions: demotions.get(sheet) ?? [],
  }))
}

/** A condition that is not known to hold is not met; one on what does not apply is not asked. */
const FAILS: readonly Holding[] = ['no', 'unknown']

/** `còn lại` last. */
function bestFirst(classes: readonly ProgramClass[]): readonly ProgramClass[] {
  return classes.toSorted((left, right) => compareFromTop(left.interval, right.interval))
}

function within(
  sheets: readonly RankedSheet[],
  quota: ProgramClass['quota'],
  cohort: number,
): ReadonlySet<RankedSheet> {
  const [first] = sheets
  if (!quota || first?.entrant.level !== quota.level) return new Set(sheets)
  const places = Number(floor(multiply(quota.share, rational(BigInt(cohort)))))
  const byRank = Map.groupBy(sheets, ({ rank }) => rank ?? 0)
  const taken = new Set<RankedSheet>()
  for (const rank of [...byRank.keys()].toSorted((left, right) => left - right)) {
    const equals = byRank.get(rank) ?? []
    const room = places - taken.size
    if (room <= 0 || (equals.length > room && quota.ties === 'exclude')) break
    for (const sheet of equals) taken.add(sheet)
  }
  return taken
}
