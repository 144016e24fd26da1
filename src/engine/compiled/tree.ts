import type { Rational } from '#base/rational.ts'
import type { NodeId } from '#language/index.ts'
import { combineNodes } from '../combineNodes.ts'
import type { Branch, Leaf, ProgramNode } from '../program.ts'
import { type Add, type Adding, adder, joined } from './adding.ts'
import { VALUE } from './columns.ts'
import { addUp, carrier, divideBy, gathererOf } from './combineCounts.ts'
import { BLOCK } from './lane.ts'
import { leafRunner } from './leaf.ts'
import { ledRunner } from './ledRunner.ts'
import { ABSENT, emptyResult, NO_TIER, type Result } from './result.ts'
import type { Runner } from './runner.ts'
import type { Scope } from './scope.ts'
import { countOf } from './units.ts'

/** A node of the rulebook for the entrants of a scope. */
export interface TreeNode extends Omit<Runner, 'exact' | 'add'> {
  readonly node: ProgramNode
  readonly children: readonly TreeNode[]
  readonly exact: (at: number) => ExactNode
  /** Adds the node to sums; what applies of `most` beforehand is taken off them where it does not. */
  readonly add: NodeAdding | undefined
}

/** How a node is added to sums in which so much applies beforehand. */
export interface NodeAdding extends Adding {
  readonly most: number
}

/** What a node comes to for one entrant, exactly. */
export interface ExactNode {
  readonly outcome: number
  readonly branch: number
  readonly points: Rational
  readonly applicable: Rational
}

/** Bonuses and penalties that are met on the way, of those that stand inside no other. */
export interface Outside {
  readonly bonus: Float64Array
  readonly penalty: Float64Array
  readonly inexact: Uint8Array
}

/** Sees every criterion judged. */
export type Observer = (seen: Seen) => void

/** A criterion of some entrants: those from one place up to another, in the first places of the result. */
export interface Seen extends Pick<Scope, 'population' | 'units'> {
  readonly leaf: Leaf
  readonly from: number
  readonly to: number
  readonly result: Result
}

/** What a tree of nodes is built for. */
export interface Plot {
  readonly scope: Scope
  /** What lies outside the scale is added to it as it is met. */
  readonly outside: Outside
  readonly observe: Observer | undefined
  /** The nodes whose points are kept for all entrants. */
  readonly kept: ReadonlyMap<NodeId, Kept>
}

/** By place: the points of a node. */
export interface Kept {
  readonly counts: Float64Array
  readonly inexact: Uint8Array
}

/** The nodes that concern anyone in the scope. */
export function treeOf(nodes: readonly ProgramNode[], plot: Plot): readonly TreeNode[] {
  return nodes.flatMap((node) => {
    const found = node.kind === 'leaf' ? leafNode(node, plot) : branchNode(node, plot)
    const kept = plot.kept.get(node.id)
    if (found && kept) return [keeping(found, kept, plot.scope.units.coarse)]
    return found ? [found] : []
  })
}

function keeping(found: TreeNode, { counts, inexact }: Kept, coarse: boolean): TreeNode {
  return {
    ...found,
    add: undefined,
    run: (from, to, result) => {
      found.run(from, to, result)
      for (let j = 0; j < to - from; j++) {
        counts[from + j] = result.points[j] as number
        inexact[from + j] = coarse ? 1 : (result.inexact[j] as number)
      }
    },
  }
}

function leafNode(leaf: Leaf, { scope, observe }: Plot): TreeNode | undefined {
  const { level } = scope.population
  const runner =
    leaf.level === level || level === 'commune'
      ? leafRunner(leaf, scope)
      : level === 'unit'
        ? ledRunner(leaf, scope)
        : undefined
  if (!runner) return undefined
  // What is taken off a sum of maxima must leave nothing of it: in coarse units it might.
  const canAdd = runner.add && !scope.units.coarse
  const add = canAdd ? { ...runner.add, most: countOf(leaf.maximum, scope.units).count } : undefined
  if (!observe) return { ...runner, node: leaf, children: [], add }
  return {
    ...runner,
    add: undefined,
    node: leaf,
    children: [],
    run: (from, to, result) => {
      runner.run(from, to, result)
      observe({ leaf, population: scope.population, units: scope.units, from, to, result })
    },
  }
}

function branchNode(node: Branch, plot: Plot): TreeNode | undefined {
  const { scope, outside } = plot
  const children = treeOf(node.children, plot)
  if (children.length === 0) return undefined
  const { program } = scope.evaluation
  const scratch = emptyResult()
  const counts = new Uint16Array(BLOCK)
  const gather = gathererOf(node)
  const carry = carrier(node, scope)
  const byPresence = scope.population.level === 'unit'
  const sum =
    node.combine === 'sum' && !carry && !byPresence ? adding(children, node.role, outside) : undefined
  const addSum = sum && adder(sum)
  return {
    node,
    add: sum,
    children,
    survey: () => {
      for (const child of children) child.survey()
    },
    run: (from, to, result) => {
      const count = to - from
      result.points.fill(0, 0, count)
      result.applicable.fill(0, 0, count)
      result.inexact.fill(0, 0, count)
      result.outcomes.fill(byPresence ? ABSENT : VALUE, 0, count)
      if (sum && addSum) {
        result.applicable.fill(sum.most, 0, count)
        addSum(from, to, result)
        return
      }
      counts.fill(0, 0, count)
      for (const child of children) {
        child.run(from, to, scratch)
        if (byPresence) markPresence(count, scratch, result)
        if (child.node.role === node.role) gather(count, scratch, result, counts)
        else putOutside(count, child.node.role, scratch, outside)
      }
      if (node.combine === 'average') divideBy(counts, count, result)
      carry?.(count, result)
    },
    exact: (at) => {
      const found = children.map((child) => ({ role: child.node.role, ...child.exact(at) }))
      const below = found.map(({ role, points, applicable }) => ({
        role,
        points,
        applicableMaximum: applicable,
      }))
      const { points, applicableMaximum } = combineNodes(node, below, program)
      const outcome = found.some((child) => child.outcome !== ABSENT) ? VALUE : ABSENT
      return { outcome, branch: NO_TIER, points, applicable: applicableMaximum }
    },
  }
}

/** Every node of the tree, in reading order. */
export function everyNode(tree: readonly TreeNode[]): readonly TreeNode[] {
  return tree.flatMap((one) => [one, ...everyNode(one.children)])
}

/** Adds nodes that stand side by side to sums, those of the role among them; the others to what lies outside the scale. */
export function adding(
  children: readonly TreeNode[],
  role: ProgramNode['role'],
  outside: Outside,
): NodeAdding {
  const scratch = emptyResult()
  const found = children.map((child): NodeAdding => {
    const isOwn = child.node.role === role
    if (child.add && isOwn) return child.add
    const add: Add = (from, to, sums) => {
      child.run(from, to, scratch)
      if (isOwn) addUp(to - from, scratch, sums)
      else putOutside(to - from, child.node.role, scratch, outside)
    }
    return { lookups: [], others: [add], most: 0 }
  })
  return { ...joined(found), most: found.reduce((total, { most }) => total + most, 0) }
}

/** Adds what a node gives to what lies outside the scale. */
function putOutside(
  count: number,
  role: ProgramNode['role'],
  { points, inexact }: Result,
  outside: Outside,
): void {
  if (role === 'scale') return
  const sums = outside[role]
  for (let j = 0; j < count; j++) {
    sums[j] = (sums[j] as number) + (points[j] as number)
    outside.inexact[j] = (outside.inexact[j] as number) | (inexact[j] as number)
  }
}

function markPresence(count: number, { outcomes }: Result, result: Result): void {
  for (let j = 0; j < count; j++) if (outcomes[j] !== ABSENT) result.outcomes[j] = VALUE
}
