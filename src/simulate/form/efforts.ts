import { csvText } from '#base/csvText.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Measure } from '#language/index.ts'

/** What one unit of a measure takes where nobody says otherwise. */
const USUAL = '1'

/**
 * What was typed for measures, by their names, as the text of a table of efforts (`1` where nothing was), and whose line each is. Without the
 * measures that nobody typed anything for a plan would leave them alone.
 */
export function effortSource(
  measures: readonly Measure[],
  typed: ReadonlyMap<string, string>,
): { readonly source: Source; readonly lines: readonly Measure[] } {
  const rows = measures.map(({ name: { text } }) => [text, typed.get(text) ?? USUAL])
  return {
    source: { name: 'công sức', text: csvText([['measure', 'effort'], ...rows]) },
    lines: measures,
  }
}
