import { parsePeriod } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Result } from '#diagnostic/diagnostic.ts'
import { covers, hasBegun, type Program } from '#engine/index.ts'
import type { StoredFact } from '#records/change.ts'
import { type Dossier, type DossierSources, readDossier } from '#records/dossier.ts'
import { entrantsText, factsText } from '#records/fields.ts'
import type { CurrentRecords } from '#store/store.ts'

/**
 * What is stored of a commune as the two files of a dossier: the facts of measures the rulebook declares, within its days and,
 * where a day is named, of periods that have begun by then. Others were reported for another of the commune's rulebooks.
 */
export function storedSources(current: CurrentRecords, program: Program, asOf?: PlainDate): DossierSources {
  const asked = current.facts.filter((fact) => isAsked(fact, program, asOf))
  return {
    entrants: { name: 'danh sách đã lưu', text: entrantsText(current.entrants) },
    facts: { name: 'số liệu đã lưu', text: factsText(asked) },
  }
}

function isAsked(
  { measure, period }: StoredFact,
  { measures, whole }: Program,
  asOf: PlainDate | undefined,
): boolean {
  const parsed = parsePeriod(period)
  if (!parsed || !measures.has(measure) || !covers(whole, parsed)) return false
  return asOf === undefined || hasBegun(parsed, asOf)
}

/** The stored measures that the rulebook does not declare, each with how many facts of its days there are. */
export function unaskedMeasures(
  { facts }: CurrentRecords,
  { measures, whole }: Program,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { measure, period } of facts) {
    const parsed = parsePeriod(period)
    if (parsed && covers(whole, parsed) && !measures.has(measure))
      counts.set(measure, (counts.get(measure) ?? 0) + 1)
  }
  return counts
}

/** {@link storedSources}, read. */
export function storedDossier(current: CurrentRecords, program: Program): Result<Dossier> {
  return readDossier(storedSources(current, program))
}
