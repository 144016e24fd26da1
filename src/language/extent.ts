import type { Span } from '#diagnostic/source.ts'
import type { Change, Criterion, Group, Rulebook } from './ast.ts'

/** Lines that are about one node. */
export interface Extent extends Span {
  readonly node: NodeKey
}

/** A node by its kind and code, which it keeps whatever an amendment says of it. */
export type NodeKey = string

/** The kind and the code of a node as one text. */
export function nodeKey({ kind, code }: Pick<Group | Criterion, 'kind' | 'code'>): NodeKey {
  return `${kind} ${code.text}`
}

/**
 * The lines of every node of the rulebook as written, in order: a clause is about the last node opened above it, so an extent
 * goes from the line that opens a node, or an amendment of it, to the next that opens anything. Those of nodes within are
 * their own.
 */
export function collectExtents(written: Rulebook): readonly Extent[] {
  const openings = [
    ...written.children.flatMap(openingsOf),
    ...written.amendments.flatMap(({ span, changes }) => [
      { node: undefined, span },
      ...changes.flatMap(openingsIn),
    ]),
    ...(written.classification ? [{ node: undefined, span: written.classification.span }] : []),
  ].toSorted((left, right) => left.span.start - right.span.start)
  return openings.flatMap(({ node, span }, index) => {
    const end = openings[index + 1]?.span.start ?? written.span.end
    return node === undefined ? [] : [{ node, start: span.start, end }]
  })
}

/** The item that holds the place, of items in order that do not overlap. */
export function itemAt<Item extends Span>(items: readonly Item[], place: number): Item | undefined {
  let [from, to] = [0, items.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((items[middle]?.end ?? 0) <= place) from = middle + 1
    else to = middle
  }
  const item = items[from]
  return item && item.start <= place ? item : undefined
}

interface Opening {
  /** `undefined` for a line that is about no node. */
  readonly node: NodeKey | undefined
  readonly span: Span
}

function openingsOf(node: Group | Criterion): readonly Opening[] {
  return [{ node: nodeKey(node), span: node.span }, ...node.children.flatMap(openingsOf)]
}

function openingsIn(change: Change): readonly Opening[] {
  switch (change.kind) {
    case 'add':
      return openingsOf(change.criterion)
    case 'replace':
      return [{ node: nodeKey({ kind: change.scope, code: change.code }), span: change.span }]
    case 'repeal':
      return [{ node: undefined, span: change.span }]
  }
}
