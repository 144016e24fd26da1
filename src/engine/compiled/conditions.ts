import { dateOfNumber } from '#base/plainDate.ts'
import { divide, rational } from '#base/rational.ts'
import type { Measure, Test } from '#language/index.ts'
import { type Conditioned, conditionHolds, type Holding, type ScoredNode } from '../conditionHolds.ts'
import type { Program } from '../program.ts'
import { readInputs } from '../readInput.ts'
import type { InputValue } from '../trace.ts'
import { VALUE } from './columns.ts'
import { ABSENT } from './result.ts'
import { levelInputs, type Scope } from './scope.ts'
import { everyNode, type TreeNode } from './tree.ts'

/** Holds conditions against the entrants of a scope, each exactly. */
export function conditionsOf(tree: readonly TreeNode[], scope: Scope): (test: Test, at: number) => Holding {
  const all = everyNode(tree)
  const byCode = new Map(all.toReversed().map((one) => [one.node.code, one]))
  const read = valueReader(scope)
  const scored = (one: TreeNode, at: number): ScoredNode | undefined => {
    const { outcome, points, applicable } = one.exact(at)
    return outcome === ABSENT ? undefined : { node: one.node, points, applicableMaximum: applicable }
  }
  return (test, at) => {
    const entrant: Conditioned = {
      node: (code) => {
        const found = byCode.get(code)
        return found && scored(found, at)
      },
      nodes: () => all.flatMap((one) => scored(one, at) ?? []),
      value: (measure) => read(measure, at),
    }
    return conditionHolds(test, scope.evaluation.program, entrant)
  }
}

/** Reads measures of the scope's own entrants, from their columns where those hold them. */
function valueReader(scope: Scope): (measure: Measure, at: number) => InputValue | undefined {
  const { evaluation, population } = scope
  const asked = measuresAsked(evaluation.program)
  const known = new Map(asked.map((measure) => [measure, levelInputs([measure], scope)]))
  for (const [{ name }, inputs] of known) if (!inputs) scope.readFromFacts.add(name.text)
  return (measure, at) => {
    const inputs = known.get(measure)
    if (!inputs) {
      const entrant = population.entrants[at]
      const [input] = entrant ? readInputs([measure], population.level, entrant, evaluation) : []
      return input?.outcome.kind === 'value' ? input.outcome.value : undefined
    }
    inputs.fill(at, at + 1)
    const { lane, scale } = inputs.top
    if (lane.states[lane.offset] !== VALUE) return undefined
    const number = lane.numbers[lane.offset] as number
    switch (measure.type?.kind) {
      case 'flag':
        return { kind: 'flag', is: number === 1 }
      case 'date':
        return { kind: 'date', date: dateOfNumber(number) }
      default:
        return { kind: 'number', value: divide(rational(BigInt(number)), rational(BigInt(scale))) }
    }
  }
}

/** The measures that conditions of ranking and of classes ask. */
function measuresAsked({ knockOuts, classes, measures }: Program): readonly Measure[] {
  const tests = [...knockOuts.map(({ test }) => test), ...classes.flatMap((one) => one.tests)]
  const asked = tests.flatMap((test) =>
    test.kind === 'flag' || test.kind === 'measure' ? (measures.get(test.measure.text) ?? []) : [],
  )
  return [...new Set(asked)]
}
