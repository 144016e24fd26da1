import { isZero, type Rational, ZERO } from '#base/rational.ts'
import { mostOfPart } from '../judgeParts.ts'
import { partsPoints } from '../operations.ts'
import type { Leaf, ProgramPart } from '../program.ts'
import { MISSING, NOT_APPLICABLE, VALUE } from './columns.ts'
import { plainForm } from './form.ts'
import { itemKernel } from './itemKernel.ts'
import { type Judgement, type Kernel, type Setting, slowKernel } from './kernel.ts'
import { BLOCK } from './lane.ts'
import { emptyResult, NO_TIER, type Result } from './result.ts'
import type { Runner } from './runner.ts'
import { inputsOf, type Scope } from './scope.ts'
import { tableKernel } from './tableKernel.ts'
import { tierKernel } from './tierKernel.ts'
import { countOf } from './units.ts'

/** A criterion whose points are added part by part. */
export function partsRunner(parts: readonly ProgramPart[], leaf: Leaf, scope: Scope): Runner | undefined {
  const { maximum, missingCounts } = leaf
  const { units } = scope
  const compiled = parts.flatMap((part) => {
    const inputs = inputsOf(leaf, [part.measure], scope)
    if (!inputs) return []
    const most = mostOfPart(part, maximum)
    const setting: Setting = {
      inputs,
      form: plainForm(inputs),
      zero: undefined,
      units,
      longestTable: scope.longestTable,
      most: countOf(most, units).count,
      missingLeaves: missingCounts === 'notApplicable',
    }
    return [{ inputs, kernel: kernelOf(part, maximum, setting), most, count: countOf(most, units).count }]
  })
  if (compiled.length < parts.length) return undefined
  const whole = countOf(maximum, units)
  const leaves = missingCounts === 'notApplicable'
  const scratch = emptyResult()
  const [concerned, worst, left] = [new Uint16Array(BLOCK), new Uint8Array(BLOCK), new Uint8Array(BLOCK)]
  const add = (most: number, count: number, result: Result): void => {
    for (let j = 0; j < count; j++) {
      const outcome = scratch.outcomes[j] as number
      if (outcome !== NOT_APPLICABLE) {
        concerned[j] = (concerned[j] as number) + 1
        worst[j] = Math.max(worst[j] as number, outcome)
      }
      if (outcome === NOT_APPLICABLE || (leaves && outcome === MISSING)) left[j] = 1
      else result.applicable[j] = (result.applicable[j] as number) + most
      result.points[j] = (result.points[j] as number) + (scratch.points[j] as number)
      result.inexact[j] = (result.inexact[j] as number) | (scratch.inexact[j] as number)
    }
  }
  return {
    survey: () => {},
    run: (from, to, result) => {
      const count = to - from
      for (const sums of [result.points, result.applicable, result.inexact, concerned, worst, left]) {
        sums.fill(0, 0, count)
      }
      for (const { inputs, kernel, count: most } of compiled) {
        inputs.fill(from, to)
        kernel.run(count, scratch, from)
        add(most, count, result)
      }
      for (let j = 0; j < count; j++) {
        result.points[j] = Math.min(result.points[j] as number, whole.count)
        result.applicable[j] =
          left[j] === 0 ? whole.count : Math.min(result.applicable[j] as number, whole.count)
        result.outcomes[j] = (concerned[j] as number) > 0 ? (worst[j] as number) : NOT_APPLICABLE
        result.branches[j] = NO_TIER
      }
    },
    exact: (at) => {
      const found = compiled.map(({ inputs, kernel, most }) => {
        inputs.fill(at, at + 1)
        const judged = kernel.exact(0, at)
        return typeof judged === 'number'
          ? { state: judged, points: ZERO, most }
          : { state: VALUE, points: judged.points, most }
      })
      const applicable = found.filter(
        ({ state }) => state !== NOT_APPLICABLE && !(leaves && state === MISSING),
      )
      const states = found.map(({ state }) => state).filter((state) => state !== NOT_APPLICABLE)
      return {
        outcome: states.length > 0 ? Math.max(...states) : NOT_APPLICABLE,
        points: partsPoints(
          applicable.map(({ points }) => points),
          maximum,
        ),
        applicable:
          applicable.length === found.length
            ? maximum
            : partsPoints(
                applicable.map(({ most }) => most),
                maximum,
              ),
        branch: NO_TIER,
      }
    },
  }
}

function kernelOf(part: ProgramPart, maximum: Rational, setting: Setting): Kernel {
  switch (part.kind) {
    case 'tiers':
      return tierKernel(part.tiers, false, setting)
    case 'items':
      return itemKernel(part.items, maximum, 'scale', setting)
    case 'flag':
      return flagPartKernel(part.points, setting)
  }
}

/** The points of a part where it is so, none where it is not. */
function flagPartKernel(points: Rational, setting: Setting): Kernel {
  const judge = (value: Rational): Judgement => ({ points: isZero(value) ? ZERO : points, branch: NO_TIER })
  return tableKernel(judge, setting) ?? slowKernel(setting, judge)
}
