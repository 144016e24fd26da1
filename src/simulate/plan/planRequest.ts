import { didYouMean } from '#base/didYouMean.ts'
import { formatExact } from '#base/formatNumber.ts'
import { divide, isInteger } from '#base/rational.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Program, type Trial, trialOf } from '#engine/index.ts'
import { domainOfMeasure } from '#language/index.ts'
import type { Effort } from '#records/effort.ts'
import { scoredEntrant } from '../scoredEntrant.ts'
import type { Expectation } from '../whatIf.ts'
import type { Ground } from './findLevers.ts'
import type { Goal } from './goal.ts'
import { type Planned, planFor } from './plan.ts'
import { settleGoal } from './settleGoal.ts'
import { type SingleStep, singleSteps } from './singleSteps.ts'

/** What is wanted of whom. */
export interface PlanRequest {
  readonly entrant: string
  readonly goal: Goal
  /** `undefined` where nobody estimated any. */
  readonly efforts: readonly Effort[] | undefined
}

/** A plan with what it was made on. */
export interface Answer {
  readonly planned: Planned
  readonly trial: Trial
  readonly goal: Goal
}

/** The plan of least effort for an entrant, or what is wrong with the question. */
export function makePlan(expectation: Expectation, { goal, ...asked }: PlanRequest): Result<Answer> {
  const found = groundFor(expectation, asked)
  if (!found.ok) return found
  const { trial } = found.value
  const { outlook, evaluation } = expectation
  const settled = settleGoal(goal, trial.cohort([]), evaluation.program, outlook.dossier)
  if (!settled.ok) return settled
  const planned = planFor(found.value, settled.value)
  return { ok: true, value: { planned, trial, goal: settled.value }, diagnostics: [] }
}

/** What an entrant can do next, a measure at a time, or what is wrong with the question. */
export interface NextSteps {
  readonly trial: Trial
  /** What brings most points for its effort first. */
  readonly steps: readonly SingleStep[]
}

/** The single steps of an entrant, without any goal. */
export function nextSteps(expectation: Expectation, asked: Omit<PlanRequest, 'goal'>): Result<NextSteps> {
  const found = groundFor(expectation, asked)
  if (!found.ok) return found
  const { trial } = found.value
  return { ok: true, value: { trial, steps: singleSteps(found.value) }, diagnostics: [] }
}

function groundFor(
  { outlook, evaluation, sheets }: Expectation,
  { entrant: id, efforts }: Omit<PlanRequest, 'goal'>,
): Result<Omit<Ground, 'asks'>> {
  const { dossier, asOf } = outlook
  const faults = efforts ? effortFaults(efforts, outlook.program) : []
  if (faults.length > 0) return failure(faults)
  const found = scoredEntrant(id, dossier, evaluation.program, 'không lập được kế hoạch')
  if (!found.ok) return found
  const trial = trialOf(found.value, evaluation, sheets)
  return { ok: true, value: { trial, since: asOf, reported: dossier.facts, efforts }, diagnostics: [] }
}

/** Efforts of measures that the rulebook does not have, or in steps that their values do not come in. */
function effortFaults(efforts: readonly Effort[], { measures }: Program): readonly Diagnostic[] {
  return efforts.flatMap(({ measure: name, step, label }): Diagnostic[] => {
    const measure = measures.get(name)
    if (!measure) {
      const near = didYouMean(name, measures.keys())
      const help = near ? `ý bạn là \`${near}\`?` : 'dùng tên số liệu như trong bộ tiêu chí'
      const message = `bộ tiêu chí không có số liệu \`${name}\``
      return [
        {
          code: 'unknown-measure',
          severity: 'error',
          message,
          labels: [label('cột measure', 'measure')],
          help,
        },
      ]
    }
    const domain = domainOfMeasure(measure)
    const own = domain?.kind === 'number' ? domain.step : undefined
    if (!step || !own || isInteger(divide(step, own))) return []
    const message = `số liệu \`${name}\` chỉ nhận bội số của ${formatExact(own)}, bước ${formatExact(step)} không phải`
    const help = `ghi một bội số của ${formatExact(own)}`
    return [{ code: 'field-invalid', severity: 'error', message, labels: [label('cột step', 'step')], help }]
  })
}
