import { comparePeriods } from '#base/period.ts'
import { type PublicationRef, publicationFile } from '#records/publicationRef.ts'
import type { ListedPublication, PublicationSource, PublicationText } from '#store/publications.ts'
import { readChecked } from '../records/checkPublication.ts'
import { type BoardPlace, notShown, type Opened, openPublication } from './board.ts'
import {
  NOTHING_TOLD,
  type Published,
  type SiteKeeper,
  siteKeeper,
  type Told,
  toldBy,
  weightOf,
} from './siteKeeper.ts'

/** Everything that was published of one edition of a commune's rules. */
export interface Edition {
  readonly commune: string
  readonly edition: string
  /** The last word on each period, oldest first; never empty. */
  readonly current: readonly BoardPlace[]
  /** Every publication, corrected ones too, in the order of periods and versions. */
  readonly all: readonly BoardPlace[]
}

/** What a public site shows: publications, and no path to anything else. */
export interface Site {
  /** In alphabetical order of communes, and of editions in each. */
  readonly editions: readonly Edition[]
  readonly edition: (commune: string, edition: string) => Edition | undefined
  /** Computes it again, or takes it from those that were opened lately; `undefined` where its text is gone. */
  readonly open: (place: BoardPlace) => Promise<Opened | undefined>
  /** Its text, byte for byte, whatever is in it. */
  readonly read: (place: BoardPlace) => Promise<PublicationText>
  /** What the commune calls itself there; `undefined` where it is not among those who are scored, or nothing can be read. */
  readonly communeName: (place: BoardPlace) => Promise<string | undefined>
  /** Who had how many points and which rank, as published; `undefined` where its text is gone. */
  readonly results: (place: BoardPlace) => Promise<Published | undefined>
}

/** The site of what is published at this moment; what is published later takes another call, with the same keeper. */
export async function openSite(source: PublicationSource, kept: SiteKeeper = siteKeeper()): Promise<Site> {
  return siteOf(source, await source.list(), kept)
}

/** The site of what was listed. */
export function siteOf(
  source: PublicationSource,
  listed: readonly ListedPublication[],
  kept: SiteKeeper,
): Site {
  const editions = editionsOf(listed, kept)
  const byName = new Map(editions.map((edition) => [`${edition.commune}/${edition.edition}`, edition]))
  const stamps = new Map(listed.map((each) => [publicationFile(each), each.stamp]))
  // A file that was half copied when it was read is another once it is whole.
  const keyOf = ({ ref }: BoardPlace): string => {
    const file = publicationFile(ref)
    return `${file} ${stamps.get(file)}`
  }
  const read = async ({ ref }: BoardPlace): Promise<PublicationText> => {
    const found = await source.read(ref)
    if (found.kind === 'unread') kept.notRead.add(ref.commune)
    return found
  }
  const openNew = async (place: BoardPlace): Promise<Opened | undefined> => {
    const found = await read(place)
    if (found.kind === 'absent') return undefined
    // Not kept: nothing of the file may change when it can be read.
    if (found.kind === 'unread') return notShown(place, found)
    const opened = openPublication(place, found.text)
    kept.opened.set(keyOf(place), opened, { size: weightOf(opened) })
    return opened
  }
  const open = async (place: BoardPlace): Promise<Opened | undefined> => {
    const key = keyOf(place)
    const known = kept.opened.get(key)
    if (known) return standing(known, place)
    // Many pages of a new publication are asked for at once: it is computed once.
    const begun =
      kept.opening.get(key) ?? kept.turn(() => openNew(place)).finally(() => kept.opening.delete(key))
    kept.opening.set(key, begun)
    const opened = await begun
    return opened && standing(opened, place)
  }
  const told = async (place: BoardPlace): Promise<Told | undefined> => {
    const key = keyOf(place)
    const known = kept.told.get(key)
    if (known) return known
    return kept.turn(async () => {
      const since = kept.told.get(key)
      if (since) return since
      const text = await read(place)
      if (text.kind === 'absent') return undefined
      if (text.kind === 'unread') return NOTHING_TOLD
      const found = toldBy(readChecked(text.text, place.ref))
      kept.told.set(key, found)
      return found
    })
  }
  return {
    editions,
    edition: (commune, edition) => byName.get(`${commune}/${edition}`),
    open,
    read,
    communeName: async (place) => (await told(place))?.communeName,
    results: async (place) => (await told(place))?.published,
  }
}

/** A publication that was the last word when it was opened may have been corrected since. */
function standing(opened: Opened, { current }: BoardPlace): Opened {
  return opened.kind === 'board'
    ? { kind: 'board', board: { ...opened.board, current } }
    : { kind: 'unreadable', unreadable: { ...opened.unreadable, current } }
}

/** An edition is the same object as long as nothing of it changed: what pages tell of it is kept by it. */
function editionsOf(listed: readonly ListedPublication[], kept: SiteKeeper): readonly Edition[] {
  const groups = Map.groupBy(listed, ({ commune, edition }) => `${commune}/${edition}`)
  const known = new Map(kept.editions)
  kept.editions.clear()
  for (const [name, group] of groups) {
    const stamp = group.map((each) => `${publicationFile(each)} ${each.stamp}`).join('\n')
    const before = known.get(name)
    kept.editions.set(name, before?.stamp === stamp ? before : { stamp, edition: editionOf(group) })
  }
  return [...kept.editions.values()].map(({ edition }) => edition)
}

function editionOf(group: readonly PublicationRef[]): Edition {
  const all = group.map((ref, index): BoardPlace => {
    const next = group[index + 1]
    return { ref, current: next === undefined || comparePeriods(ref.period, next.period) !== 0 }
  })
  const { commune = '', edition = '' } = group[0] ?? {}
  return { commune, edition, all, current: all.filter(({ current }) => current) }
}
