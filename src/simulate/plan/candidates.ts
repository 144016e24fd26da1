import { compare, equals, type Rational, ZERO } from '#base/rational.ts'
import {
  type Cohort,
  changesBetween,
  type Program,
  type SheetChanges,
  type Trial,
  totalOf,
} from '#engine/index.ts'
import { byEffort, type Weighed } from './frontier.ts'
import { compareNearness, type Goal } from './goal.ts'
import type { Option } from './lever.ts'
import { chosenOptions, type State, wholeEffort } from './states.ts'

/** What is to be done, what it takes, and where it leads: scored by the engine, like everything that is shown. */
export interface Plan {
  readonly effort: Rational
  /** What is moved, a measure each. */
  readonly options: readonly Option[]
  readonly cohort: Cohort
  readonly changes: SheetChanges
}

/** A way to move everything, scored when it is asked for. */
export interface Candidate {
  readonly effort: Rational
  readonly total: Rational | undefined
  readonly plan: () => Plan
}

/** The ways in the order of effort, the more points first. */
export function candidatesOf(states: readonly State[], trial: Trial, expected: Cohort): readonly Candidate[] {
  const { program } = trial.evaluation
  const candidates = states.map((state): Candidate & Weighed => {
    const { points, bonus, penalty } = state.gained
    const total = totalOf({ points, bonus, penalty, applicableMaximum: state.applicableMaximum }, program)
    const effort = wholeEffort(state)
    let scored: Plan | undefined
    const plan = (): Plan => {
      scored ??= planOf(state, effort, trial, expected)
      if (!isSame(scored.cohort.own.total, total)) throw new Error('a plan comes to what was planned')
      return scored
    }
    return { effort, total, plan, values: [total ?? ZERO], kind: '' }
  })
  return candidates.toSorted(byEffort)
}

function planOf(state: State, effort: Rational, trial: Trial, expected: Cohort): Plan {
  const options = chosenOptions(state)
  const cohort = trial.cohort(options.flatMap(({ changed }) => changed))
  return { effort, options, cohort, changes: changesBetween(expected.own, cohort.own) }
}

function isSame(left: Rational | undefined, right: Rational | undefined): boolean {
  return left && right ? equals(left, right) : left === right
}

/** The one that comes nearest to the goal. */
export function nearest(candidates: readonly Candidate[], goal: Goal, program: Program): Candidate {
  const [first, ...others] = goal.kind === 'points' ? candidates.toSorted(byTotal) : candidates
  if (!first) throw new Error('to leave everything as it is expected to be is a way too')
  if (goal.kind === 'points') return first
  return others.reduce(
    (best, one) =>
      compareNearness(one.plan().cohort.own, best.plan().cohort.own, goal, program) < 0 ? one : best,
    first,
  )
}

function byTotal({ total: left }: Candidate, { total: right }: Candidate): number {
  if (!left || !right) return Number(right !== undefined) - Number(left !== undefined)
  return compare(right, left)
}
