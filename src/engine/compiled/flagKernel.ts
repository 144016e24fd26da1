import { isZero, type Rational } from '#base/rational.ts'
import { tierOfFlag } from '../operations.ts'
import type { ProgramTier } from '../program.ts'
import { VALUE } from './columns.ts'
import { exactly, type Kernel, type Setting } from './kernel.ts'
import { putObstacle } from './result.ts'
import { countOf } from './units.ts'

/** Points by có or không, which columns hold as 1 or 0. */
export function flagKernel(tiers: readonly ProgramTier[], setting: Setting): Kernel {
  const judge = (value: Rational) => {
    const tier = tierOfFlag(tiers, !isZero(value))
    return { points: tier.points, branch: tiers.indexOf(tier) }
  }
  const { inputs, units } = setting
  const answers = [false, true].map((is) => {
    const tier = tierOfFlag(tiers, is)
    return { ...countOf(tier.points, units), branch: tiers.indexOf(tier) }
  })
  const awards = Float64Array.from(answers, ({ count }) => count)
  const fractions = Uint8Array.from(answers, ({ exact }) => (exact ? 0 : 1))
  const places = Int8Array.from(answers, ({ branch }) => branch)
  return {
    exact: exactly(setting, judge),
    run: (count, result) => {
      const { numbers, states, offset } = inputs.top.lane
      for (let j = 0; j < count; j++) {
        const state = states[offset + j] as number
        if (state !== VALUE) {
          putObstacle(result, j, state)
          continue
        }
        const is = numbers[offset + j] as number
        result.points[j] = awards[is] as number
        result.inexact[j] = fractions[is] as number
        result.outcomes[j] = VALUE
        result.branches[j] = places[is] as number
      }
    },
  }
}
