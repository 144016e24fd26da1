import type { CstNode } from 'chevrotain'
import { ZERO } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Amount, TargetGoal, Words, YearGoal } from '../ast.ts'
import { clauseText } from '../print/clauseText.ts'
import type { Clause } from './clause.ts'
import { allTokensOf, has, node, nodes, type Reader, spanOfNode, tokens } from './cst.ts'
import { readAmount, readText, readUnitOfMeasure, readYear } from './phrases.ts'

export function readTargetClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const one = node(tree, 'goal')
  if (one) {
    const goal = readGoal(one, reader)
    return goal && { kind: 'target', id, span, goal, byYear: [] }
  }
  const years = nodes(tree, 'yearGoal').map((year) => readYearGoal(year, reader))
  const byYear = years.filter((year) => year !== undefined)
  const [first] = byYear
  if (!first || byYear.length < years.length) return undefined
  return { kind: 'target', id, span, goal: first.goal, byYear }
}

function readYearGoal(tree: CstNode, reader: Reader): YearGoal | undefined {
  const written = tokens(tree, 'NumberText')
  const [from, last] = written.map((year) => readYear(year, reader))
  const goalTree = node(tree, 'goal')
  const goal = goalTree && readGoal(goalTree, reader)
  if (from === undefined || !goal || (written.length > 1 && last === undefined)) return undefined
  return {
    from,
    to: has(tree, 'FromYear') ? undefined : (last ?? from),
    goal,
    span: spanOfNode(tree, reader),
  }
}

function readGoal(tree: CstNode, reader: Reader): TargetGoal | undefined {
  if (tree.recoveredNode) return undefined
  const written = nodes(tree, 'amount')
  const [low, high] = written.map((amount) => readAmount(amount, reader))
  const level = readText(tree, reader)
  const start = low ?? (level && atLevel(level))
  if (!start || (written.length > 1 && !high)) return undefined
  const span = spanOfNode(tree, reader)
  const text = level ? level.text : clauseText(allTokensOf(tree))
  return { low: start, high, level, atMost: has(tree, 'NotAbove'), unit: readUnitOfMeasure(tree), text, span }
}

/** The place of a level among the others is known once its measure is (consolidate.ts). */
function atLevel({ span }: Words): Amount {
  return { value: ZERO, percent: false, span }
}
