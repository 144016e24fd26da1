import { ZERO } from '#base/rational.ts'
import { type Leaf, type Program, type ProgramNode, totalOf } from '#engine/index.ts'
import type { Range } from '#language/index.ts'
import { addCases, addRange, type Case, combineCases, extremes, isNothing, pointsOfCases } from './cases.ts'

/** A node with all that it may come to for an entrant. */
export interface PossibleNode {
  readonly node: ProgramNode
  readonly cases: readonly Case[]
  readonly children: readonly PossibleNode[]
}

/** The cases of each criterion; `undefined` where it does not concern whom it is about. */
export type CasesOf = (leaf: Leaf) => readonly Case[] | undefined

/** The nodes that concern an entrant, with their cases. Criteria are taken to be independent of each other. */
export function possibleNodes(
  nodes: readonly ProgramNode[],
  casesOf: CasesOf,
  program: Program,
): readonly PossibleNode[] {
  return nodes.flatMap((node): PossibleNode[] => {
    if (node.kind === 'leaf') {
      const cases = casesOf(node)
      return cases ? [{ node, cases, children: [] }] : []
    }
    const children = possibleNodes(node.children, casesOf, program)
    if (children.length === 0) return []
    const counted = children.filter((child) => child.node.role === node.role).map(({ cases }) => cases)
    return [{ node, cases: combineCases(node, counted, program), children }]
  })
}

/** What an entrant's nodes may come to together. */
export interface PossibleTotals {
  /** Exact, bonus and penalty included; `undefined` where nothing can apply. */
  readonly total: Range | undefined
  /** Whether there may be no total because nothing applies. */
  readonly mayBeNone: boolean
  readonly bonus: Range
  readonly penalty: Range
}

/** Adds up what the nodes at the top may come to, as `totalsOf` does. */
export function possibleTotals(nodes: readonly PossibleNode[], program: Program): PossibleTotals {
  const cases = addCases(nodes.filter(({ node }) => node.role === 'scale').map((node) => node.cases))
  const bonus = outside(nodes, 'bonus')
  const penalty = outside(nodes, 'penalty')
  const totals = cases
    .filter((one) => !isNothing(one))
    .flatMap(({ outOf, points }) =>
      [outOf.least, outOf.most].flatMap((applicableMaximum) =>
        [
          { points: points.least, bonus: bonus.least, penalty: penalty.least },
          { points: points.most, bonus: bonus.most, penalty: penalty.most },
        ].flatMap((one) => totalOf({ ...one, applicableMaximum }, program) ?? []),
      ),
    )
  return {
    total: totals.length > 0 ? extremes(totals) : undefined,
    mayBeNone: cases.some(isNothing),
    bonus,
    penalty,
  }
}

/** The points of the nodes of that role that stand inside no other of it. */
function outside(nodes: readonly PossibleNode[], role: 'bonus' | 'penalty'): Range {
  const found = outermost(nodes, role).map(({ cases }) => pointsOfCases(cases))
  return found.reduce(addRange, { least: ZERO, most: ZERO })
}

function outermost(nodes: readonly PossibleNode[], role: 'bonus' | 'penalty'): readonly PossibleNode[] {
  return nodes.flatMap((one) => (one.node.role === role ? [one] : outermost(one.children, role)))
}

/** Every node of the trees. */
export function everyNode(nodes: readonly PossibleNode[]): readonly PossibleNode[] {
  return nodes.flatMap((one) => [one, ...everyNode(one.children)])
}
