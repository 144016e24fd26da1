import { periodKey } from '#base/period.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { toExactText } from '#base/rational.ts'
import {
  type Evaluation,
  factText,
  numberToJson,
  type Program,
  type ScoreSheet,
  totalToJson,
} from '#engine/index.ts'
import type { Plan } from './candidates.ts'
import type { Goal } from './goal.ts'
import { movesOf } from './moves.ts'
import type { Answer, NextSteps } from './planRequest.ts'

/** The documented JSON form of a plan (docs/json.md). */
export function planToJson({ planned, trial, goal }: Answer): object {
  const { entrant, evaluation } = trial
  const { program, asOf } = evaluation
  const plan = (one: Plan): object => onePlan(one, evaluation)
  return {
    entrant: entrant.id,
    name: entrant.name,
    horizon: formatIsoDate(asOf),
    goal: goalToJson(goal),
    outcome: planned.kind,
    expected: standing(planned.expected.own, program),
    plans: planned.kind === 'reached' ? planned.plans.map(plan) : [],
    below: planned.kind === 'reached' && planned.below ? plan(planned.below) : null,
    most: planned.kind === 'unreachable' ? plan(planned.most) : null,
    ways: 'ways' in planned ? `${planned.ways}` : null,
    coarse:
      'coarse' in planned
        ? planned.coarse.map(({ measure, step }) => ({ measure: measure.name.text, step: toExactText(step) }))
        : [],
    hindered: 'levers' in planned ? planned.levers.map(({ measure }) => measure.name.text) : [],
    leftOut: planned.leftOut.map(({ measure, reason }) => ({ measure: measure.name.text, reason })),
  }
}

/** The documented JSON form of the single steps of an entrant (docs/json.md). */
export function nextStepsToJson({ trial, steps }: NextSteps): object {
  const { entrant, evaluation } = trial
  const { program, asOf } = evaluation
  return {
    entrant: entrant.id,
    name: entrant.name,
    horizon: formatIsoDate(asOf),
    expected: standing(trial.cohort([]).own, program),
    steps: steps.map((step) => ({ gain: numberToJson(step.gain), ...onePlan(step, evaluation) })),
  }
}

function goalToJson(goal: Goal): object {
  return goal.kind === 'points' ? { kind: goal.kind, points: numberToJson(goal.points) } : goal
}

function onePlan(plan: Plan, { facts, program }: Evaluation): object {
  return {
    effort: numberToJson(plan.effort),
    moves: movesOf(plan, facts, program.measures).map(({ measure, effort, changes }) => ({
      measure: measure.name.text,
      title: measure.title.text,
      effort: numberToJson(effort),
      changes: changes.map(({ fact, expected }) => ({
        entrant: fact.entrant,
        period: periodKey(fact.period),
        before: expected ? factText(expected, measure) : null,
        after: factText(fact, measure),
      })),
    })),
    standing: standing(plan.cohort.own, program),
  }
}

function standing(sheet: ScoreSheet, program: Program): object {
  return { total: totalToJson(sheet, program), rank: sheet.rank ?? null, class: sheet.class ?? null }
}
