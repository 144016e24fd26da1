import { csvText } from '#base/csvText.ts'
import { periodKey } from '#base/period.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Field } from './fields.ts'

/** What was typed for a measure: a value for each of its open periods, or one for all of them. */
export interface Entry {
  readonly field: Field
  readonly typed: string
}

/** Each period's own value is parted from the next by it. */
const BETWEEN = /\s*;\s*/

/**
 * What was typed as the text of a scenario, a line for each period, and whose line each is. `rules` is the hash of the rulebook that it is
 * made on, or the beginning of it. `6` is for every period that is open,
 * `5; 6` for one after the other; what is left out stays as it is expected to be.
 */
export function scenarioSource(
  entries: readonly Entry[],
  entrant: string,
  rules = '',
): { readonly source: Source; readonly lines: readonly Field[] } {
  const rows = entries.flatMap(({ field, typed }) => rowsOf(field, typed, entrant))
  const header = ['entrant', 'measure', 'from', 'change', 'rulebook']
  const table = [header, ...rows.map(({ cells }) => [...cells, rules])]
  return {
    source: { name: 'kịch bản', text: csvText(table) },
    lines: rows.map(({ field }) => field),
  }
}

interface Row {
  readonly field: Field
  readonly cells: readonly string[]
}

function rowsOf(field: Field, typed: string, entrant: string): readonly Row[] {
  const values = typed.trim().split(BETWEEN)
  return field.slots.flatMap(({ period }, index) => {
    const value = values.length === 1 ? values[0] : values[index]
    if (value === undefined || value === '') return []
    return [{ field, cells: [entrant, field.measure.name.text, periodKey(period), value] }]
  })
}
