import { firstDay, periodKey } from '#base/period.ts'
import { compareDates } from '#base/plainDate.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'

/** The facts of a dossier, bound to a program, by entrant and measure. */
export interface FactTable {
  readonly entrants: readonly Entrant[]
  /** The facts of that entrant and measure, oldest first. */
  readonly facts: (entrant: string, measure: string) => readonly Fact[]
  /** The entrants of that level in the commune, in the order of the dossier. */
  readonly membersOf: (commune: string, level: Entrant['level']) => readonly Entrant[]
}

/** Lays facts out by entrant and measure. It holds nothing against the rulebook: that is for bindFacts.ts. */
export function buildFactTable(entrants: readonly Entrant[], facts: readonly Fact[]): FactTable {
  const groups = Map.groupBy(facts, ({ entrant, measure }) => keyOf(entrant, measure))
  const byKey = new Map([...groups].map(([key, list]) => [key, byDay(list)]))
  const members = Map.groupBy(entrants, ({ parent }) => parent)
  return {
    entrants,
    facts: (entrant, measure) => byKey.get(keyOf(entrant, measure)) ?? [],
    membersOf: (commune, level) => (members.get(commune) ?? []).filter((member) => member.level === level),
  }
}

/** The table with some facts in place of those of the same entrant, measure and period; nothing is laid out anew. */
export function withFacts(table: FactTable, changed: readonly Fact[]): FactTable {
  const byKey = Map.groupBy(changed, ({ entrant, measure }) => keyOf(entrant, measure))
  const lists = new Map(
    [...byKey].map(([key, facts]) => {
      const [{ entrant, measure }] = facts as [Fact]
      const periods = new Set(facts.map(({ period }) => periodKey(period)))
      const kept = table.facts(entrant, measure).filter(({ period }) => !periods.has(periodKey(period)))
      return [key, byDay([...kept, ...facts])]
    }),
  )
  return {
    ...table,
    facts: (entrant, measure) => lists.get(keyOf(entrant, measure)) ?? table.facts(entrant, measure),
  }
}

/** The table with all facts of some entrants as another table has them. */
export function withEntrants(table: FactTable, other: FactTable, entrants: ReadonlySet<string>): FactTable {
  return {
    ...table,
    facts: (entrant, measure) => (entrants.has(entrant) ? other : table).facts(entrant, measure),
  }
}

function byDay(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((left, right) => compareDates(firstDay(left.period), firstDay(right.period)))
}

function keyOf(entrant: string, measure: string): string {
  return `${entrant}\n${measure}`
}
