import { type Rational, sum } from '#base/rational.ts'
import type { TreeNode } from './tree.ts'

/** What the nodes of a tree come to together for one entrant, exactly. */
export interface ExactTotals {
  readonly points: Rational
  readonly applicableMaximum: Rational
  readonly bonus: Rational
  readonly penalty: Rational
}

/** What the nodes at the top come to within the scale, and outside of it. */
export function exactTotals(tree: readonly TreeNode[], at: number): ExactTotals {
  const found = tree.map((top) => ({ top, exact: top.exact(at) }))
  const within = found.filter(({ top }) => top.node.role === 'scale').map(({ exact }) => exact)
  const outside = (role: 'bonus' | 'penalty'): Rational =>
    sum(outermost(tree, role).map((one) => one.exact(at).points))
  return {
    points: sum(within.map(({ points }) => points)),
    applicableMaximum: sum(within.map(({ applicable }) => applicable)),
    bonus: outside('bonus'),
    penalty: outside('penalty'),
  }
}

function outermost(tree: readonly TreeNode[], role: 'bonus' | 'penalty'): readonly TreeNode[] {
  return tree.flatMap((one) => (one.node.role === role ? [one] : outermost(one.children, role)))
}
