import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { type Entrant, readEntrants } from './entrant.ts'
import { type Fact, readFacts } from './fact.ts'

/** Everything a rulebook is applied to: who is scored and what is known of them. */
export interface Dossier {
  readonly entrants: readonly Entrant[]
  readonly facts: readonly Fact[]
}

/** The text of the files that a dossier consists of. */
export interface DossierSources {
  readonly entrants: Source
  readonly facts: Source
}

/** The dossier that the files hold, or everything wrong with them. Facts are read only against sound entrants. */
export function readDossier({ entrants, facts }: DossierSources): Result<Dossier> {
  const who = readEntrants(entrants)
  if (!who.ok) return failure(who.diagnostics)
  const what = readFacts(facts, who.value)
  if (!what.ok) return failure(what.diagnostics)
  return { ok: true, value: { entrants: who.value, facts: what.value }, diagnostics: [] }
}
