import type { PlainDate } from '#base/plainDate.ts'
import type { Entrant } from '#records/entrant.ts'
import type { FactTable } from '../factTable.ts'
import { covers } from '../periods.ts'
import type { Program } from '../program.ts'

/**
 * Whether anything is reported, of the year of the program and up to the day, that the entrant's score is made of: its
 * own facts; of a commune those of its villages and units too; of a unit that is scored on what it leads, its commune's.
 */
export function isKnownIn(entrant: Entrant, program: Program, facts: FactTable, day: PlainDate): boolean {
  const judged = { from: program.from, to: day }
  return sourcesOf(entrant, program, facts).some((id) =>
    [...program.measures.keys()].some((measure) =>
      facts.facts(id, measure).some(({ period }) => covers(judged, period)),
    ),
  )
}

function sourcesOf(
  { id, level, parent }: Entrant,
  { unitsByLead }: Program,
  facts: FactTable,
): readonly string[] {
  const commune = level === 'commune' ? id : level === 'unit' && unitsByLead ? parent : undefined
  if (commune === undefined) return [id]
  const members = (['village', 'unit'] as const).flatMap((one) => facts.membersOf(commune, one))
  return [...new Set([id, commune, ...members.map((member) => member.id)])]
}
