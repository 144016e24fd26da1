import { roundWithin } from '#base/rounding.ts'
import { cohortFigures } from '../cohort.ts'
import { factReaders } from '../inputReader.ts'
import { interpret } from '../interpret.ts'
import { measuresIn } from '../judge.ts'
import type { Outcome } from '../outcome.ts'
import type { Leaf, ProgramRule } from '../program.ts'
import { IN_ERROR, MISSING, NOT_APPLICABLE, PENDING, VALUE } from './columns.ts'
import { eachRunner } from './eachRunner.ts'
import { partsRunner } from './partsRunner.ts'
import { exactLeaf, plainRunner } from './plainRunner.ts'
import { copyPlace, emptyResult, NO_TIER, putObstacle } from './result.ts'
import { roundCount } from './roundCount.ts'
import type { ExactLeaf, Runner } from './runner.ts'
import { exceptionsOf, type Scope } from './scope.ts'
import { countOf } from './units.ts'

/** A criterion for the entrants of a scope, who are all judged by their own facts or those of their members. */
export function leafRunner(leaf: Leaf, scope: Scope): Runner {
  return rounded(excepting(leaf, scope) ?? interpreted(leaf, scope), scope)
}

function runnerOf(rule: ProgramRule | 'notApplicable', leaf: Leaf, scope: Scope): Runner | undefined {
  if (rule === 'notApplicable') return exempting(leaf)
  if (rule.kind === 'parts') return partsRunner(rule.parts, leaf, scope)
  const { value } = leaf
  if (value?.each) return eachRunner(rule, leaf, { ...value, each: value.each }, scope)
  return plainRunner(rule, leaf, scope)
}

/** The rule of the criterion and, for those whom an exception is about, the exception's. */
function excepting(leaf: Leaf, scope: Scope): Runner | undefined {
  const general = runnerOf(leaf.rule, leaf, scope)
  const held = exceptionsOf(leaf.exceptions, scope.population.entrants)
  if (!general || !held) return general
  const special = leaf.exceptions.map(({ rule }) => runnerOf(rule, leaf, scope))
  if (special.includes(undefined)) return undefined
  const runners = special.filter((one) => one !== undefined)
  const scratch = emptyResult()
  const runnerAt = (at: number): Runner => runners[held[at] as number] ?? general
  return {
    survey: () => {
      for (const runner of [general, ...runners]) runner.survey()
    },
    exact: (at) => runnerAt(at).exact(at),
    run: (from, to, result) => {
      general.run(from, to, result)
      for (const [place, runner] of runners.entries()) {
        if (!held.subarray(from, to).includes(place)) continue
        runner.run(from, to, scratch)
        for (let j = 0; j < to - from; j++) if (held[from + j] === place) copyPlace(scratch, j, result, j)
      }
    },
  }
}

function exempting(leaf: Leaf): Runner {
  return {
    survey: () => {},
    exact: () => exactLeaf(NOT_APPLICABLE, leaf),
    run: (from, to, result) => {
      for (let j = 0; j < to - from; j++) {
        putObstacle(result, j, NOT_APPLICABLE)
        result.applicable[j] = 0
      }
    },
  }
}

/** Rounds the points of each entrant, where the rulebook says so of every criterion. */
function rounded(runner: Runner, { units, evaluation: { program } }: Scope): Runner {
  const rounding = program.criterionRounding
  if (!rounding) return runner
  const { places, method } = rounding
  const exact = (at: number): ExactLeaf => {
    const found = runner.exact(at)
    return { ...found, points: roundWithin(found.points, found.applicable, places, method) }
  }
  const round = roundCount(rounding, units)
  return {
    survey: runner.survey,
    exact,
    run: (from, to, result) => {
      runner.run(from, to, result)
      for (let j = 0; j < to - from; j++) {
        const count = round(result.points[j] as number, result.inexact[j] === 1)
        const limit = result.applicable[j] as number
        if (count !== undefined) {
          result.points[j] = Math.max(-limit, Math.min(limit, count))
          result.inexact[j] = 0
          continue
        }
        const counted = countOf(exact(from + j).points, units)
        result.points[j] = counted.count
        result.inexact[j] = counted.exact ? 0 : 1
      }
    },
  }
}

const STATES: Readonly<Record<Outcome<unknown>['kind'], number>> = {
  value: VALUE,
  pending: PENDING,
  missing: MISSING,
  notApplicable: NOT_APPLICABLE,
  error: IN_ERROR,
}

/** A criterion whose numbers have more digits than doubles hold: its facts themselves are read, one entrant at a time. */
function interpreted(leaf: Leaf, { evaluation, population, units, readFromFacts }: Scope): Runner {
  for (const { name } of measuresIn(leaf)) readFromFacts.add(name.text)
  const program = { ...evaluation.program, criterionRounding: undefined }
  const figures = cohortFigures(evaluation)
  const exact = (at: number): ExactLeaf => {
    const entrant = population.entrants[at]
    const readers = entrant && factReaders(entrant, evaluation, figures)
    const [trace] = readers ? interpret([leaf], program, readers) : []
    if (trace?.kind !== 'leaf') throw new Error('the criterion concerns the entrant')
    const { points, applicableMaximum: applicable, outcome, rule } = trace
    const tiers = rule?.kind === 'tiers' ? tiersOf(leaf, trace.exception?.rule) : []
    const branch = rule?.kind === 'tiers' ? tiers.findIndex(({ id }) => id === rule.taken.id) : NO_TIER
    return { outcome: STATES[outcome.kind], points, applicable, branch }
  }
  return {
    survey: () => {},
    exact,
    run: (from, to, result) => {
      for (let j = 0; j < to - from; j++) {
        const { outcome, points, applicable, branch } = exact(from + j)
        const counted = countOf(points, units)
        result.points[j] = counted.count
        result.inexact[j] = counted.exact ? 0 : 1
        result.applicable[j] = countOf(applicable, units).count
        result.outcomes[j] = outcome
        result.branches[j] = branch
      }
    },
  }
}

function tiersOf(leaf: Leaf, exception: ProgramRule | 'notApplicable' | undefined) {
  const rule = exception === undefined || exception === 'notApplicable' ? leaf.rule : exception
  return rule.kind === 'tiers' ? rule.tiers : []
}
