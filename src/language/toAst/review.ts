import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { Phase } from '../ast.ts'
import type { Clause } from './clause.ts'
import { has, node, type Reader, spanOfNode, tokens } from './cst.ts'
import { readText, readYear } from './phrases.ts'

/** `sơ kết giai đoạn 2026-2027 "Giai đoạn 1" dự kiến theo bình quân tổng điểm các năm` */
export function readReviewClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const phase = readPhase(node(tree, 'years'), reader)
  return (
    phase && {
      kind: 'review',
      id,
      span,
      occasion: has(tree, 'InterimReview') ? 'interim' : 'final',
      phase,
      title: readText(tree, reader),
      tentative: has(tree, 'Tentative'),
    }
  )
}

function readPhase(tree: CstNode | undefined, reader: Reader): Phase | undefined {
  if (!tree || tree.recoveredNode) return undefined
  const written = tokens(tree, 'NumberText')
  const [from, last] = written.map((year) => readYear(year, reader))
  if (from === undefined || (written.length > 1 && last === undefined)) return undefined
  return { from, to: last ?? from, span: spanOfNode(tree, reader) }
}
