import { negate } from '#base/rational.ts'
import type { Example, Expectation, Given } from '#language/index.ts'
import { interpret } from '../interpret.ts'
import type { Leaf, Program } from '../program.ts'
import type { LeafTrace } from '../trace.ts'
import { exampleReaders } from './exampleReaders.ts'
import { amount, NOWHERE } from './makeGiven.ts'
import { applies } from './runExample.ts'

/** An example that holds, since it says what came out, and the trace of what came out. */
export interface MadeExample {
  readonly example: Example
  readonly trace: LeafTrace
}

/** The example of one criterion with those inputs, scored by the evaluator. */
export function makeExample(
  title: string,
  givens: readonly Given[],
  leaf: Leaf,
  program: Program,
): MadeExample {
  const [trace] = interpret([leaf], program, exampleReaders(givens, program))
  if (trace?.kind !== 'leaf') throw new Error('a criterion that is scored by itself has a leaf for a trace')
  const expectations = [expectationOf(trace)]
  const words = { text: title, span: NOWHERE }
  return { example: { kind: 'example', id: -1, span: NOWHERE, title: words, givens, expectations }, trace }
}

function expectationOf(trace: LeafTrace): Expectation {
  const at = { scope: 'criterion', code: { text: trace.node.code, span: NOWHERE }, span: NOWHERE } as const
  if (!applies(trace)) return { ...at, kind: 'notApplicable' }
  const deducted = trace.node.role === 'penalty'
  const points = amount(deducted ? negate(trace.points) : trace.points, false)
  return { ...at, kind: 'points', points, deducted }
}
