import type { CstNode } from 'chevrotain'
import type { Frequency } from '#base/period.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Aggregation, Amount, Measure, MeasureType, Words } from '../ast.ts'
import { choose, has, node, nodes, type Reader } from './cst.ts'
import { readAmount, readName, readText, readUnitOfMeasure } from './phrases.ts'

/** Always gives the measure, so that uses of its name are not reported for a mistake in its declaration. */
export function readMeasureClause(tree: CstNode, span: Span, reader: Reader, failed: boolean): Measure {
  const nowhere = { text: '', span }
  const id = reader.newId()
  const { readable, ...attributes } = readAttributes(nodes(tree, 'measureAttribute'), span, reader)
  const type = node(tree, 'measureType')
  return {
    kind: 'measure',
    id,
    span,
    name: readName(tree, reader) ?? nowhere,
    title: readText(tree, reader) ?? nowhere,
    ...attributes,
    type: type && readable && !failed ? readType(type) : undefined,
  }
}

function readType(tree: CstNode): MeasureType | undefined {
  if (has(tree, 'Ratio')) return { kind: 'ratio' }
  if (has(tree, 'Flag')) return { kind: 'flag' }
  if (node(tree, 'unitOfMeasure')?.recoveredNode) return undefined
  return { kind: 'count', unit: readUnitOfMeasure(tree), integer: has(tree, 'Integer') }
}

type Attributes = Pick<
  Measure,
  'frequency' | 'aggregation' | 'low' | 'high' | 'partOf' | 'sources' | 'trackedOnly'
> & {
  /** A measure whose bounds could not be read is not known well enough to say anything of its use. */
  readonly readable: boolean
}

/** Without words to that end a measure is reported once a year and its newest fact counts. */
function readAttributes(trees: readonly CstNode[], span: Span, reader: Reader): Attributes {
  let frequency: Frequency | undefined
  let aggregation: Aggregation | undefined
  let [low, high]: [Amount | undefined, Amount | undefined] = [undefined, undefined]
  let partOf: Words | undefined
  let trackedOnly = false
  let readable = true
  const sources: Words[] = []
  for (const tree of trees) {
    const often = choose<Frequency>(tree, { Monthly: 'month', Quarterly: 'quarter', Yearly: 'year' })
    const gathered = choose<Aggregation>(tree, { Sum: 'sum', Latest: 'latest' })
    const bounds = has(tree, 'From')
    const part = has(tree, 'PartOf')
    if ((often && frequency) || (gathered && aggregation) || (bounds && low) || (part && partOf)) {
      reader.report({
        code: 'repeated-clause',
        severity: 'error',
        message: 'số liệu này nói hai lần về cùng một điều',
        labels: [{ source: reader.source, span, text: 'giữ lại một trong hai' }],
      })
    }
    frequency = often ?? frequency
    aggregation = gathered ?? aggregation
    trackedOnly ||= has(tree, 'TrackedOnly')
    if (part) partOf = readName(tree, reader)
    if (bounds) {
      const amounts = nodes(tree, 'amount').map((amount) => readAmount(amount, reader))
      ;[low, high] = amounts
      readable &&= !amounts.includes(undefined)
    }
    const source = readText(tree, reader)
    if (source) sources.push(source)
  }
  return {
    frequency: frequency ?? 'year',
    aggregation: aggregation ?? 'latest',
    low,
    high,
    partOf,
    sources,
    trackedOnly,
    readable,
  }
}
