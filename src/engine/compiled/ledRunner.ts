import { ZERO } from '#base/rational.ts'
import type { Leaf } from '../program.ts'
import { leafRunner } from './leaf.ts'
import { ABSENT, copyPlace, emptyResult, NO_TIER, type Result } from './result.ts'
import type { Runner } from './runner.ts'
import type { Scope } from './scope.ts'

/**
 * A criterion for the units of a scope: for those that lead it what it comes to for their communes, for the others nothing.
 * `undefined` where no unit of the scope leads it.
 */
export function ledRunner(leaf: Leaf, scope: Scope): Runner | undefined {
  const communes = scope.columns.populations.get('commune')
  const { entrants } = scope.population
  if (!communes || !scope.evaluation.program.unitsByLead) return undefined
  const subjects = Int32Array.from(entrants, ({ name, parent }) =>
    leaf.leads.includes(name) ? (communes.at.get(parent ?? '') ?? -1) : -1,
  )
  if (!subjects.some((subject) => subject >= 0)) return undefined
  const runner = leafRunner(leaf, { ...scope, population: communes })
  const scratch = emptyResult()
  return {
    survey: runner.survey,
    exact: (at) => {
      const subject = subjects[at] as number
      if (subject >= 0) return runner.exact(subject)
      return { outcome: ABSENT, points: ZERO, applicable: ZERO, branch: NO_TIER }
    },
    run: (from, to, result) => {
      for (let j = 0; j < to - from; j++) {
        const subject = subjects[from + j] as number
        if (subject < 0) putAbsence(result, j)
        else {
          runner.run(subject, subject + 1, scratch)
          copyPlace(scratch, 0, result, j)
        }
      }
    },
  }
}

function putAbsence(result: Result, j: number): void {
  result.points[j] = 0
  result.applicable[j] = 0
  result.inexact[j] = 0
  result.outcomes[j] = ABSENT
  result.branches[j] = NO_TIER
}
