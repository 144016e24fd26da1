import {
  covers,
  type Evaluation,
  hasBegun,
  type LeafTrace,
  type ScoreSheet,
  tracesOf,
  waits,
} from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import type { FactRead } from './otherwise.ts'
import { type RankOf, ranksTried } from './ranksTried.ts'
import { smallestTurn } from './smallestTurn.ts'

/** A fact that decides who of two neighbours stands first: the smallest change of it that turns them. */
export interface DecidingFact {
  /** Who stands first as things are, and who right after. */
  readonly first: ScoreSheet
  readonly second: ScoreSheet
  readonly measure: Measure
  readonly fact: Fact
  /** Whether it waits for verification, and so counts for nothing yet. */
  readonly waits: boolean
  /** What it would have to be; the same where it only has to be verified. */
  readonly becomes: Fact
  /** How many of its measure's steps that is from what was reported; days, of a day. */
  readonly steps: number
}

/**
 * For each two of a cohort who stand next to each other with different ranks, the fact of either that turns them with the fewest steps; and every
 * fact that waits for verification and would turn them. What waits comes first, then fewer steps. Tried are the facts that are read: of a
 * measure its newest, and all that wait.
 *
 * Up to eight steps all values are tried; beyond, twice as many each time until the two turn, and then the fewest between: a larger change that
 * turns them back is not looked for.
 */
export function decidingFacts(
  sheets: readonly ScoreSheet[],
  evaluation: Evaluation,
): readonly DecidingFact[] {
  const ranked = sheets.filter(({ rank }) => rank !== undefined)
  const read = new Map(ranked.map((sheet) => [sheet, factsRead(sheet, evaluation)]))
  const tried = ranksTried(sheets, [...read.values()].flat(), evaluation)
  return ranked
    .slice(1)
    .flatMap((second, index): readonly DecidingFact[] => {
      const first = ranked[index] as ScoreSheet
      if (first.rank === second.rank) return []
      const turns = (rankOf: RankOf): boolean => {
        const [one, other] = [rankOf(first), rankOf(second)]
        return other !== undefined && (one === undefined || other < one)
      }
      const found = [first, second].flatMap((sheet) =>
        (read.get(sheet) ?? []).flatMap(({ fact, measure }) => {
          const turned = smallestTurn({ fact, measure }, { evaluation, tried, turns })
          return turned ? [{ first, second, measure, fact, waits: waits(fact, measure), ...turned }] : []
        }),
      )
      const [nearest] = found.filter((one) => !one.waits).toSorted((one, other) => one.steps - other.steps)
      return [...found.filter((one) => one.waits), ...(nearest ? [nearest] : [])]
    })
    .toSorted((one, other) => Number(other.waits) - Number(one.waits) || one.steps - other.steps)
}

/** The entrant's own facts that its criteria read as of the day: of each measure the newest, and whatever waits. */
function factsRead({ entrant, nodes }: ScoreSheet, evaluation: Evaluation): readonly FactRead[] {
  const { program, facts, asOf } = evaluation
  const measures = new Map(
    tracesOf(nodes)
      .filter((trace): trace is LeafTrace => trace.kind === 'leaf')
      .flatMap(({ inputs }) => inputs.map(({ measure }) => [measure.name.text, measure] as const)),
  )
  return [...measures.values()].flatMap((measure) => {
    const own = facts
      .facts(entrant.id, measure.name.text)
      .filter(({ period }) => hasBegun(period, asOf) && covers(program, period))
    const newest = own.findLast((fact) => !waits(fact, measure))
    return own
      .filter((fact) => fact === newest || waits(fact, measure))
      .map((fact): FactRead => ({ fact, measure }))
  })
}
