import { formatExact, formatRounded } from '#base/formatNumber.ts'
import { maximum, ZERO } from '#base/rational.ts'
import { rankText } from '#engine/index.ts'
import { movesOf, moveText, type SingleStep, singleSteps } from '#simulate/index.ts'
import { barWidth } from '../bar.ts'
import type { AskedOf } from './answers.ts'
import { effortsText, type TypedEfforts } from './efforts.ts'
import { planLink } from './planAnswer.ts'

/** One thing to do, and what it alone would bring. */
export interface StepView {
  readonly text: string
  readonly effort: string
  readonly gain: string
  /** The rank it would bring; empty where there is none. */
  readonly rank: string
  /** How long its bar is, as an SVG length out of 100. */
  readonly width: string
  /** Where it is tried out. */
  readonly url: string
}

/** What to do next, or why it cannot be told. */
export interface StepsView {
  readonly rows: readonly StepView[]
  /** By which efforts. */
  readonly note: string
  readonly faults: readonly string[]
}

/** As many as a reader takes in. */
const MOST_STEPS = 8

/** What to do next, what brings most points for its effort first. */
export function presentSteps(typed: TypedEfforts, of: AskedOf): StepsView {
  if (typed.kind === 'faults') return { rows: [], note: '', faults: typed.faults }
  const note = `${effortsText(typed)} Việc được nhiều điểm nhất cho mỗi công sức đứng trước.`
  return { rows: rowsOf(stepsBy(typed, of), of), note, faults: [] }
}

function stepsBy(typed: Exclude<TypedEfforts, { kind: 'faults' }>, of: AskedOf): readonly SingleStep[] {
  const { outlook } = of.expectation
  const efforts = typed.kind === 'own' ? typed.efforts : undefined
  return singleSteps({ trial: of.trial, since: outlook.asOf, reported: outlook.dossier.facts, efforts })
}

function rowsOf(steps: readonly SingleStep[], of: AskedOf): readonly StepView[] {
  const shown = steps.slice(0, MOST_STEPS)
  const most = shown.map(({ gain }) => gain).reduce(maximum, ZERO)
  const { program, facts } = of.expectation.evaluation
  return shown.map((step) => ({
    text: movesOf(step, facts, program.measures).map(moveText).join('; '),
    effort: formatExact(step.effort),
    gain: `+${formatRounded(step.gain, 2)}`,
    rank: rankText(step.cohort.own),
    width: barWidth(step.gain, most),
    url: planLink(step, '', of),
  }))
}
