import type { Rational } from '#base/rational.ts'
import { type Leaf, leavesOf, type Program, type ProgramNode } from '#engine/index.ts'
import type { NodeId, Test } from '#language/index.ts'
import type { Desk } from './desk.ts'
import type { ExactPoints } from './exactPoints.ts'
import type { Lever, Option } from './lever.ts'

/** What is to be solved: every lever with the ways to move it, and what of the results matters. */
export interface Task {
  readonly desk: Desk
  readonly program: Program
  readonly options: ReadonlyMap<Lever, readonly Option[]>
  /** A number for each option, by which ways that hold the same ones are known. */
  readonly places: ReadonlyMap<Option, number>
  /** The conditions on points that bar from a class or from the ranking, where that matters. */
  readonly tests: readonly Test[]
  /** Where more points are not always better. */
  readonly exact: ExactPoints
  /** What ties are broken by, where that matters. */
  readonly ties: Ties
  readonly scope: Scope
}

/** Which ways are looked for. */
export type Scope =
  /** Those that come to the most, whatever they take. */
  | { readonly kind: 'most' }
  /** Those of least effort, as far as they take no more than is known to be enough. */
  | { readonly kind: 'least'; readonly enough: Rational | undefined }

/** What is compared where totals are equal. */
export interface Ties {
  readonly nodes: readonly NodeId[]
  /** Points outside the scale, each by itself. */
  readonly outside: boolean
}

/** The levers of a criterion. */
export function leversOf(leaf: Leaf, { options }: Task): readonly Lever[] {
  return [...options.keys()].filter(({ uses }) =>
    uses.some((use) => use.kind === 'leaf' && use.leaf.id === leaf.id),
  )
}

/** Whether nothing outside a part of the tree depends on a lever. */
export function settledIn(node: ProgramNode, { desk }: Task): (lever: Lever) => boolean {
  const inside = new Set(leavesOf([node]).map(({ id }) => id))
  return ({ uses, movesOthers }) =>
    !(movesOthers && desk.heldAgainstOthers) &&
    uses.every((use) => use.kind === 'leaf' && inside.has(use.leaf.id))
}
