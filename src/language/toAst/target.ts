import type { CstNode } from 'chevrotain'
import { ZERO } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Amount, TargetGoal, Tentative, Words, YearGoal } from '../ast.ts'
import { clauseText } from '../print/clauseText.ts'
import type { Clause } from './clause.ts'
import { allTokensOf, has, node, nodes, type Reader, spanOfNode, tokens } from './cst.ts'
import { readAmount, readText, readUnitOfMeasure, readYear } from './phrases.ts'

/** `chỉ tiêu 35,4%`, `chỉ tiêu năm 2026 65%, từ năm 2027 70% dự kiến`; `chỉ tiêu dự kiến …` marks all its values */
export function readTargetClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const tentative = has(tree, 'Tentative')
  const one = node(tree, 'markedGoal')
  if (one) {
    const goal = readGoal(one, tentative, reader)
    return goal && { kind: 'target', id, span, goal, byYear: [] }
  }
  const years = nodes(tree, 'yearGoal').map((year) => readYearGoal(year, tentative, reader))
  const byYear = years.filter((year) => year !== undefined)
  const [first] = byYear
  if (!first || byYear.length < years.length) return undefined
  return { kind: 'target', id, span, goal: first.goal, byYear }
}

function readYearGoal(tree: CstNode, tentative: Tentative, reader: Reader): YearGoal | undefined {
  const written = tokens(tree, 'NumberText')
  const [from, last] = written.map((year) => readYear(year, reader))
  const goalTree = node(tree, 'markedGoal')
  const goal = goalTree && readGoal(goalTree, tentative, reader)
  if (from === undefined || !goal || (written.length > 1 && last === undefined)) return undefined
  return {
    from,
    to: has(tree, 'FromYear') ? undefined : (last ?? from),
    goal,
    span: spanOfNode(tree, reader),
  }
}

/** `tentative` says that the whole target is; else its own mark does. */
function readGoal(marked: CstNode, tentative: Tentative, reader: Reader): TargetGoal | undefined {
  const tree = node(marked, 'goal')
  if (!tree || marked.recoveredNode || tree.recoveredNode) return undefined
  const written = nodes(tree, 'amount')
  const [low, high] = written.map((amount) => readAmount(amount, reader))
  const level = readText(tree, reader)
  const start = low ?? (level && atLevel(level))
  if (!start || (written.length > 1 && !high)) return undefined
  return {
    low: start,
    high,
    level,
    atMost: has(tree, 'NotAbove'),
    unit: readUnitOfMeasure(tree),
    text: level ? level.text : clauseText(allTokensOf(tree)),
    tentative: tentative || has(marked, 'Tentative'),
    span: spanOfNode(tree, reader),
  }
}

/** The place of a level among the others is known once its measure is (consolidate.ts). */
function atLevel({ span }: Words): Amount {
  return { value: ZERO, percent: false, span }
}
