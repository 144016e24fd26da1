import type { Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import { type Dossier, type DossierSources, readDossier } from '#records/dossier.ts'
import { entrantsText, factsText } from '#records/fields.ts'
import type { CurrentRecords } from '#store/store.ts'

/**
 * What is stored of a commune as the two files of a dossier, with the facts that the rulebook asks for: a commune may have
 * reported others for another of its rulebooks.
 */
export function storedSources({ entrants, facts }: CurrentRecords, { measures }: Program): DossierSources {
  const asked = facts.filter(({ measure }) => measures.has(measure))
  return {
    entrants: { name: 'danh sách đã lưu', text: entrantsText(entrants) },
    facts: { name: 'số liệu đã lưu', text: factsText(asked) },
  }
}

/** {@link storedSources}, read. */
export function storedDossier(current: CurrentRecords, program: Program): Result<Dossier> {
  return readDossier(storedSources(current, program))
}
