import type { CohortFigures } from './cohort.ts'
import { measuresIn } from './judge.ts'
import type { Leaf } from './program.ts'
import type { Evaluation } from './readInput.ts'
import { scoreOne, type UnrankedSheet } from './score.ts'
import type { LeafTrace } from './trace.ts'
import { tracesOf } from './tracesOf.ts'

/** Whose facts have changed, and of which measures. */
export interface Touched {
  readonly entrants: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
}

/**
 * The sheets on facts that differ in what was touched. Those whose facts have changed, or who may be scored by facts of others, are scored again;
 * of them the criteria that those facts are for. Not for rulebooks that hold entrants against each other: there anything may change.
 */
export function rescore(
  sheets: readonly UnrankedSheet[],
  { entrants, measures }: Touched,
  tried: Evaluation,
  figures: CohortFigures,
): readonly UnrankedSheet[] {
  return sheets.map((sheet) => {
    if (sheet.entrant.level === 'village' && !entrants.has(sheet.entrant.id)) return sheet
    const before = tracesByLeaf(sheet)
    const known = (leaf: Leaf): LeafTrace | undefined =>
      measuresIn(leaf).some(({ name }) => measures.has(name.text)) ? undefined : before.get(leaf)
    return scoreOne(sheet.entrant, tried, { known, figures })
  })
}

const traces = new WeakMap<UnrankedSheet, ReadonlyMap<Leaf, LeafTrace>>()

/** What each criterion came to on a sheet; found once for each. */
function tracesByLeaf(sheet: UnrankedSheet): ReadonlyMap<Leaf, LeafTrace> {
  const found = traces.get(sheet)
  if (found) return found
  const made = new Map(
    tracesOf(sheet.nodes).flatMap((trace): [Leaf, LeafTrace][] =>
      trace.kind === 'leaf' ? [[trace.node, trace]] : [],
    ),
  )
  traces.set(sheet, made)
  return made
}
