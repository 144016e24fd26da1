import { isInScope, type Program, type ProgramNode } from '#engine/index.ts'
import type { NodeId, PointsRange, Test } from '#language/index.ts'

/**
 * Where more points are not always better: below a node of which too many points bar an entrant from the ranking or from a class
 * (`không xếp hạng khi nhóm II từ 5 điểm trở lên`). There one way stands in for another only if it comes to the same points.
 */
export interface ExactPoints {
  /** The nodes below such a node. */
  readonly below: ReadonlySet<NodeId>
  /** Those and the nodes themselves. */
  readonly within: ReadonlySet<NodeId>
}

const known = new WeakMap<Program, ExactPoints>()

/** By the conditions of the classes and of the ranking; nothing for most rulebooks. */
export function exactPointsOf(program: Program): ExactPoints {
  const found = known.get(program) ?? find(program)
  known.set(program, found)
  return found
}

/** For goals that ask for no class and no rank. */
export const NOWHERE_EXACT: ExactPoints = { below: new Set(), within: new Set() }

function find(program: Program): ExactPoints {
  const { classes, knockOuts, nodes } = program
  const capped = allNodes(nodes).filter(
    (node) =>
      knockOuts.some(({ test }) => asksOf(test, node) && hasEnd(test, node, 'low')) ||
      classes.some(({ tests }) => tests.some((test) => asksOf(test, node) && hasEnd(test, node, 'high'))),
  )
  const below = new Set(capped.flatMap((node) => childrenOf(node).flatMap((child) => idsIn(child))))
  return { below, within: new Set([...below, ...capped.map(({ id }) => id)]) }
}

function asksOf(test: Test, node: ProgramNode): test is Extract<Test, { kind: 'node' | 'every' }> {
  return (
    (test.kind === 'node' && test.code.text === node.code) ||
    (test.kind === 'every' && isInScope(node, test.scope))
  )
}

/** A penalty is asked of as what was taken: of more points there is less. */
function hasEnd(
  { range }: { readonly range: PointsRange },
  { role }: ProgramNode,
  end: 'low' | 'high',
): boolean {
  const asked = role === 'penalty' ? (end === 'low' ? 'high' : 'low') : end
  return range[asked] !== undefined
}

function allNodes(nodes: readonly ProgramNode[]): readonly ProgramNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(childrenOf(node))])
}

function childrenOf(node: ProgramNode): readonly ProgramNode[] {
  return node.kind === 'branch' ? node.children : []
}

function idsIn(node: ProgramNode): readonly NodeId[] {
  return allNodes([node]).map(({ id }) => id)
}
