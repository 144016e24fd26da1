import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Group, Measure } from '../ast.ts'
import { ABOUT_RULEBOOK } from '../toAst/outline.ts'
import type { Analysis } from './analyse.ts'
import { describeMaximum, describeMeasure } from './describe.ts'

/** A measure, group or criterion of a text, for a list to find it by. */
export interface OutlineItem {
  readonly kind: 'measure' | 'group' | 'criterion'
  /** The measure's name or the node's code. */
  readonly name: string
  readonly title: string
  /** A line more: what kind of number, how many points. */
  readonly detail: string
  /** From its first line to the last that is about it. */
  readonly span: Span
  readonly nameSpan: Span
  readonly children: readonly OutlineItem[]
}

/** The measures in the order of their lines, then the tree of groups and criteria; what amendments add comes last. */
export function outline(analysis: Analysis): readonly OutlineItem[] {
  const { measures, children, amendments } = analysis.rulebook
  const added = amendments.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.kind === 'add' ? [change.criterion] : [])),
  )
  return [...measures.map(measureItem), ...[...children, ...added].map((node) => nodeItem(node, analysis))]
}

function measureItem(measure: Measure): OutlineItem {
  const { name, title, span } = measure
  const detail = describeMeasure(measure)
  return {
    kind: 'measure',
    name: name.text,
    title: title.text,
    detail,
    span,
    nameSpan: name.span,
    children: [],
  }
}

function nodeItem(node: Group | Criterion, analysis: Analysis): OutlineItem {
  const children = node.children.map((child) => nodeItem(child, analysis))
  const end = Math.max(ownEnd(node, analysis), ...children.map(({ span }) => span.end))
  return {
    kind: node.kind,
    name: node.code.text,
    title: node.title.text,
    detail: describeMaximum(node.maximum),
    span: { start: node.span.start, end },
    nameSpan: node.code.span,
    children,
  }
}

const OPENING: ReadonlySet<string> = new Set([
  ...ABOUT_RULEBOOK,
  'group',
  'criterion',
  'classification',
  'amendment',
  'replace',
  'repeal',
])

/** The end of the last line that is about the node itself: the one before the next that opens something or is about all. */
function ownEnd({ span }: Group | Criterion, { lines }: Analysis): number {
  const start = lines.findIndex(({ clause }) => clause.span.start === span.start)
  const length = lines.slice(start + 1).findIndex(({ clause }) => OPENING.has(clause.kind))
  const last = length < 0 ? lines.at(-1) : lines[start + length]
  return last?.clause.span.end ?? span.end
}
