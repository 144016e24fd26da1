import { contains, type Interval } from '#base/interval.ts'
import { isZero, negate, type Rational } from '#base/rational.ts'
import {
  amountOf,
  domainOfMeasure,
  intervalOf,
  type Measure,
  type PointsBound,
  type PointsRange,
  type Test,
} from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Program } from './program.ts'
import { type Evaluation, readInputs } from './readInput.ts'
import type { InputValue, NodeTrace } from './trace.ts'
import { tracesOf } from './tracesOf.ts'

/**
 * Whether the condition holds for the entrant. Points are held against the part of the maximum that applies; a node of
 * which nothing applies can neither meet nor fail a condition, and `mọi nhóm …` passes over it.
 */
export function conditionHolds(
  test: Test,
  entrant: Entrant,
  nodes: readonly NodeTrace[],
  evaluation: Evaluation,
): Holding {
  switch (test.kind) {
    case 'flag': {
      const value = readMeasure(test.measure.text, entrant, evaluation)
      return value?.kind === 'flag' ? holding(value.is === test.is) : 'unknown'
    }
    case 'measure': {
      const value = readMeasure(test.measure.text, entrant, evaluation)
      const measure = evaluation.program.measures.get(test.measure.text)
      const interval = measure && rangeOf(test, measure)
      return value?.kind === 'number' && interval ? holding(contains(interval, value.value)) : 'unknown'
    }
    case 'node': {
      const node = tracesOf(nodes).find((trace) => trace.node.code === test.code.text)
      return node && applies(node) ? holding(inRange(node, test.range)) : 'notApplicable'
    }
    case 'every':
      return holding(
        tracesOf(nodes)
          .filter((trace) => isScope(trace, test.scope) && applies(trace))
          .every((trace) => inRange(trace, test.range)),
      )
  }
}

/** Whether a condition holds; nothing can be said where facts are not known, or where the node does not apply. */
export type Holding = 'yes' | 'no' | 'unknown' | 'notApplicable'

function holding(is: boolean): Holding {
  return is ? 'yes' : 'no'
}

/** A penalty always applies: nothing was taken, or something was. */
function applies({ node, applicableMaximum }: NodeTrace): boolean {
  return node.role === 'penalty' || !isZero(applicableMaximum)
}

function rangeOf(test: Extract<Test, { kind: 'measure' }>, measure: Measure): Interval | undefined {
  const domain = domainOfMeasure(measure)
  return domain && intervalOf(test.range, undefined, domain)
}

function isScope({ node }: NodeTrace, scope: 'group' | 'criterion'): boolean {
  if (node.role !== 'scale') return false
  return node.kind === 'branch' ? node.node.kind === scope : scope === 'criterion'
}

/** A penalty's points are held against its limit as what was taken: 2 points off are 2. */
function inRange({ points, applicableMaximum, node }: NodeTrace, { low, high }: PointsRange): boolean {
  const most = node.role === 'scale' ? applicableMaximum : node.maximum
  const interval = { low: low && cut(low, most, false), high: high && cut(high, most, true) }
  return contains(interval, node.role === 'penalty' ? negate(points) : points)
}

function cut({ award, inclusive }: PointsBound, most: Rational, upper: boolean) {
  return { at: amountOf(award, most), after: upper === inclusive }
}

function readMeasure(name: string, entrant: Entrant, evaluation: Evaluation): InputValue | undefined {
  const measure = certain(evaluation.program, name)
  const [input] = readInputs([measure], entrant.level, entrant, evaluation)
  return input?.outcome.kind === 'value' ? input.outcome.value : undefined
}

function certain({ measures }: Program, name: string): Measure {
  const measure = measures.get(name)
  if (!measure) throw new Error('a checked condition names a measure')
  return measure
}
