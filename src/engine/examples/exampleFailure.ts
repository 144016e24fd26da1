import { formatExact } from '#base/formatNumber.ts'
import { equals, isZero, negate } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { Diagnostic, Label } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import type { CohortFigure, Criterion, Expectation, Measure } from '#language/index.ts'
import { explainLeaf } from '../explain/leaf.ts'
import type { LeafTrace, NodeTrace } from '../trace.ts'
import { applies, type ExampleResult } from './runExample.ts'

/** A message for each thing that the example expects and that did not come out; none for an example that holds. */
export function exampleFailures({ example, findings, program }: ExampleResult): readonly Diagnostic[] {
  const { source } = program.written
  return findings
    .filter((finding) => !finding.holds)
    .map(({ expected, trace }): Diagnostic => {
      const labels = reasonsOf(trace).map(([span, text]): Label => ({ source, span, text }))
      const main = { source, span: expected.span, text: `chấm theo bộ tiêu chí thì ${outcomeText(trace)}` }
      return {
        code: 'example-failed',
        severity: 'error',
        message: `ví dụ "${example.title.text}" không đúng: ${nameOf(trace)} ${outcomeText(trace)}, không phải ${expectedText(expected)}`,
        labels: [main, ...labels],
        help: repairFor(expected, trace),
      }
    })
}

/** Who wrote the rounded points of a page meant the exact ones. */
function repairFor(expected: Expectation, trace: NodeTrace): string {
  const came = trace.node.role === 'penalty' ? negate(trace.points) : trace.points
  const rounded =
    expected.kind === 'points' && applies(trace) && equals(round(came, 2, 'halfUp'), expected.points.value)
  if (rounded) return `ví dụ so sánh điểm đúng, chưa làm tròn: viết ${formatExact(came)} điểm`
  return `sửa ví dụ nếu ghi nhầm, hoặc sửa cách chấm của ${nameOf(trace)}`
}

/** What came out, as an example would say it: `được 2,5 điểm`, `bị trừ 1 điểm`, `không áp dụng`. */
export function outcomeText(trace: NodeTrace): string {
  if (!applies(trace)) return 'không áp dụng'
  if (trace.node.role !== 'penalty') return `được ${formatExact(trace.points)} điểm`
  return `bị trừ ${formatExact(negate(trace.points))} điểm`
}

/** What the example says should have come out, for the end of the same sentence. */
function expectedText(expected: Expectation): string {
  if (expected.kind === 'notApplicable') return 'không áp dụng'
  const points = `${formatExact(expected.points.value)} điểm`
  return expected.deducted && !isZero(expected.points.value) ? `bị trừ ${points}` : points
}

/** `tiêu chí 30`, `nhóm II`. */
function nameOf({ node }: Pick<NodeTrace, 'node'>): string {
  return `${node.node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${node.code}`
}

/** Of a group of many criteria the first ones; a message is no page. */
const MOST_REASONS = 8

/** Why, at the lines that decided it. */
function reasonsOf(trace: NodeTrace): readonly (readonly [Span, string])[] {
  if (trace.kind === 'leaf') return [[lineOf(trace), explainLeaf(trace).why]]
  return trace.children
    .filter((child) => child.node.role === trace.node.role)
    .slice(0, MOST_REASONS)
    .map((child) => [
      child.kind === 'leaf' ? lineOf(child) : child.node.node.span,
      child.kind === 'leaf' ? explainLeaf(child).why : `${nameOf(child)} ${outcomeText(child)}`,
    ])
}

/** The tier that was taken, the line of the rule, or the criterion itself. */
function lineOf({ rule, node: { node }, exception }: LeafTrace): Span {
  const special = node.exceptions.find(({ id }) => id === exception?.id)
  const written = special?.rule ?? node.rule
  switch (rule?.kind) {
    case 'tiers':
      return rule.taken.node.span
    case 'perItem':
      return rule.items.node.span
    case 'proportion':
    case 'relative':
      return written && 'span' in written ? written.span : node.span
    case 'zeroDenominator':
      return zeroLine(rule.divisor, node) ?? node.span
    default:
      return special?.span ?? node.span
  }
}

function zeroLine(divisor: Measure | CohortFigure, { zeroAnswers }: Criterion): Span | undefined {
  const kind = typeof divisor === 'string' ? divisor : 'measure'
  return zeroAnswers.find((answer) => answer.divisor.kind === kind)?.span
}
