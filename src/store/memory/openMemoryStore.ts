import type { Change } from '#records/change.ts'
import { type CommuneRecords, currentOf, enter, historyOf, recordsOf, refusalsOf } from '../communeRecords.ts'
import type { Store, Written } from '../store.ts'

/** A store for tests: it lasts as long as the process. */
export function openMemoryStore(): Store {
  const communes = new Map<string, CommuneRecords>()
  const contents = new Map<string, string>()
  const of = (commune: string): CommuneRecords => communes.get(commune) ?? recordsOf()
  const write = (change: Change): Written => {
    const records = of(change.commune)
    const refusals = refusalsOf(records, change)
    if (refusals.length > 0) return { ok: false, refusals }
    communes.set(change.commune, records)
    const { publication } = change
    if (publication) contents.set(JSON.stringify([change.commune, publication.id]), publication.content)
    return { ok: true, revision: enter(records, change) }
  }
  return {
    communes: async () => [...communes.keys()].toSorted(),
    current: async (commune) => currentOf(of(commune)),
    history: async (commune, place) => historyOf(of(commune), place),
    publications: async (commune) =>
      of(commune).content.publications.map((entry) => ({
        ...entry,
        content: contents.get(JSON.stringify([commune, entry.id])),
      })),
    audit: async (commune) => [...of(commune).content.audit],
    write: async (change) => write(change),
    close: async () => {},
  }
}
