import { takeTurns } from '#base/turns.ts'
import { publicationFile } from '#records/publicationRef.ts'
import type { ListedPublication, PublicationSource } from '#store/publications.ts'
import { type Site, siteOf } from './site.ts'
import { type SiteKeeper, siteKeeper } from './siteKeeper.ts'

/** A site that can be told to look for what was published since. */
export interface LiveSite {
  readonly current: () => Site
  /**
   * The communes of which something was published since, or a file is another or could not be read; from then on the current
   * site shows them anew. Whoever asks while another is looked for waits: what is seen later is never of before.
   */
  readonly refresh: () => Promise<ReadonlySet<string>>
}

/** A site changes only by files that are new, gone, or not as they were. */
export async function openLiveSite(source: PublicationSource): Promise<LiveSite> {
  const kept = siteKeeper()
  const turn = takeTurns()
  let listed = await source.list()
  let site = siteOf(source, listed, kept)
  const look = async (): Promise<ReadonlySet<string>> => {
    const now = await source.list()
    const changed = new Set([...communesThatDiffer(listed, now), ...kept.notRead])
    for (const commune of kept.notRead) forget(kept, commune)
    kept.notRead.clear()
    listed = now
    site = siteOf(source, now, kept)
    return changed
  }
  return { current: () => site, refresh: () => turn(look) }
}

/** Of what could not be read nothing but the edition is kept, and that looks as it did. */
function forget({ editions }: SiteKeeper, commune: string): void {
  for (const [name, { edition }] of editions) if (edition.commune === commune) editions.delete(name)
}

function communesThatDiffer(
  one: readonly ListedPublication[],
  other: readonly ListedPublication[],
): ReadonlySet<string> {
  const [before, after] = [stampsOf(one), stampsOf(other)]
  const differing = [...one, ...other].filter((each) => {
    const file = publicationFile(each)
    return before.get(file) !== after.get(file)
  })
  return new Set(differing.map(({ commune }) => commune))
}

function stampsOf(listed: readonly ListedPublication[]): ReadonlyMap<string, string> {
  return new Map(listed.map((each) => [publicationFile(each), each.stamp]))
}
