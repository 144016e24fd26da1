import { firstDay } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'

/** The facts of a dossier, bound to a program, by entrant and measure. */
export interface FactTable {
  readonly entrants: readonly Entrant[]
  /** The facts of that entrant and measure, oldest first. */
  readonly facts: (entrant: string, measure: string) => readonly Fact[]
  /** The entrants of that level below the given one, in the order of the dossier. */
  readonly below: (entrant: string, level: Entrant['level']) => readonly Entrant[]
}

export function buildFactTable(entrants: readonly Entrant[], facts: readonly Fact[]): FactTable {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = keyOf(fact.entrant, fact.measure)
    const list = byKey.get(key)
    if (list) list.push(fact)
    else byKey.set(key, [fact])
  }
  for (const list of byKey.values()) list.sort((left, right) => compareDates(start(left), start(right)))
  const children = Map.groupBy(entrants, ({ parent }) => parent)
  const below = (id: string, level: Entrant['level']): readonly Entrant[] =>
    (children.get(id) ?? []).flatMap((child) => [
      ...(child.level === level ? [child] : []),
      ...below(child.id, level),
    ])
  return { entrants, facts: (entrant, measure) => byKey.get(keyOf(entrant, measure)) ?? [], below }
}

function keyOf(entrant: string, measure: string): string {
  return `${entrant}\n${measure}`
}

function start({ period }: Fact): PlainDate {
  return firstDay(period)
}
