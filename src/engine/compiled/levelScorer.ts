import type { ProgramNode } from '../program.ts'
import { type LevelRanks, levelRanks } from './levelRanks.ts'
import { classesOf, type ExactResult, levelResults } from './levelResults.ts'
import { type LevelTotals, levelTotals } from './levelTotals.ts'
import type { Scope } from './scope.ts'
import { type ExactNode, everyNode, type Observer } from './tree.ts'

/** The entrants of one level, scored and ranked. */
export interface LevelScorer
  extends Pick<LevelTotals, 'scope' | 'totals' | 'rounded' | 'score'>,
    Pick<LevelRanks, 'rank' | 'rankOf'> {
  /** Scores one entrant anew and moves it to its place among the others. */
  readonly rescore: (at: number) => void
  /** The ranks of all who have one, and their classes, by place. */
  readonly standings: () => LevelStandings
  readonly results: () => readonly ExactResult[]
  /** What each node comes to for the entrant at that place. */
  readonly nodes: (at: number) => readonly { readonly node: ProgramNode; readonly exact: ExactNode }[]
}

/** Where the entrants of a level stand, by place, without those who have no rank. */
export interface LevelStandings {
  readonly places: ReturnType<LevelRanks['all']>
  readonly classes: ReadonlyMap<number, string>
}

/** Compiles the criteria of one level for its entrants, with what ranks them. */
export function levelScorer(scope: Scope, observe: Observer | undefined): LevelScorer {
  const level = levelTotals(scope, observe)
  const ranks = levelRanks(level)
  const { totals, rounded, score, rescore } = level
  const { rank, rankOf } = ranks
  return {
    scope,
    totals,
    rounded,
    score,
    rank,
    rankOf,
    rescore: (at) => ranks.move(at, () => rescore(at)),
    standings: () => {
      const places = ranks.all()
      return { places, classes: classesOf(level, ranks, places) }
    },
    results: () => levelResults(level, ranks),
    nodes: (at) => everyNode(level.tree).map(({ node, exact }) => ({ node, exact: exact(at) })),
  }
}
