import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { PointsBound, PointsRange, Quota, RankingKey, Test, TieMethod } from '../ast.ts'
import type { Clause } from './clause.ts'
import { choose, has, node, nodes, type Reader, spanOfNode } from './cst.ts'
import {
  readAmount,
  readCode,
  readLevelOf,
  readName,
  readPlainAward,
  readScope,
  readText,
} from './phrases.ts'
import { readRange, readRangeOf } from './points.ts'

/** `xếp hạng dự kiến trong từng cụm theo tổng điểm, rồi điểm tiêu chí 14, vẫn bằng thì đồng hạng` */
export function readRankingClause(tree: CstNode, span: Span, reader: Reader): Clause {
  const ties = choose<TieMethod>(tree, { NextFollows: 'dense', MeanRank: 'mean' }) ?? 'skip'
  return {
    kind: 'ranking',
    id: reader.newId(),
    span,
    scope: has(tree, 'Together') ? 'together' : 'cluster',
    keys: nodes(tree, 'rankingKey').flatMap((key) => readKey(key, reader)),
    ties,
    tentative: has(tree, 'Tentative'),
  }
}

function readKey(tree: CstNode, reader: Reader): RankingKey[] {
  const span = spanOfNode(tree, reader)
  if (has(tree, 'TotalPoints')) return [{ kind: 'total', rounded: has(tree, 'Rounded'), span }]
  if (has(tree, 'FewerPenalties')) return [{ kind: 'penalty', span }]
  if (has(tree, 'MoreBonus')) return [{ kind: 'bonus', span }]
  const code = readCode(tree, reader)
  const kind = readScope(tree)
  return code && kind ? [{ kind, code, span }] : []
}

/** `không xếp hạng khi để_xảy_ra_mất_an_toàn` */
export function readKnockOutClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const test = readTest(node(tree, 'test'), reader)
  return test && { kind: 'knockOut', id, span, test }
}

/** `xếp loại dự kiến` */
export function readClassificationClause(tree: CstNode, span: Span, reader: Reader): Clause {
  return { kind: 'classification', id: reader.newId(), span, tentative: has(tree, 'Tentative') }
}

/** `"Tốt" từ 80 đến dưới 90 điểm, khi không có_vi_phạm, không quá 20% số thôn, bằng nhau thì cùng được` */
export function readClassClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const title = readText(tree, reader)
  const range = node(tree, 'classRange')
  if (!title || !range) return undefined
  const at = spanOfNode(range, reader)
  const condition = has(range, 'Rest')
    ? ({ kind: 'rest', span: at } as const)
    : readRange(range, at, reader, node(range, 'classEnd'))
  const tests = nodes(tree, 'test').map((test) => readTest(test, reader))
  const quotas = nodes(tree, 'quota').map((quota) => readQuota(quota, reader))
  const known = tests.filter((test) => test !== undefined)
  const [quota, second] = quotas
  if (!condition || known.length < tests.length || quotas.includes(undefined)) return undefined
  if (second) return reportSecondQuota(second.span, reader)
  return { kind: 'classTier', id, span, title, condition, tests: known, quota }
}

function reportSecondQuota(span: Span, { source, report }: Reader): undefined {
  report({
    code: 'repeated-clause',
    severity: 'error',
    message: 'một loại chỉ có một mức khống chế số lượng',
    labels: [{ source, span, text: 'mức khống chế thứ hai' }],
    help: 'giữ lại một mức',
  })
  return undefined
}

function readQuota(tree: CstNode, reader: Reader): Quota | undefined {
  const share = readAmount(node(tree, 'amount'), reader)
  const level = readLevelOf(tree)
  const ties = has(tree, 'EqualsInside') ? 'include' : 'exclude'
  return share && level && { share, level, ties, span: spanOfNode(tree, reader) }
}

function readTest(tree: CstNode | undefined, reader: Reader): Test | undefined {
  if (!tree || tree.recoveredNode) return undefined
  const span = spanOfNode(tree, reader)
  const measure = readName(tree, reader)
  if (measure) {
    if (!node(tree, 'range')) return { kind: 'flag', measure, is: !has(tree, 'No'), span }
    const range = readRangeOf(tree, reader)
    return range && { kind: 'measure', measure, range, span }
  }
  const written = node(tree, 'pointsRange')
  const range = written && readPointsRange(written, reader)
  if (!range) return undefined
  if (has(tree, 'EveryGroup')) return { kind: 'every', scope: 'group', range, span }
  if (has(tree, 'EveryCriterion')) return { kind: 'every', scope: 'criterion', range, span }
  const scope = readScope(tree)
  const code = readCode(tree, reader)
  return scope && code && { kind: 'node', scope, code, range, span }
}

function readPointsRange(tree: CstNode, reader: Reader): PointsRange | undefined {
  const span = spanOfNode(tree, reader)
  const awards = nodes(tree, 'plainAward').map((award) => readPlainAward(award, reader))
  const [first, second] = awards
  if (!first || awards.includes(undefined)) return undefined
  const closed = (award: typeof first): PointsBound => ({ award, inclusive: true })
  const open = (award: typeof first): PointsBound => ({ award, inclusive: false })
  if (has(tree, 'EqualTo')) return { low: closed(first), high: closed(first), span }
  if (has(tree, 'Below')) return { low: undefined, high: open(first), span }
  if (has(tree, 'NotAbove')) return { low: undefined, high: closed(first), span }
  const low = has(tree, 'Above') ? open(first) : closed(first)
  if (!second) return { low, high: undefined, span }
  return { low, high: has(tree, 'ToBelow') ? open(second) : closed(second), span }
}
