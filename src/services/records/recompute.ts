import { lastDay, type Period, parsePeriod } from '#base/period.ts'
import { loadProgram } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'
import type { Publication } from '#records/publication.ts'
import { resultsToJson } from '../resultsJson.ts'
import { type ScoredDays, type Standings, standingsOf } from '../standings.ts'

/** What a publication is scored as of: the last day of its period, whatever day it is now. */
export function atEndOf(period: Period): ScoredDays {
  const day = lastDay(period)
  return { asOf: day, today: day }
}

/** Results as they are published and hashed. */
export function resultsText(standings: Standings): string {
  return JSON.stringify(resultsToJson(standings))
}

/** A publication scored again from nothing but its own text; `undefined` where that cannot be done. */
export function recompute({ rulebook, dossier, period }: Publication): Standings | undefined {
  const program = loadProgram({ name: 'bộ tiêu chí', text: rulebook.text })
  const read = readDossier({
    entrants: { name: 'entrants.csv', text: dossier.entrants },
    facts: { name: 'facts.csv', text: dossier.facts },
  })
  const parsed = parsePeriod(period)
  if (!program.ok || !read.ok || !parsed) return undefined
  const scored = standingsOf(program.value, read.value, atEndOf(parsed))
  return scored.ok ? scored.value : undefined
}
