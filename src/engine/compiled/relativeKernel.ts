import { isZero, type Rational } from '#base/rational.ts'
import type { CohortFigure } from '#language/index.ts'
import { proportionPoints } from '../operations.ts'
import { type Cohorts, cohortValues } from './cohortValues.ts'
import { VALUE } from './columns.ts'
import { NEAR, nearFactor } from './form.ts'
import {
  exactly,
  type Judgement,
  type Kernel,
  putJudgement,
  type Setting,
  stateAt,
  type ZeroAnswer,
} from './kernel.ts'
import { numberAt } from './lane.ts'
import { NO_TIER } from './result.ts'
import { approximate, countOf } from './units.ts'

/** A kernel that must see its whole cohort before it can judge anyone in it. */
export interface RelativeKernel extends Kernel {
  /** Takes the figures of all cohorts anew. */
  readonly survey: () => void
}

/** The maximum times value over the best or the average value of the cohort. */
export function relativeKernel(
  to: CohortFigure,
  most: Rational,
  cohorts: Cohorts,
  setting: Setting & { readonly zeroFigure: ZeroAnswer | undefined },
): RelativeKernel {
  const { inputs, form, units } = setting
  let figures: readonly (Rational | undefined)[] = []
  let near: Float64Array = new Float64Array()
  const judge = (value: Rational, at: number): Judgement | 'zero' => {
    const figure = figures[cohorts.of[at] as number]
    if (!figure || isZero(figure)) return 'zero'
    return { points: proportionPoints(value, figure, most, undefined), branch: NO_TIER }
  }
  const exact = exactly(setting, judge, setting.zeroFigure)
  const full = countOf(most, units)
  const factor = nearFactor(form)
  return {
    exact,
    survey: () => {
      figures = cohortValues(to, cohorts, setting)
      near = Float64Array.from(figures, (figure) => (figure ? approximate(figure) : 0))
    },
    run: (count, result, from) => {
      const { top, bottom } = inputs
      for (let j = 0; j < count; j++) {
        const figure = near[cohorts.of[from + j] as number] as number
        const lower = bottom ? numberAt(bottom.lane, j) : 1
        const value = (numberAt(top.lane, j) / lower) * factor
        const share = value / figure
        // Whatever is out of the ordinary, or too near to tell, is judged exactly.
        const plain = stateAt(inputs, j) === VALUE && lower > 0 && figure > 0 && value > 0
        if (
          !plain ||
          !full.exact ||
          Math.abs(share - 1) < NEAR ||
          (form.kind === 'quotient' && form.partOf)
        ) {
          putJudgement(result, j, exact(j, from), units)
          continue
        }
        result.points[j] = share > 1 ? full.count : full.count * share
        result.inexact[j] = share > 1 ? 0 : 1
        result.outcomes[j] = VALUE
        result.branches[j] = NO_TIER
      }
    },
  }
}
