import type { NodeTrace } from './trace.ts'

/** Every trace of the tree, in reading order. */
export function tracesOf(nodes: readonly NodeTrace[]): readonly NodeTrace[] {
  return nodes.flatMap((trace) => (trace.kind === 'branch' ? [trace, ...tracesOf(trace.children)] : [trace]))
}
