import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { RankingKey } from '../ast.ts'
import type { Clause } from './clause.ts'
import { has, nodes, type Reader, spanOfNode } from './cst.ts'
import { readCode, readText } from './phrases.ts'
import { readRange } from './points.ts'

export function readRankingClause(tree: CstNode, span: Span, reader: Reader): Clause {
  const keys = nodes(tree, 'rankingKey').flatMap((key): RankingKey[] => {
    const keySpan = spanOfNode(key, reader)
    const code = readCode(key, reader)
    if (has(key, 'TotalPoints')) return [{ kind: 'total', span: keySpan }]
    return code ? [{ kind: has(key, 'Group') ? 'group' : 'criterion', code, span: keySpan }] : []
  })
  return { kind: 'ranking', id: reader.newId(), span, keys, tentative: has(tree, 'Tentative') }
}

export function readClassificationClause(tree: CstNode, span: Span, reader: Reader): Clause {
  return { kind: 'classification', id: reader.newId(), span, tentative: has(tree, 'Tentative') }
}

export function readClassClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const title = readText(tree, reader)
  const condition = has(tree, 'Rest') ? ({ kind: 'rest', span } as const) : readRange(tree, span, reader)
  return title && condition && { kind: 'classTier', id: reader.newId(), span, title, condition }
}
