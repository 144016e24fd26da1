import { didYouMean } from '#base/didYouMean.ts'
import { formatExact } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { divide, isInteger } from '#base/rational.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Cohort, type Program, type Trial, trialOf } from '#engine/index.ts'
import { domainOfMeasure } from '#language/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Effort } from '#records/effort.ts'
import { scoredEntrant } from '../scoredEntrant.ts'
import type { Expectation } from '../whatIf.ts'
import type { Ground } from './findLevers.ts'
import { classTitles, type Goal } from './goal.ts'
import { type Planned, planFor } from './plan.ts'
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
  const unclear = goalFault(goal, trial.cohort([]), evaluation.program, outlook.dossier)
  if (unclear) return failure([unclear])
  return { ok: true, value: { planned: planFor(found.value, goal), trial, goal }, diagnostics: [] }
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

function goalFault(
  goal: Goal,
  { own, sheets }: Cohort,
  program: Program,
  { entrants }: Dossier,
): Diagnostic | undefined {
  switch (goal.kind) {
    case 'points':
      return undefined
    case 'class': {
      const titles = classTitles(program)
      if (titles.includes(goal.title)) return undefined
      const known = listText(titles.map((title) => `«${title}»`))
      const help = titles.length > 0 ? `các loại: ${known}` : 'bộ tiêu chí này không xếp loại'
      return plain('goal-unclear', `không có loại «${goal.title}»`, help)
    }
    case 'rank': {
      if (goal.rank >= 1 && goal.rank <= sheets.length) return undefined
      const message = `không có hạng ${goal.rank}: xếp hạng cùng nhau có ${sheets.length} đối tượng`
      return plain('goal-unclear', message, `ghi một hạng từ 1 đến ${sheets.length}`)
    }
    case 'pass': {
      if (goal.entrant === own.entrant.id)
        return plain('goal-unclear', 'không thể vượt chính mình', 'ghi mã của đối tượng khác')
      if (sheets.some(({ entrant }) => entrant.id === goal.entrant)) return undefined
      const near = didYouMean(
        goal.entrant,
        sheets.map(({ entrant }) => entrant.id),
      )
      const other = entrants.find(({ id }) => id === goal.entrant)
      const message = other
        ? `${own.entrant.name} và ${other.name} không xếp hạng cùng nhau`
        : `không có đối tượng \`${goal.entrant}\``
      return plain(
        'goal-unclear',
        message,
        near ? `ý bạn là \`${near}\`?` : 'ghi mã của đối tượng cùng bảng xếp hạng',
      )
    }
  }
}

function plain(code: Diagnostic['code'], message: string, help: string): Diagnostic {
  return { code, severity: 'error', message, labels: [], help }
}
