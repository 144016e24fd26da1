import type { Span } from '#diagnostic/source.ts'
import type { Analysis } from './analyse.ts'
import { occurrenceAt, sameAs } from './occurrences.ts'

/** Where the name or code at the offset is declared; `undefined` where there is none, or none that is declared. */
export function definitionOf(analysis: Analysis, offset: number): Span | undefined {
  const here = occurrenceAt(analysis, offset)
  return here && sameAs(analysis, here).find(({ isDeclaration }) => isDeclaration)?.span
}

/** Every place that names what is named at the offset, its declaration among them, in reading order. */
export function referencesOf(analysis: Analysis, offset: number): readonly Span[] {
  const here = occurrenceAt(analysis, offset)
  return here ? sameAs(analysis, here).map(({ span }) => span) : []
}
