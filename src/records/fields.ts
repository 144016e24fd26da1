import { csvText } from '#base/csvText.ts'
import { periodKey } from '#base/period.ts'
import type { EntrantFields, FactFields } from './change.ts'
import type { Entrant } from './entrant.ts'
import type { Fact } from './fact.ts'

/** An entrant as a row of `entrants.csv`. */
export function entrantFields({ id, name, kind, parent, cluster, attributes }: Entrant): EntrantFields {
  return { id, name, kind, parent: parent ?? '', cluster: cluster ?? '', attributes: attributes.join(';') }
}

/** A fact as a row of `facts.csv`. */
export function factFields({
  entrant,
  measure,
  period,
  written,
  status,
  source,
  evidence,
}: Fact): FactFields {
  return {
    entrant,
    measure,
    period: periodKey(period),
    value: written,
    status: status === 'pending' ? 'chờ thẩm định' : '',
    source,
    evidence,
  }
}

const ENTRANT_COLUMNS = ['id', 'name', 'kind', 'parent', 'cluster', 'attributes'] as const
const FACT_COLUMNS = ['entrant', 'measure', 'period', 'value', 'status', 'source', 'evidence'] as const

/** The text of an `entrants.csv` in the order given. */
export function entrantsText(entrants: readonly EntrantFields[]): string {
  return csvText([
    ENTRANT_COLUMNS,
    ...entrants.map((fields) => ENTRANT_COLUMNS.map((column) => fields[column])),
  ])
}

/** The text of a `facts.csv`, by entrant, measure and period: the same for the same facts, whenever each was reported. */
export function factsText(facts: readonly FactFields[]): string {
  const rows = facts.map((fields) => FACT_COLUMNS.map((column) => fields[column]))
  return csvText([FACT_COLUMNS, ...rows.toSorted(byPlace)])
}

function byPlace(left: readonly string[], right: readonly string[]): number {
  for (let column = 0; column < 3; column++) {
    const [one = '', other = ''] = [left[column], right[column]]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
