import type { Leaf, ProgramRule } from '#engine/index.ts'
import type { CohortFigure } from '#language/index.ts'
import { isNothing, type Judged } from './compare.ts'
import { literal } from './literal.ts'
import { rulePoints } from './rulePoints.ts'
import { STATE, ZERO_DIVISOR } from './state.ts'

/** The cells of one judgement that its result is made from. */
export interface JudgedCells {
  /** What the inputs come to together. */
  readonly inputs: string
  /** What the judgement comes to. */
  readonly result: string
  /** The cluster's figure, where the rule goes by one; `0` where there is none. */
  readonly figure: string
}

type ValueRule = Exclude<ProgramRule, { kind: 'parts' }>

/** The code of what a value comes to: that of its inputs but where there is nothing to divide by. */
export function resultState(rule: ValueRule, { zeros }: Leaf, { inputs, figure }: JudgedCells): string {
  const stateOf = (divisor: 'measure' | CohortFigure): number => {
    const answer = zeros[divisor]
    if (!answer) return STATE.error
    return answer.kind === 'notApplicable' ? STATE.notApplicable : STATE.value
  }
  const relative =
    rule.kind === 'relative'
      ? `IF(AND(${inputs}=${STATE.value},${isNothing(figure)}),${stateOf(rule.to)},${inputs})`
      : inputs
  return zeros.measure ? `IF(${inputs}=${ZERO_DIVISOR},${stateOf('measure')},${relative})` : relative
}

/** The points of a value that is there, and 0 otherwise. */
export function resultPoints(
  rule: ValueRule,
  leaf: Leaf,
  value: Judged,
  { inputs, result, figure }: JudgedCells,
): string {
  const pointsOf = (divisor: 'measure' | CohortFigure): string => {
    const answer = leaf.zeros[divisor]
    return answer?.kind === 'points' ? literal(answer.points) : '0'
  }
  const points = rulePoints(rule, value, leaf, figure)
  const relative =
    rule.kind === 'relative' ? `IF(${isNothing(figure)},${pointsOf(rule.to)},${points})` : points
  const whole = leaf.zeros.measure
    ? `IF(${inputs}=${ZERO_DIVISOR},${pointsOf('measure')},${relative})`
    : relative
  return `IF(${result}=${STATE.value},${whole},0)`
}
