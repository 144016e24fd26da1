import { formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { equals, isZero, negate, type Rational } from '#base/rational.ts'
import { type Example, type Expectation, exampleDay } from '#language/index.ts'
import { interpret } from '../interpret.ts'
import { programOn } from '../prepare.ts'
import type { Program, ProgramNode } from '../program.ts'
import type { NodeTrace } from '../trace.ts'
import { exampleReaders } from './exampleReaders.ts'

/** What came of an example. */
export interface ExampleResult {
  readonly example: Example
  /** The rulebook as it stands on the day that the example speaks of. */
  readonly program: Program
  readonly findings: readonly Finding[]
  readonly holds: boolean
}

/** One thing an example expects, and what came out. */
export interface Finding {
  readonly expected: Expectation
  readonly trace: NodeTrace
  readonly holds: boolean
}

/** Runs every example of the rulebook, in reading order, each on the version that it speaks of. */
export function runExamples(program: Program): readonly ExampleResult[] {
  const on = versionsOf(program)
  return program.written.examples.map((example) =>
    runExample(example, on(exampleDay(example, program.written))),
  )
}

/** The rulebook as it stands on a day; each day is prepared once. */
export function versionsOf(program: Program): (day: PlainDate) => Program {
  const prepared = new Map<string, Program>()
  return (day) => {
    const key = formatIsoDate(day)
    const found = prepared.get(key) ?? programOn(program, day)
    prepared.set(key, found)
    return found
  }
}

/** Scores what the example speaks of by what it gives, with the evaluator that scores entrants. */
function runExample(example: Example, program: Program): ExampleResult {
  const findings = example.expectations.map((expected): Finding => {
    const trace = traceOf(expected, example, program)
    return { expected, trace, holds: holds(expected, trace) }
  })
  return { example, program, findings, holds: findings.every((finding) => finding.holds) }
}

function traceOf({ code }: Expectation, { givens }: Pick<Example, 'givens'>, program: Program): NodeTrace {
  const node = nodeNamed(code.text, program.nodes)
  const [trace] = node ? interpret([node], program, exampleReaders(givens, program)) : []
  if (!trace) throw new Error('a checked example names a node of its version')
  return trace
}

function nodeNamed(code: string, nodes: readonly ProgramNode[]): ProgramNode | undefined {
  for (const node of nodes) {
    if (node.code === code) return node
    const below = node.kind === 'branch' ? nodeNamed(code, node.children) : undefined
    if (below) return below
  }
  return undefined
}

/** Points are compared exactly; what does not apply gives none, not even 0. */
function holds(expected: Expectation, trace: NodeTrace): boolean {
  if (expected.kind === 'notApplicable') return !applies(trace)
  return applies(trace) && equals(trace.points, pointsExpected(expected))
}

/** The points as traces count them: what is taken is negative. */
export function pointsExpected({ points, deducted }: Extract<Expectation, { kind: 'points' }>): Rational {
  return deducted ? negate(points.value) : points.value
}

/** Whether any of the node's maximum applies to the entrant. */
export function applies({ applicableMaximum, node }: NodeTrace): boolean {
  return !isZero(applicableMaximum) || isZero(node.maximum)
}
