import type { Period } from '#base/period.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { isRelative } from '../cohort.ts'
import { type FaultFinder, faultFinder } from '../factFaults.ts'
import { versionsOf } from '../prepare.ts'
import { leavesOf } from '../program.ts'
import type { Evaluation } from '../readInput.ts'
import { type Cell, cellIn } from './cells.ts'
import { changeFact, type Placed } from './change.ts'
import { type Changing, columnsOf, UNCHANGING } from './columns.ts'
import { type LevelScorer, levelScorer } from './levelScorer.ts'
import { unitsOf } from './programUnits.ts'
import type { Scope } from './scope.ts'
import type { Observer } from './tree.ts'

/** A rulebook made ready to score many entrants fast, as of one day, without a trace. */
export interface Scorer {
  /** The levels that the rulebook scores and the dossier has. */
  readonly levels: readonly LevelScorer[]
  /** Scores and ranks everyone. */
  readonly run: () => void
  /**
   * Puts in a corrected fact and scores anew whom it concerns: its entrant, the commune it belongs to, and that commune's
   * units. `false` where the rulebook does not take the fact, or where it does not fit what was compiled: nothing was changed,
   * and the facts must be bound and compiled anew.
   */
  readonly change: (fact: Fact) => boolean
  /**
   * The place of an entrant's measure and period, of those that were said to change: what is written there counts from the next run.
   * `undefined` where what was compiled does not read it from there.
   */
  readonly cell: (entrant: string, measure: string, period: Period) => Cell | undefined
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
 * for each of them; the answers do not depend on it. `changing` are the slots that are written between runs.
 */
export function compile(
  evaluation: Evaluation,
  observe?: Observer,
  longestTable: number = LONGEST_TABLE,
  changing: Changing = UNCHANGING,
): Scorer {
  const { program } = evaluation
  const columns = columnsOf(program, evaluation.facts, changing)
  const units = unitsOf(evaluation)
  const readFromFacts = new Set<string>()
  const levels = program.levels.flatMap((level) => {
    const population = columns.populations.get(level)
    return population
      ? [levelScorer({ evaluation, columns, population, units, longestTable, readFromFacts }, observe)]
      : []
  })
  let ran = false
  const run = (): void => {
    ran = true
    for (const level of levels) {
      level.score()
      level.rank()
    }
  }
  const compares = leavesOf(program.nodes).some(isRelative)
  let faultOf: FaultFinder | undefined
  return {
    levels,
    run,
    cell: (entrant, measure, period) =>
      readFromFacts.has(measure) ? undefined : cellIn(columns, entrant, measure, period),
    change: (fact) => {
      if (readFromFacts.has(fact.measure)) return false
      faultOf ??= faultFinder(program, versionsOf(program))
      const placed = changeFact(columns, fact, faultOf)
      if (!placed) return false
      // What some are held against may have changed for all of them.
      if (compares || !ran) run()
      else for (const level of levels) for (const at of concerned(placed, level.scope)) level.rescore(at)
      return true
    },
  }
}

/** The places whose points hang on a fact of the one placed. */
function concerned({ population, at }: Placed, scope: Scope): readonly number[] {
  const { level, parent, id } = population.entrants[at] as Entrant
  const own = scope.population
  if (own === population && level !== 'commune') return [at]
  const commune = level === 'commune' ? id : (parent ?? '')
  if (own.level === 'commune') return [own.at.get(commune) ?? []].flat()
  if (own.level !== 'unit' || !scope.evaluation.program.unitsByLead) return []
  const [first, end] = own.ranges.get(commune) ?? [0, 0]
  return Array.from({ length: end - first }, (_, index) => first + index)
}
