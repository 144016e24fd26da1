import { firstDay } from '#base/period.ts'
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
  const byKey = Map.groupBy(facts, ({ entrant, measure }) => keyOf(entrant, measure))
  for (const list of byKey.values()) {
    list.sort((left, right) => compareDates(firstDay(left.period), firstDay(right.period)))
  }
  const members = Map.groupBy(entrants, ({ parent }) => parent)
  return {
    entrants,
    facts: (entrant, measure) => byKey.get(keyOf(entrant, measure)) ?? [],
    membersOf: (commune, level) => (members.get(commune) ?? []).filter((member) => member.level === level),
  }
}

function keyOf(entrant: string, measure: string): string {
  return `${entrant}\n${measure}`
}
