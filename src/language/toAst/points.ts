import type { CstNode } from 'chevrotain'
import type { Span } from '#diagnostic/source.ts'
import type { Bound, Condition } from '../ast.ts'
import type { Clause } from './clause.ts'
import { has, node, nodes, type Reader, spanOfNode } from './cst.ts'
import { readAmount, readAward, readName, readUnitOfMeasure } from './phrases.ts'

export function readProportionClause(span: Span, reader: Reader): Clause {
  return { kind: 'proportion', id: reader.newId(), span }
}

export function readTierClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const written = node(tree, 'condition')
  const condition = written && readCondition(written, reader)
  const award = readAward(tree, reader)
  return condition && award && { kind: 'tier', id: reader.newId(), span, condition, award }
}

export function readFlagPartClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const award = readAward(tree, reader)
  const measure = readName(tree, reader)
  return award && measure && { kind: 'flagPart', id: reader.newId(), span, award, measure }
}

export function readTierPartClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const measure = readName(tree, reader)
  return measure && { kind: 'tierPart', id: reader.newId(), measure, span }
}

function readCondition(tree: CstNode, reader: Reader): Condition | undefined {
  const span = spanOfNode(tree, reader)
  if (has(tree, 'Rest')) return { kind: 'rest', span }
  if (has(tree, 'TargetReached')) return { kind: 'targetReached', span }
  if (has(tree, 'Yes')) return { kind: 'flag', is: true, span }
  if (has(tree, 'No')) return { kind: 'flag', is: false, span }
  const range = node(tree, 'fromRange') ?? node(tree, 'aboveRange') ?? node(tree, 'oneBound')
  return range && readRange(range, span, reader)
}

/**
 * The range that the words name: `từ`, `ít nhất`, `đến` and `không quá` take the bound in, `trên` and `dưới` do not.
 */
export function readRange(tree: CstNode, span: Span, reader: Reader): Condition | undefined {
  const bounds = readBounds(tree, reader)
  const [first, second] = bounds
  if (!first || bounds.includes(undefined)) return undefined
  const range = (low: Bound | undefined, high: Bound | undefined): Condition => ({
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
  return range(low, has(tree, 'ToBelow') ? open(second) : second)
}

/** The bounds as written, each taken in; those of classes are points, and say so outside the bound. */
function readBounds(tree: CstNode, reader: Reader): readonly (Bound | undefined)[] {
  const written = nodes(tree, 'bound')
  const amounts = written.length > 0 ? written.map((bound) => node(bound, 'amount')) : nodes(tree, 'amount')
  return amounts.map((from, index) => {
    const amount = readAmount(from, reader)
    const bound = written[index]
    return amount && { amount, unit: bound ? readUnitOfMeasure(bound) : '', inclusive: true }
  })
}

const open = (bound: Bound): Bound => ({ ...bound, inclusive: false })
