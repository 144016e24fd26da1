import { publicationFile } from '#records/publicationRef.ts'
import type { PublicationSource } from '#store/publications.ts'
import { openSite, type Site, siteKeeper } from './site.ts'

/** A site that can be told to look for what was published since. */
export interface LiveSite {
  readonly current: () => Site
  /** The communes of which something was published since; from then on the current site shows it. */
  readonly refresh: () => Promise<ReadonlySet<string>>
}

/** Publications never change, so a site changes only by those that are new. */
export async function openLiveSite(source: PublicationSource): Promise<LiveSite> {
  const kept = siteKeeper()
  let site = await openSite(source, kept)
  const refresh = async (): Promise<ReadonlySet<string>> => {
    const next = await openSite(source, kept)
    const changed = communesThatDiffer(site, next)
    site = next
    return changed
  }
  return { current: () => site, refresh }
}

function communesThatDiffer(one: Site, other: Site): ReadonlySet<string> {
  const before = filesOf(one)
  const after = filesOf(other)
  const differing = [...before, ...after].filter(([file]) => before.has(file) !== after.has(file))
  return new Set(differing.map(([, commune]) => commune))
}

function filesOf({ editions }: Site): ReadonlyMap<string, string> {
  return new Map(editions.flatMap(({ all }) => all.map(({ ref }) => [publicationFile(ref), ref.commune])))
}
