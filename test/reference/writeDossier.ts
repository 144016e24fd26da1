import { dayOf, dayText, periodText } from './calendar.ts'
import type { Dossier, Fact, Measure } from './model.ts'
import { amountText, LEVELS, valueText } from './words.ts'

/** The text of `entrants.csv` and of `facts.csv`. */
export function writeDossier(
  { entrants, facts }: Dossier,
  measures: readonly Measure[],
): { readonly entrants: string; readonly facts: string } {
  const types = new Map(measures.map(({ name, type }) => [name, type]))
  const cell = ({ measure, value }: Fact): string => {
    const type = types.get(measure)
    if (!type) throw new Error(`no measure ${measure}`)
    if (value === 'notApplicable') return 'không áp dụng'
    switch (type.kind) {
      case 'flag':
        return value.top === 1n ? 'có' : 'không'
      case 'day':
        return dayText(dayOf(Number(value.top)))
      case 'levels':
        return type.names[Number(value.top)] ?? ''
      case 'ratio':
        return valueText(value, 'percent')
      default:
        return amountText(value)
    }
  }
  const people = entrants.map(({ id, name, level, parent, cluster, attributes }) => [
    id,
    name,
    LEVELS[level],
    parent ?? '',
    cluster ?? '',
    attributes.join('; '),
  ])
  const reports = facts.map((fact) => [
    fact.entrant,
    fact.measure,
    periodText(fact.period),
    cell(fact),
    fact.pending ? 'chờ thẩm định' : '',
    fact.evidence ? 'ảnh' : '',
  ])
  return {
    entrants: table(['id', 'name', 'kind', 'parent', 'cluster', 'attributes'], people),
    facts: table(['entrant', 'measure', 'period', 'value', 'status', 'evidence'], reports),
  }
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')
  return [header, ...rows].map((cells) => `${line(cells)}\n`).join('')
}
