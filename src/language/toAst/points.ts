import type { CstNode } from 'chevrotain'
import { isZero, ONE } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Bound, BoundValue, Condition, RangeCondition, Stepped, TargetSide } from '../ast.ts'
import type { Clause } from './clause.ts'
import { allTokensOf, choose, has, node, nodes, type Reader, spanOfNode } from './cst.ts'
import {
  readAmount,
  readAward,
  readName,
  readPlainAward,
  readPoints,
  readText,
  readUnitOfMeasure,
} from './phrases.ts'

/** `chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm` */
export function readProportionClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const [share, least] = nodes(tree, 'amount')
  if (!share || !least) return { kind: 'proportion', id, floor: undefined, span }
  const floor = readAmount(share, reader)
  const points = readPoints(least, reader)
  if (!floor || !points) return undefined
  if (!isZero(points.value)) return reportFloorPoints(points.span, reader)
  return { kind: 'proportion', id, floor, span }
}

function reportFloorPoints(span: Span, { source, report }: Reader): undefined {
  report({
    code: 'unclear-clause',
    severity: 'error',
    message: 'dưới mức này chỉ có thể được 0 điểm',
    labels: [{ source, span, text: 'số điểm này' }],
    help: 'viết «chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm»; nếu cần nhiều mức, viết từng mức một dòng',
  })
  return undefined
}

/** `chấm theo tỷ lệ so với cao nhất trong cụm` */
export function readRelativeClause(tree: CstNode, span: Span, reader: Reader): Clause {
  const to = has(tree, 'RelativeToBest') ? 'best' : 'average'
  return { kind: 'relative', id: reader.newId(), to, span }
}

/** `mỗi 2 bài được 0,5 điểm, không quá 3 điểm`, `mỗi đơn lệch so với chỉ tiêu trừ 2 điểm` */
export function readPerItemClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const item = node(tree, 'item')
  const written = item && node(item, 'amount')
  const step = written ? readAmount(written, reader) : { value: ONE, percent: false, span }
  const [awardTree, limitTree] = nodes(tree, 'plainAward')
  const award = readPlainAward(awardTree, reader)
  const limit = readPlainAward(limitTree, reader)
  if (!step || !award || (limitTree && !limit)) return undefined
  const of =
    choose<Stepped>(tree, { BelowTargetBy: 'shortfall', OffTargetBy: 'deviation', AboveTarget: 'excess' }) ??
    'value'
  return {
    kind: 'perItem',
    id,
    span,
    step,
    unit: item ? readUnitOfMeasure(item) : eachUnit(tree),
    of,
    effect: has(tree, 'Deduct') ? 'deduct' : 'add',
    award,
    limit,
  }
}

/** `mỗi tháng` as a step: its unit is the word after `mỗi`. */
function eachUnit(tree: CstNode): string {
  const each = node(tree, 'each')
  const words = each ? (allTokensOf(each)[0]?.image.split(/\s+/) ?? []) : []
  return words.slice(1).join(' ').toLowerCase()
}

/** `từ 12 đến 23: 1/4 điểm tối đa` */
export function readTierClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const id = reader.newId()
  const written = node(tree, 'condition')
  const condition = written && readCondition(written, reader)
  const award = readAward(tree, reader)
  return condition && award && { kind: 'tier', id, span, condition, award }
}

/** `cộng 1/2 điểm tối đa khi có_chuyên_mục` */
export function readFlagPartClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const award = readPlainAward(node(tree, 'plainAward'), reader)
  const measure = readName(tree, reader)
  return award && measure && { kind: 'flagPart', id: reader.newId(), span, award, measure }
}

/** `cộng theo tin_bài` */
export function readMeasurePartClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const measure = readName(tree, reader)
  return measure && { kind: 'measurePart', id: reader.newId(), measure, span }
}

function readCondition(tree: CstNode, reader: Reader): Condition | undefined {
  const span = spanOfNode(tree, reader)
  if (has(tree, 'Rest')) return { kind: 'rest', span }
  if (has(tree, 'Yes')) return { kind: 'flag', is: true, span }
  if (has(tree, 'No')) return { kind: 'flag', is: false, span }
  const side = choose<TargetSide>(tree, {
    TargetReached: 'reached',
    TargetNotReached: 'notReached',
    BelowTarget: 'below',
    WithinTarget: 'within',
    AboveTarget: 'above',
  })
  if (side) return { kind: 'target', side, span }
  const level = readText(tree, reader)
  if (level) {
    const only: Bound = { at: { kind: 'level', name: level }, unit: '', inclusive: true }
    return { kind: 'range', low: only, high: only, span }
  }
  return readRangeOf(tree, reader)
}

/** The range written below the node. */
export function readRangeOf(parent: CstNode, reader: Reader): RangeCondition | undefined {
  const tree = node(parent, 'range')
  const range = tree && (node(tree, 'fromRange') ?? node(tree, 'aboveRange') ?? node(tree, 'oneBound'))
  return range && readRange(range, spanOfNode(tree, reader), reader)
}

/**
 * The range that the words name: `từ`, `ít nhất`, `đến` and `không quá` take the bound in, `trên` and `dưới` do not. The upper
 * end may be a phrase of its own.
 */
export function readRange(
  tree: CstNode,
  span: Span,
  reader: Reader,
  end?: CstNode,
): RangeCondition | undefined {
  const bounds = [...readBounds(tree, reader), ...(end ? readBounds(end, reader) : [])]
  const [first, second] = bounds
  if (!first || bounds.includes(undefined)) return undefined
  const range = (low: Bound | undefined, high: Bound | undefined): RangeCondition => ({
    kind: 'range',
    low,
    high,
    span,
  })
  if (has(tree, 'EqualTo')) return range(first, first)
  if (has(tree, 'Below')) return range(undefined, open(first))
  if (has(tree, 'NotAbove')) return range(undefined, first)
  const low = has(tree, 'Above') ? open(first) : first
  if (!second) return range(low, undefined)
  return range(low, has(end ?? tree, 'ToBelow') ? open(second) : second)
}

/** The bounds as written, each taken in; those of classes are points, and say so outside the bound. */
function readBounds(tree: CstNode, reader: Reader): readonly (Bound | undefined)[] {
  const written = nodes(tree, 'bound')
  if (written.length === 0) {
    return nodes(tree, 'amount').map((from) => {
      const amount = readAmount(from, reader)
      return amount && { at: { kind: 'amount', amount }, unit: '', inclusive: true }
    })
  }
  return written.map((bound) => {
    const at = readBoundValue(bound, reader)
    return at && { at, unit: readUnitOfMeasure(bound), inclusive: true }
  })
}

function readBoundValue(tree: CstNode, reader: Reader): BoundValue | undefined {
  const name = readText(tree, reader)
  if (name) return { kind: 'level', name }
  const amount = readAmount(node(tree, 'amount'), reader)
  return amount && { kind: 'amount', amount }
}

const open = (bound: Bound): Bound => ({ ...bound, inclusive: false })
