import type { PlainDate } from '#base/plainDate.ts'
import type { Result } from '#diagnostic/diagnostic.ts'
import {
  bindFacts,
  cohortOf,
  type Evaluation,
  type Holding,
  isRelative,
  type Leaf,
  leavesIn,
  leavesOf,
  type Program,
  type ProgramKey,
  programOn,
  roundTotal,
  type ScoreSheet,
  score,
} from '#engine/index.ts'
import type { Range } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { classTitles } from '../plan/goal.ts'
import type { Outlook } from '../projection.ts'
import { type Case, caseOf, pointsOfCases } from './cases.ts'
import { type Certainty, certaintiesOf } from './certainties.ts'
import { type Candidate, possibleClasses } from './classes.ts'
import { possibleHoldings } from './conditions.ts'
import { groundOf, leafCases } from './leafCases.ts'
import {
  type CasesOf,
  everyNode,
  type PossibleNode,
  type PossibleTotals,
  possibleNodes,
  possibleTotals,
} from './nodes.ts'
import { type OpenFacts, openFacts } from './openFacts.ts'
import { type RankRange, rankRange } from './ranks.ts'
import type { Reports, Unfinished } from './slots.ts'

/** What is still possible for everyone by the horizon. */
export interface StillPossible {
  readonly horizon: PlainDate
  readonly reports: Reports
  /** The rulebook as it stands on the horizon. */
  readonly program: Program
  readonly open: OpenFacts
  /** By rank as it stands now. */
  readonly entrants: readonly PossibleStanding[]
}

/** What is still possible for one entrant, and where it stands now. */
export interface PossibleStanding {
  /** As of the day up to which facts are known. */
  readonly now: ScoreSheet
  /** How many are ranked together with it, itself counted in. */
  readonly cohort: number
  /** The least and the most exact total; `undefined` where there can be none. */
  readonly total: Range | undefined
  /** The best and the worst rank, if it is ranked; `undefined` where it cannot be. */
  readonly ranks: RankRange | undefined
  readonly mayBeUnranked: boolean
  readonly mayBeBarred: boolean
  readonly mustBeBarred: boolean
  /** The classes that it may get, the best first. */
  readonly classes: readonly string[]
  readonly mayBeWithoutClass: boolean
  readonly certainties: readonly Certainty[]
}

/**
 * What may still become of everyone by the horizon, over every completion of the facts.
 *
 * A completion: a fact that counts stays. Every period that is due by the horizon and has none gets any value that the rulebook
 * takes there (within the declared bounds and steps, a part no more than its whole, "không áp dụng" where the rulebook allows it),
 * or stays without one. A fact that waits may go on waiting, be taken as it is, be corrected to any value, or be refused. Not
 * considered: corrections of facts that count, new entrants, facts of periods that are not over by the horizon. What is taken for
 * granted beyond that (`Reports`) leaves completions out, and is said with the answer.
 *
 * Sound: no completion falls outside. Tight where criteria share no measures and none is held against others; elsewhere it may
 * only be too wide (docs/decisions/0014).
 */
export function stillPossible(outlook: Outlook, reports: Reports): Result<StillPossible> {
  const { program, dossier, asOf, horizon } = outlook
  const bound = bindFacts(program, dossier)
  if (!bound.ok) return bound
  const on = (day: PlainDate): Evaluation => ({
    program: programOn(program, day),
    facts: bound.value,
    asOf: day,
  })
  const evaluation = { ...on(horizon), reports }
  const entrants = possibleStandings(evaluation, score(on(asOf)))
  const found = { horizon, reports, program: evaluation.program, open: openFacts(evaluation), entrants }
  return { ok: true, value: found, diagnostics: [] }
}

/** The same of facts that are bound, as of the horizon; in the order of `now`. */
export function possibleStandings(
  evaluation: Unfinished,
  now: readonly ScoreSheet[],
): readonly PossibleStanding[] {
  const { program } = evaluation
  const prospects = prospectsOf(evaluation)
  const cohorts = Map.groupBy(prospects, ({ entrant }) => cohortOf(entrant, program))
  const titles = classTitles(program)
  return now.flatMap((sheet) => {
    const cohort = cohorts.get(cohortOf(sheet.entrant, program)) ?? []
    const own = cohort.find(({ entrant }) => entrant.id === sheet.entrant.id)
    return own ? [standingOf(own, cohort, sheet, evaluation, titles)] : []
  })
}

function standingOf(
  own: Prospect,
  cohort: readonly Prospect[],
  now: ScoreSheet,
  { program }: Evaluation,
  titles: readonly string[],
): PossibleStanding {
  const ranks = own.mayBeRanked ? rankRange(own, cohort, program.ranking.ties) : undefined
  const { titles: classes, mayBeNone } = possibleClasses(own, cohort, program)
  const found = {
    total: own.total,
    ranks,
    mayBeUnranked: own.mayBeUnranked,
    mayBeBarred: own.mayBeBarred,
    mustBeBarred: own.mustBeBarred,
    classes: own.mayBeRanked ? classes : [],
    mayBeWithoutClass: mayBeNone,
  }
  return { now, cohort: cohort.length, ...found, certainties: certaintiesOf(found, titles, cohort.length) }
}

/** An entrant with all that it may come to by itself. */
interface Prospect extends Candidate {
  readonly entrant: Entrant
  readonly mayBeBarred: boolean
  readonly mustBeBarred: boolean
}

function prospectsOf(evaluation: Unfinished): readonly Prospect[] {
  const { program, facts } = evaluation
  const casesOf = casesOfLeaves(evaluation)
  return facts.entrants
    .filter(({ level }) => program.levels.includes(level))
    .map((entrant) => prospectOf(entrant, evaluation, (leaf) => casesOf(leaf, entrant)))
}

/** The cases of each criterion; where nothing can be otherwise, the engine's own answer. */
function casesOfLeaves(
  evaluation: Unfinished,
): (leaf: Leaf, entrant: Entrant) => readonly Case[] | undefined {
  const { program, facts } = evaluation
  const possible = leafCases(groundOf(evaluation))
  const traces = new Map(
    score(evaluation).map(({ entrant, nodes }) => [
      entrant.id,
      new Map(leavesIn(nodes).map((trace) => [trace.node.id, trace])),
    ]),
  )
  // What one is held against is open as soon as it is for anyone.
  const openRelative = new Set(
    leavesOf(program.nodes).filter(
      (leaf) => isRelative(leaf) && facts.entrants.some((entrant) => possible(leaf, entrant)?.isOpen),
    ),
  )
  return (leaf, entrant) => {
    const found = possible(leaf, entrant)
    const trace = traces.get(entrant.id)?.get(leaf.id)
    if (!trace || found?.isOpen || openRelative.has(leaf)) return found?.cases
    return [caseOf(trace.applicableMaximum, trace.points, trace.points)]
  }
}

function prospectOf(entrant: Entrant, evaluation: Unfinished, casesOf: CasesOf): Prospect {
  const { program } = evaluation
  const nodes = possibleNodes(program.nodes, casesOf, program)
  const totals = possibleTotals(nodes, program)
  const bars = program.knockOuts.map(({ test }) => possibleHoldings(test, entrant, nodes, evaluation))
  const mayBeBarred = bars.some((answers) => answers.includes('yes'))
  const mustBeBarred = bars.some((answers) => answers.every((answer) => answer === 'yes'))
  const holdings = new Map<object, readonly Holding[]>()
  return {
    entrant,
    level: entrant.level,
    total: totals.total,
    keys: program.ranking.keys.map((key) => keyRange(key, nodes, totals, evaluation)),
    mayBeRanked: totals.total !== undefined && !mustBeBarred,
    mayBeUnranked: totals.mayBeNone || mayBeBarred,
    mayBeBarred,
    mustBeBarred,
    holdings: (test) => {
      const found = holdings.get(test) ?? possibleHoldings(test, entrant, nodes, evaluation)
      holdings.set(test, found)
      return found
    },
  }
}

/** What the key may come to, as `keyOf` has it. */
function keyRange(
  key: ProgramKey,
  nodes: readonly PossibleNode[],
  { total, bonus, penalty }: PossibleTotals,
  { program }: Evaluation,
): Range {
  switch (key.kind) {
    case 'total': {
      if (!total) return pointsOfCases([])
      if (!key.rounded) return total
      return {
        least: roundTotal(total.least, program) ?? total.least,
        most: roundTotal(total.most, program) ?? total.most,
      }
    }
    case 'bonus':
      return bonus
    case 'penalty':
      return penalty
    case 'node':
      return pointsOfCases(everyNode(nodes).find(({ node }) => node.id === key.id)?.cases ?? [])
  }
}
