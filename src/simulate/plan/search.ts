import { compare } from '#base/rational.ts'
import type { Cohort, Program } from '#engine/index.ts'
import { type Candidate, candidatesOf, nearest, type Plan } from './candidates.ts'
import type { Desk } from './desk.ts'
import { exactPointsOf, NOWHERE_EXACT } from './exactPoints.ts'
import type { Asks } from './findLevers.ts'
import { type Goal, meets, mightMeet } from './goal.ts'
import type { Option } from './lever.ts'
import { solve } from './solve.ts'
import type { Scope, Task, Ties } from './task.ts'

/** Where a plan is looked for. */
export interface Field {
  readonly desk: Desk
  readonly options: Task['options']
  readonly asks: Asks
  readonly goal: Goal
  /** Where things go without a plan. */
  readonly expected: Cohort
}

/** What came of looking. */
export type Searched =
  | { readonly kind: 'reached'; readonly plans: readonly Plan[]; readonly below: Plan | undefined }
  | { readonly kind: 'unreachable'; readonly most: Plan }
  | { readonly kind: 'tooMany' }

/** How many plans are told. */
const MOST_PLANS = 4

/**
 * Looks for the plan of least effort, in three rounds. First for what can be reached at all, whatever it takes; if the goal is not
 * among it, nothing reaches it. Then, with a few of the options of each lever, for some effort that is enough. Last for the
 * least: over all options, but no further than what is known to be enough.
 */
export function search(field: Field): Searched {
  const most = look(field, { kind: 'most' })
  if (!most) return { kind: 'tooMany' }
  const reaching = most.find((one) => isEnough(one, field))
  if (!reaching) return unreachable(field, most)
  const some = look({ ...field, options: fewOf(field.options) }, LEAST)
  const known = some ? sequence(some, field) : []
  const enough = known.at(-1)?.effort ?? reaching.effort
  const all = look(field, { kind: 'least', enough })
  if (!all) return { kind: 'tooMany' }
  const chosen = sequence(all, field)
  const [first] = chosen
  if (!first) throw new Error('what is enough with some options is enough with all')
  const cheaper = all.filter((one) => compare(one.effort, first.effort) < 0)
  return {
    kind: 'reached',
    plans: chosen.map((one) => one.plan()),
    below: cheaper.length > 0 ? nearest(cheaper, field.goal, programOf(field)).plan() : undefined,
  }
}

/** The nearest to a goal that is never reached, and of those that with the least effort. */
function unreachable(field: Field, most: readonly Candidate[]): Searched {
  const best = nearest(most, field.goal, programOf(field))
  const { total, rank } = best.plan().cohort.own
  const asksRank = field.goal.kind === 'rank' || field.goal.kind === 'pass'
  const goal: Goal | undefined =
    asksRank && rank !== undefined ? { kind: 'rank', rank } : total && { kind: 'points', points: total }
  const next = goal && { ...field, goal }
  const all = next && look(next, { kind: 'least', enough: best.effort })
  const least = next && all?.find((one) => isEnough(one, next))
  return { kind: 'unreachable', most: (least ?? best).plan() }
}

/** Whatever it takes. */
const LEAST: Scope = { kind: 'least', enough: undefined }

/** That of least effort which reaches the goal, then that of least effort for each better rank. */
function sequence(candidates: readonly Candidate[], field: Field): readonly Candidate[] {
  const chosen: Candidate[] = []
  for (const one of candidates) {
    const rank = chosen.at(-1)?.plan().cohort.own.rank
    if (chosen.length === MOST_PLANS || (chosen.length > 0 && (rank === undefined || rank === 1))) break
    const better =
      rank === undefined ? undefined : { ...field, goal: { kind: 'rank', rank: rank - 1 } as const }
    if ((!better || isEnough(one, better)) && isEnough(one, field)) chosen.push(one)
  }
  return chosen
}

/** The ways in the order of effort; `undefined` where there are too many. */
function look(field: Field, scope: Scope): readonly Candidate[] | undefined {
  const ties = tiesOf(field)
  const found = lookWith(field, scope, NO_TIES)
  if (!found || ties === NO_TIES) return found
  const place = found.findIndex((one) => isEnough(one, field))
  const before = place < 0 ? found : found.slice(0, place)
  // Of ways of equal effort and total only one was kept: where a tie was lost, another might have won it.
  const mayHaveLost = before.some((one) => mightBeEnough(one, field))
  return mayHaveLost ? lookWith(field, scope, ties) : found
}

function lookWith(field: Field, scope: Scope, ties: Ties): readonly Candidate[] | undefined {
  const { desk, expected } = field
  const states = solve(taskOf(field, scope, ties))
  return states && candidatesOf(states, desk.trial, expected)
}

function isEnough(one: Candidate, field: Field): boolean {
  return mightBeEnough(one, field) && meets(one.plan().cohort, field.goal, programOf(field))
}

/** How others stand is known as long as nothing that is moved moves them. */
function mightBeEnough({ total }: Candidate, field: Field): boolean {
  const { options, expected, goal } = field
  if ([...options.keys()].some(({ movesOthers }) => movesOthers)) return true
  return total !== undefined && mightMeet(total, expected, goal, programOf(field))
}

/** Totals alone. */
const NO_TIES: Ties = { nodes: [], outside: false }

/** What the ranking goes by after the total, where it matters. */
function tiesOf({ asks, desk }: Field): Ties {
  const { keys: ranking } = desk.trial.evaluation.program.ranking
  const [first, ...others] = asks.others ? ranking : []
  const keys = first && first.kind !== 'total' ? [first, ...others] : others
  if (keys.length === 0) return NO_TIES
  return {
    nodes: keys.flatMap((key) => (key.kind === 'node' ? [key.id] : [])),
    outside: keys.some(({ kind }) => kind === 'bonus' || kind === 'penalty'),
  }
}

function taskOf({ desk, options, asks }: Field, scope: Scope, ties: Ties): Task {
  const { program } = desk.trial.evaluation
  const { classes, knockOuts } = program
  const conditions = [...classes.flatMap(({ tests }) => tests), ...knockOuts.map(({ test }) => test)]
  const tests = asks.standing ? conditions.filter(({ kind }) => kind === 'node' || kind === 'every') : []
  const places = new Map([...options.values()].flat().map((option, place) => [option, place]))
  const exact = asks.standing ? exactPointsOf(program) : NOWHERE_EXACT
  return { desk, program, options, places, tests, exact, ties, scope }
}

/** So many options of each lever give a first idea. */
const FEW = 10

function fewOf(options: Task['options']): Task['options'] {
  return new Map([...options].map(([lever, all]) => [lever, thinned(all)]))
}

/** Some options, evenly chosen, with the first and the last. */
function thinned(options: readonly Option[]): readonly Option[] {
  if (options.length <= FEW) return options
  const last = options.length - 1
  return Array.from({ length: FEW }, (_, index) => options[Math.round((index * last) / (FEW - 1))]).filter(
    (option) => option !== undefined,
  )
}

function programOf({ desk }: Field): Program {
  return desk.trial.evaluation.program
}
