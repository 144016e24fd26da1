import type { Evaluation } from '../readInput.ts'
import { columnsOf } from './columns.ts'
import { type LevelScorer, levelScorer } from './levelScorer.ts'
import { unitsOf } from './programUnits.ts'
import type { Observer } from './tree.ts'

/** A rulebook made ready to score many entrants fast, as of one day, without a trace. */
export interface Scorer {
  /** The levels that the rulebook scores and the dossier has. */
  readonly levels: readonly LevelScorer[]
  /** Scores and ranks everyone. */
  readonly run: () => void
}

/** Counts of a year, flags and levels are below it; more would cost more to prepare than it saves. */
const LONGEST_TABLE = 512

/**
 * Compiles a program for the facts of a dossier. It means what `score` means, and shares with it what a value is worth
 * (operations.ts), how nodes are combined and how classes are shared out; facts lie in columns and are judged block by
 * block in whole numbers. What whole numbers cannot tell is told in doubles with a bound on their error, and wherever that
 * leaves a doubt about a rounding, a rank or a class, by the exact value.
 *
 * `observe` sees every criterion of every entrant judged. Rules over whole numbers up to `longestTable` are judged beforehand
 * for each of them; the answers do not depend on it.
 */
export function compile(
  evaluation: Evaluation,
  observe?: Observer,
  longestTable: number = LONGEST_TABLE,
): Scorer {
  const columns = columnsOf(evaluation.program, evaluation.facts)
  const units = unitsOf(evaluation)
  const levels = evaluation.program.levels.flatMap((level) => {
    const population = columns.populations.get(level)
    return population ? [levelScorer({ evaluation, columns, population, units, longestTable }, observe)] : []
  })
  return {
    levels,
    run: () => {
      for (const level of levels) {
        level.score()
        level.rank()
      }
    },
  }
}
