import type { CstNode } from 'chevrotain'
import type { Frequency } from '#base/period.ts'
import type { Span } from '#diagnostic/source.ts'
import type { AbsentPeriod, Aggregation, Amount, Measure, MeasureType, Words } from '../ast.ts'
import { choose, has, node, nodes, type Reader } from './cst.ts'
import { readAmount, readName, readPoints, readText, readTexts, readUnitOfMeasure } from './phrases.ts'

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
    type: type && readable && !failed ? readType(type, reader) : undefined,
  }
}

function readType(tree: CstNode, reader: Reader): MeasureType | undefined {
  if (node(tree, 'unitOfMeasure')?.recoveredNode) return undefined
  if (has(tree, 'Ratio')) return { kind: 'ratio' }
  if (has(tree, 'Index')) return { kind: 'index' }
  if (has(tree, 'Flag')) return { kind: 'flag' }
  if (has(tree, 'Date')) return { kind: 'date' }
  if (has(tree, 'Money')) return { kind: 'money', unit: readUnitOfMeasure(tree) }
  if (has(tree, 'Levels')) return { kind: 'levels', names: readTexts(tree, reader) }
  if (has(tree, 'SurveyScore')) {
    const outOf = readPoints(node(tree, 'amount'), reader)
    return outOf && { kind: 'score', outOf: outOf.value }
  }
  return { kind: 'count', unit: readUnitOfMeasure(tree), integer: has(tree, 'Integer') }
}

type Attributes = Pick<
  Measure,
  | 'frequency'
  | 'aggregation'
  | 'low'
  | 'high'
  | 'step'
  | 'partOf'
  | 'absentPeriod'
  | 'sources'
  | 'trackedOnly'
  | 'evidenceRequired'
> & {
  /** A measure whose bounds could not be read is not known well enough to say anything of its use. */
  readonly readable: boolean
}

/** Without words to that end a measure is reported once a year and its newest fact counts. */
function readAttributes(trees: readonly CstNode[], span: Span, reader: Reader): Attributes {
  let frequency: Frequency | undefined
  let aggregation: Aggregation | undefined
  let [low, high]: [Amount | undefined, Amount | undefined] = [undefined, undefined]
  let step: Amount | undefined
  let partOf: Words | undefined
  let absentPeriod: AbsentPeriod | undefined
  let trackedOnly = false
  let evidenceRequired = false
  let readable = true
  const sources: Words[] = []
  for (const tree of trees) {
    const often = choose<Frequency>(tree, { Monthly: 'month', Quarterly: 'quarter', Yearly: 'year' })
    const gathered = choose<Aggregation>(tree, {
      Sum: 'sum',
      Average: 'average',
      Least: 'least',
      Greatest: 'greatest',
      Latest: 'latest',
    })
    const absent = choose<AbsentPeriod>(tree, { AbsentIsZero: 'zero', AbsentIsSkipped: 'skipped' })
    const stepped = has(tree, 'Step')
    const bounds = has(tree, 'From')
    const part = has(tree, 'PartOf')
    const repeated =
      (often && frequency) ||
      (gathered && aggregation) ||
      (absent && absentPeriod) ||
      (bounds && low) ||
      (stepped && step) ||
      (part && partOf)
    if (repeated) {
      reader.report({
        code: 'repeated-clause',
        severity: 'error',
        message: 'số liệu này nói hai lần về cùng một điều',
        labels: [{ source: reader.source, span, text: 'giữ lại một trong hai' }],
      })
    }
    frequency = often ?? frequency
    aggregation = gathered ?? aggregation
    absentPeriod = absent ?? absentPeriod
    trackedOnly ||= has(tree, 'TrackedOnly')
    evidenceRequired ||= has(tree, 'EvidenceRequired')
    if (stepped) {
      step = readAmount(node(tree, 'amount'), reader)
      readable &&= step !== undefined
    }
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
    step,
    partOf,
    absentPeriod: absentPeriod ?? 'missing',
    sources,
    trackedOnly,
    evidenceRequired,
    readable,
  }
}
