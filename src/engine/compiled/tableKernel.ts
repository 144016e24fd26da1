import { NOT_APPLICABLE, VALUE } from './columns.ts'
import { valueFrom } from './form.ts'
import { exactly, type Judge, type Kernel, type Setting, takesOut } from './kernel.ts'
import { numberAt } from './lane.ts'
import { countOf } from './units.ts'
import { answeringWithoutRule } from './withoutRule.ts'

/**
 * A rule over whole numbers from 0 to some hundreds, judged exactly for each of them beforehand: then points are looked up.
 * `undefined` where the inputs are something else.
 */
export function tableKernel(judge: Judge, setting: Setting): Kernel | undefined {
  const { inputs, form, units, most, longestTable } = setting
  const { top, bottom } = inputs
  if (form.kind !== 'number' || bottom || top.negative || top.most > longestTable) return undefined
  const judged = Array.from({ length: Math.floor(top.most) + 1 }, (_, number) =>
    judge(valueFrom(form, number, 1)),
  )
  const counted = judged.map((one) =>
    one ? countOf(one.points, units) : { count: Number.NaN, exact: false },
  )
  const awards = Float64Array.from(counted, ({ count }) => count)
  const fractions = Uint8Array.from(counted, ({ exact }) => (exact ? 0 : 1))
  const branches = Int8Array.from(judged, (one) => one?.branch ?? 0)
  const whole = fractions.every((fraction) => fraction === 0)
  const isAnswered = answeringWithoutRule(setting)
  const leaves = takesOut(setting)
  return {
    exact: exactly(setting, judge),
    run: (count, result) => {
      for (let j = 0; j < count; j++) {
        if (isAnswered(result, j)) continue
        const number = numberAt(top.lane, j)
        result.points[j] = awards[number] as number
        result.inexact[j] = fractions[number] as number
        result.outcomes[j] = VALUE
        result.branches[j] = branches[number] as number
      }
    },
    // A number that is not there is below zero.
    add: (count, { points, applicable, inexact }) => {
      const { numbers, states, offset } = top.lane
      const given = awards
      for (let j = 0; j < count; j++) {
        const number = numbers[offset + j] as number
        if (number >= 0) points[j] = (points[j] as number) + (given[number] as number)
        else {
          const state = states[offset + j] as number
          if (state >= leaves && state <= NOT_APPLICABLE) applicable[j] = (applicable[j] as number) - most
        }
      }
      if (whole) return
      for (let j = 0; j < count; j++) {
        const number = numbers[offset + j] as number
        if (number >= 0 && fractions[number] === 1) inexact[j] = 1
      }
    },
  }
}
