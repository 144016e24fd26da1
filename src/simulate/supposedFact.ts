import type { Label } from '#diagnostic/diagnostic.ts'
import { type Fact, type FactValue, SUPPOSED } from '#records/fact.ts'

/** A fact that somebody supposes. It counts as verified, or what is supposed would change nothing. */
export function supposedFact(
  place: Pick<Fact, 'entrant' | 'measure' | 'period'>,
  value: FactValue,
  written = '',
  label: Fact['label'] = unplaced,
): Fact {
  return { ...place, value, written, status: 'verified', source: SUPPOSED, evidence: SUPPOSED, label }
}

/** A fact that stands in no file: what is said of it points nowhere. */
function unplaced(text: string): Label {
  return { source: { name: SUPPOSED, text: '' }, span: { start: 0, end: 0 }, text }
}
