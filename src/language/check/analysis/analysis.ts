import type { NodeRanges } from '../../ranges/nodeRanges.ts'
import { rangesOf } from '../../ranges/totals.ts'
import type { CheckContext } from '../context.ts'
import { type Shape, shapesOf } from './shapes.ts'

/** What a check of a sound rulebook may look at besides: what its rules make of values. */
export interface AnalysisContext extends CheckContext {
  readonly shapes: readonly Shape[]
  readonly ranges: NodeRanges
}

/** One thing that the points of a sound rulebook are looked over for. */
export type Analysis = (context: AnalysisContext) => void

/** Finds out what all rules make of values, once for all who look at it. */
export function analyse(context: CheckContext): AnalysisContext {
  const { rulebook, symbols } = context
  return { ...context, shapes: shapesOf(rulebook, symbols), ranges: rangesOf(rulebook, symbols) }
}
