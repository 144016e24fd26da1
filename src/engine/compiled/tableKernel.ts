import { NOT_APPLICABLE, VALUE } from './columns.ts'
import { valueFrom } from './form.ts'
import { exactly, type Judge, type Kernel, mildestLeaving, type Setting } from './kernel.ts'
import { numberAt, standIn } from './lane.ts'
import { BELOW, type Lookup } from './lookup.ts'
import { countOf } from './units.ts'
import { answeringWithoutRule } from './withoutRule.ts'

/**
 * A rule over whole numbers from 0 to some hundreds, judged exactly for each of them beforehand: then points are looked up.
 * `undefined` where the inputs are something else.
 */
export function tableKernel(judge: Judge, setting: Setting): Kernel | undefined {
  const { inputs, form, units, longestTable } = setting
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
  const isAnswered = answeringWithoutRule(setting)
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
    lookup: lookupOf(awards, fractions, setting),
  }
}

/** The same points for sums; who has no value is found below zero. */
function lookupOf(awards: Float64Array, fractions: Uint8Array, setting: Setting): Lookup {
  const { inputs, most } = setting
  const { complete, alwaysApplies } = inputs.top
  const points = new Float64Array(BELOW + awards.length)
  points.set(awards, BELOW)
  const marks = new Uint8Array(BELOW + awards.length)
  marks.set(fractions, BELOW)
  const leaving = new Float64Array(BELOW + awards.length)
  const mildest = mildestLeaving(setting)
  for (let state = mildest; state <= NOT_APPLICABLE; state++) leaving[standIn(state) + BELOW] = -most
  const nobodyLeaves = complete || (alwaysApplies && mildest === NOT_APPLICABLE)
  return {
    points,
    fractions: fractions.includes(1) ? marks : undefined,
    leaving: nobodyLeaves ? undefined : leaving,
  }
}
