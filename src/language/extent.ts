import type { Span } from '#diagnostic/source.ts'
import type { Change, Criterion, Group, Rulebook } from './ast.ts'

/** The lines that are about each node itself, by kind and code; an amendment's lines among them. */
export type Extents = ReadonlyMap<string, readonly Span[]>

/**
 * Finds the lines of every node of the rulebook as written: a clause is about the last node opened above it, so each extent
 * goes from the line that opens the node to the next that opens anything.
 */
export function collectExtents(written: Rulebook): Extents {
  const openings = [
    ...written.children.flatMap(openingsOf),
    ...written.amendments.flatMap(({ span, changes }) => [
      { key: undefined, span },
      ...changes.flatMap(openingsIn),
    ]),
    ...(written.classification ? [{ key: undefined, span: written.classification.span }] : []),
  ].toSorted((left, right) => left.span.start - right.span.start)
  const extents = new Map<string, Span[]>()
  for (const [index, { key, span }] of openings.entries()) {
    if (key === undefined) continue
    const end = openings[index + 1]?.span.start ?? written.span.end
    extents.set(key, [...(extents.get(key) ?? []), { start: span.start, end }])
  }
  return extents
}

/** The lines about the node and all nodes in it, as it stands on a day. */
export function extentOf(node: Group | Criterion, extents: Extents): readonly Span[] {
  const own = extents.get(keyOf(node.kind, node.code.text)) ?? []
  return [...own, ...node.children.flatMap((child) => extentOf(child, extents))]
}

interface Opening {
  /** `undefined` for a line that is about no node. */
  readonly key: string | undefined
  readonly span: Span
}

function openingsOf(node: Group | Criterion): readonly Opening[] {
  return [{ key: keyOf(node.kind, node.code.text), span: node.span }, ...node.children.flatMap(openingsOf)]
}

function openingsIn(change: Change): readonly Opening[] {
  switch (change.kind) {
    case 'add':
      return openingsOf(change.criterion)
    case 'replace':
      return [{ key: keyOf(change.scope, change.code.text), span: change.span }]
    case 'repeal':
      return [{ key: undefined, span: change.span }]
  }
}

function keyOf(kind: 'group' | 'criterion', code: string): string {
  return `${kind} ${code}`
}
