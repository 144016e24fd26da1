import { type ProgramNode, type ScoreSheet, tracesOf } from '#engine/index.ts'
import {
  amountOf,
  domainOfMeasure,
  intervalOf,
  type PointsBound,
  type PointsRange,
  type Test,
} from '#language/index.ts'
import { allOf, isNothing, pointsHeld, within } from '../formulas/compare.ts'
import { literal } from '../formulas/literal.ts'
import { STATE } from '../formulas/state.ts'
import type { Layout } from '../layout/layout.ts'
import { conditionCells } from './conditionSheet.ts'
import { nodeCells } from './levelTable.ts'

/** A condition as two formulas: whether something can be said of it, and whether it then holds. */
export interface TestFormulas {
  /** Facts are known; a node of which nothing applies is another matter. */
  readonly known: string
  /** A node of which nothing applies can neither meet nor fail a condition. */
  readonly applies: string
  readonly holds: string
}

/** What stands in the way: the condition is known to hold. */
export function surelyHolds(test: TestFormulas): string {
  return allOf([test.known, test.applies, test.holds])
}

/** What a class asks: the condition holds, or it is on what does not apply. */
export function isMet(test: TestFormulas): string {
  return allOf([test.known, `OR(NOT(${test.applies}),${test.holds})`])
}

/** The condition of a class or of the ranking for one entrant. */
export function testFormulas(test: Test, sheet: ScoreSheet, layout: Layout): TestFormulas {
  const { program } = layout.standings
  switch (test.kind) {
    case 'flag':
    case 'measure': {
      const measure = program.measures.get(test.measure.text)
      const row = measure && layout.conditionRow(measure, sheet.entrant)
      if (!measure || row === undefined) return { known: 'FALSE', applies: 'TRUE', holds: 'FALSE' }
      const { code, number } = conditionCells(row)
      const known = `${code}=${STATE.value}`
      if (test.kind === 'flag') return { known, applies: 'TRUE', holds: `${number}=${test.is ? 1 : 0}` }
      const domain = domainOfMeasure(measure)
      const interval = domain && intervalOf(test.range, undefined, domain)
      if (!interval) return { known: 'FALSE', applies: 'TRUE', holds: 'FALSE' }
      // A cell without a value holds no number.
      const cell = `N(${number})`
      return { known, applies: 'TRUE', holds: within({ kind: 'number', cell }, interval) }
    }
    case 'node': {
      const node = nodesOf(sheet).find(({ code }) => code === test.code.text)
      const one = node && heldNode(node, test.range, sheet, layout)
      return one ? { known: 'TRUE', ...one } : { known: 'TRUE', applies: 'FALSE', holds: 'FALSE' }
    }
    case 'every': {
      const each = nodesOf(sheet)
        .filter((node) => isScope(node, test.scope))
        .flatMap((node) => heldNode(node, test.range, sheet, layout) ?? [])
      if (each.length === 0) return { known: 'TRUE', applies: 'FALSE', holds: 'FALSE' }
      return {
        known: 'TRUE',
        applies: `OR(${each.map(({ applies }) => applies).join(',')})`,
        holds: allOf(each.map(({ applies, holds }) => `OR(NOT(${applies}),${holds})`)),
      }
    }
  }
}

function nodesOf({ nodes }: ScoreSheet): readonly ProgramNode[] {
  return tracesOf(nodes).map(({ node }) => node)
}

function isScope(node: ProgramNode, scope: 'group' | 'criterion'): boolean {
  if (node.role !== 'scale') return false
  return node.kind === 'branch' ? node.node.kind === scope : scope === 'criterion'
}

/** Points against a range of points or of shares of the maximum that applies; of a penalty, what was taken. */
function heldNode(
  node: ProgramNode,
  { low, high }: PointsRange,
  { entrant }: ScoreSheet,
  layout: Layout,
): Omit<TestFormulas, 'known'> | undefined {
  const cells = nodeCells(node, entrant, layout)
  if (!cells) return undefined
  const points = node.role === 'penalty' ? `-${cells.points}` : cells.points
  const bound = ({ award }: PointsBound): string =>
    award.kind === 'share'
      ? `${literal(award.share)}*${cells.maximum}`
      : literal(amountOf(award, node.maximum))
  return {
    applies: `NOT(${isNothing(cells.maximum)})`,
    holds: allOf([
      ...(low ? [pointsHeld(points, low.inclusive ? '>=' : '>', bound(low))] : []),
      ...(high ? [pointsHeld(points, high.inclusive ? '<=' : '<', bound(high))] : []),
    ]),
  }
}
