import { equals, type Rational, ZERO } from '#base/rational.ts'
import { roundWithin } from '#base/rounding.ts'
import { combineNodes } from './combineNodes.ts'
import type { InputReader, ReaderFor } from './inputReader.ts'
import { judge } from './judge.ts'
import { partsPoints } from './operations.ts'
import type { Outcome } from './outcome.ts'
import type { Branch, Leaf, Program, ProgramNode } from './program.ts'
import type { BranchTrace, LeafTrace, NodeTrace, RuleTrace } from './trace.ts'

/**
 * Scores the nodes of a rulebook by what the readers give, keeping what happened. The reference evaluator: short and
 * obvious.
 *
 * An entrant is scored on the criteria that concern it: those measured at its level and, for a commune, those measured
 * below it. Nodes without any such criterion are left out. What a criterion is `known` to come to is not judged again.
 */
export function interpret(
  nodes: readonly ProgramNode[],
  program: Program,
  readerFor: ReaderFor,
  known: Known = () => undefined,
): readonly NodeTrace[] {
  return nodes.flatMap((node) => interpretNode(node, program, readerFor, known))
}

/** What was found of a criterion before, where nothing that it is judged by has changed since. */
export type Known = (leaf: Leaf) => LeafTrace | undefined

function interpretNode(node: ProgramNode, program: Program, readerFor: ReaderFor, known: Known): NodeTrace[] {
  if (node.kind === 'leaf') {
    const found = known(node)
    if (found) return [found]
    const reader = readerFor(node)
    return reader ? [interpretLeaf(node, program, reader)] : []
  }
  const children = interpret(node.children, program, readerFor, known)
  return children.length === 0 ? [] : [interpretBranch(node, children, program)]
}

function interpretBranch(node: Branch, children: readonly NodeTrace[], program: Program): BranchTrace {
  const below = children.map(({ node: { role }, points, applicableMaximum }) => ({
    role,
    points,
    applicableMaximum,
  }))
  return { kind: 'branch', id: node.id, node, children, ...combineNodes(node, below, program) }
}

function interpretLeaf(node: Leaf, { criterionRounding: rounding }: Program, reader: InputReader): LeafTrace {
  const { inputs, outcome, value, rule, exception } = judge(node, reader)
  const { points: exact, applicableMaximum } = count(node, outcome, rule)
  const points = rounding ? roundWithin(exact, applicableMaximum, rounding.places, rounding.method) : exact
  const roundedFrom = equals(points, exact) ? undefined : exact
  return {
    kind: 'leaf',
    id: node.id,
    node,
    inputs,
    outcome,
    value,
    rule,
    exception,
    points,
    roundedFrom,
    applicableMaximum,
  }
}

/** The points that count, and the part of the maximum that they are out of. */
function count(
  { maximum, missingCounts }: Leaf,
  outcome: Outcome<Rational>,
  rule: RuleTrace | undefined,
): { readonly points: Rational; readonly applicableMaximum: Rational } {
  const missingLeaves = missingCounts === 'notApplicable'
  if (rule?.kind === 'parts') {
    // Parts that do not apply leave the maximum; those whose facts are there count whatever the others lack.
    const applicable = rule.parts.filter(({ input }) => {
      const { kind } = input.outcome
      return kind !== 'notApplicable' && !(kind === 'missing' && missingLeaves)
    })
    const all = applicable.length === rule.parts.length
    const most = applicable.map((part) => part.most)
    return {
      points: partsPoints(
        applicable.map(({ points }) => points),
        maximum,
      ),
      applicableMaximum: all ? maximum : partsPoints(most, maximum),
    }
  }
  const applies = outcome.kind !== 'notApplicable' && !(outcome.kind === 'missing' && missingLeaves)
  return {
    points: outcome.kind === 'value' ? outcome.value : ZERO,
    applicableMaximum: applies ? maximum : ZERO,
  }
}
