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
import type { Program, ProgramNode } from './program.ts'
import { type Evaluation, readInputs } from './readInput.ts'
import type { InputValue, NodeTrace } from './trace.ts'
import { tracesOf } from './tracesOf.ts'

/** A node with what it came to for the entrant that a condition is about. */
export interface ScoredNode {
  readonly node: ProgramNode
  readonly points: Rational
  readonly applicableMaximum: Rational
}

/** What conditions ask of one entrant. */
export interface Conditioned {
  /** The node of that code, where it concerns the entrant. */
  readonly node: (code: string) => ScoredNode | undefined
  /** All nodes that concern the entrant. */
  readonly nodes: () => readonly ScoredNode[]
  /** The entrant's own value of that measure; `undefined` where it is not known. */
  readonly value: (measure: Measure) => InputValue | undefined
}

/**
 * Whether the condition holds for the entrant. Points are held against the part of the maximum that applies; a node of
 * which nothing applies can neither meet nor fail a condition, and `mọi nhóm …` passes over it: where it passes over all,
 * it says nothing.
 */
export function conditionHolds(test: Test, { measures }: Program, entrant: Conditioned): Holding {
  switch (test.kind) {
    case 'flag': {
      const value = entrant.value(certain(measures.get(test.measure.text)))
      return value?.kind === 'flag' ? holding(value.is === test.is) : 'unknown'
    }
    case 'measure': {
      const measure = certain(measures.get(test.measure.text))
      const value = entrant.value(measure)
      const interval = rangeOf(test, measure)
      return value?.kind === 'number' && interval ? holding(contains(interval, value.value)) : 'unknown'
    }
    case 'node': {
      const node = entrant.node(test.code.text)
      return node && applies(node) ? holding(inRange(node, test.range)) : 'notApplicable'
    }
    case 'every': {
      const meant = entrant.nodes().filter((one) => isInScope(one.node, test.scope) && applies(one))
      if (meant.length === 0) return 'notApplicable'
      return holding(meant.every((one) => inRange(one, test.range)))
    }
  }
}

/** Whether a condition holds; nothing can be said where facts are not known, or where the node does not apply. */
export type Holding = 'yes' | 'no' | 'unknown' | 'notApplicable'

/** What conditions ask, from an entrant's facts and its trace. */
export function tracedConditions(
  entrant: Entrant,
  nodes: readonly NodeTrace[],
  evaluation: Evaluation,
): Conditioned {
  const all = tracesOf(nodes)
  return {
    node: (code) => all.find((trace) => trace.node.code === code),
    nodes: () => all,
    value: (measure) => {
      const [input] = readInputs([measure], entrant.level, entrant, evaluation)
      return input?.outcome.kind === 'value' ? input.outcome.value : undefined
    },
  }
}

function holding(is: boolean): Holding {
  return is ? 'yes' : 'no'
}

function applies({ applicableMaximum }: ScoredNode): boolean {
  return !isZero(applicableMaximum)
}

function rangeOf(test: Extract<Test, { kind: 'measure' }>, measure: Measure): Interval | undefined {
  const domain = domainOfMeasure(measure)
  return domain && intervalOf(test.range, undefined, domain)
}

/** Whether `mọi nhóm …` or `mọi tiêu chí …` means the node. */
export function isInScope(node: ProgramNode, scope: 'group' | 'criterion'): boolean {
  if (node.role !== 'scale') return false
  return node.kind === 'branch' ? node.node.kind === scope : scope === 'criterion'
}

/** A penalty's points are held against its limit as what was taken: 2 points off are 2. */
function inRange({ points, applicableMaximum, node }: ScoredNode, range: PointsRange): boolean {
  return contains(pointsInterval(range, applicableMaximum), node.role === 'penalty' ? negate(points) : points)
}

/** The points that a condition asks for, where so much of the maximum applies. */
export function pointsInterval({ low, high }: PointsRange, applicableMaximum: Rational): Interval {
  return {
    low: low && cut(low, applicableMaximum, false),
    high: high && cut(high, applicableMaximum, true),
  }
}

function cut({ award, inclusive }: PointsBound, most: Rational, upper: boolean) {
  return { at: amountOf(award, most), after: upper === inclusive }
}

function certain(measure: Measure | undefined): Measure {
  if (!measure) throw new Error('a checked condition names a measure')
  return measure
}
