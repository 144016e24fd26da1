import {
  compile,
  type Evaluation,
  faultFinder,
  type Scorer,
  type ScoreSheet,
  type Trial,
  trialOf,
  versionsOf,
} from '#engine/index.ts'
import type { Fact } from '#records/fact.ts'
import type { FactRead } from './otherwise.ts'
import { changingBy } from './reach.ts'

/** The rank of an entrant of the cohort; `undefined` where it has none. */
export type RankOf = (sheet: ScoreSheet) => number | undefined

/** The ranks of a cohort with one fact otherwise. */
export interface RanksTried {
  /** To be asked before the next is tried; `undefined` where the rulebook does not take the fact. */
  readonly ranksWith: (changed: Fact) => RankOf | undefined
  /** The fact is again what it was. */
  readonly putBack: (fact: Fact) => void
}

/** By the compiled scorer where it takes what is tried, and by the interpreter where it does not. */
export function ranksTried(
  sheets: readonly ScoreSheet[],
  read: readonly FactRead[],
  evaluation: Evaluation,
): RanksTried {
  const { program } = evaluation
  // What others of the commune come to by it is not asked.
  const levels = sheets.slice(0, 1).map(({ entrant }) => entrant.level)
  const scorer = compile(
    { ...evaluation, program: { ...program, levels } },
    undefined,
    undefined,
    changingBy(read),
  )
  scorer.run()
  const compiled = ranksIn(scorer)
  const faultOf = faultFinder(program, versionsOf(program))
  const owners = new Map(sheets.map(({ entrant }) => [entrant.id, entrant]))
  const trials = new Map<string, Trial>()
  const interpreted = (changed: Fact): RankOf | undefined => {
    const owner = owners.get(changed.entrant)
    if (!owner || faultOf(changed, owner)) return undefined
    const trial = trials.get(owner.id) ?? trialOf(owner, evaluation, sheets)
    trials.set(owner.id, trial)
    const ranks = new Map(trial.cohort([changed]).sheets.map(({ entrant, rank }) => [entrant.id, rank]))
    return ({ entrant }) => ranks.get(entrant.id)
  }
  return {
    ranksWith: (changed) => (scorer.change(changed) ? compiled : interpreted(changed)),
    putBack: (fact) => void scorer.change(fact),
  }
}

function ranksIn({ levels }: Scorer): RankOf {
  return ({ entrant }) => {
    const level = levels.find(({ scope }) => scope.population.level === entrant.level)
    const at = level?.scope.population.at.get(entrant.id)
    return at === undefined ? undefined : level?.rankOf(at).rank
  }
}
