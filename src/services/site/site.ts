import { LRUCache } from 'lru-cache'
import { comparePeriods } from '#base/period.ts'
import { type PublicationRef, publicationFile } from '#records/publicationRef.ts'
import { publishedCommuneName, publishedResults } from '#records/publishedResults.ts'
import type { PublicationSource } from '#store/publications.ts'
import { type BoardPlace, type Opened, openPublication } from './board.ts'

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
  /** Its text, byte for byte; `undefined` where it is gone. */
  readonly text: (place: BoardPlace) => Promise<string | undefined>
  /** What the commune calls itself there; `undefined` where it is not among those who are scored. */
  readonly communeName: (place: BoardPlace) => Promise<string | undefined>
  /** Who had how many points and which rank, as published. */
  readonly results: (place: BoardPlace) => Promise<ReturnType<typeof publishedResults>>
}

/** A few boards of a commune with thousands of entrants, or hundreds of usual ones. */
const MOST_CHARACTERS = 30_000_000
const MOST_RESULTS = 5_000

/** The site of what is published at this moment; what is published later takes another call, with the same keeper. */
export async function openSite(source: PublicationSource, kept: SiteKeeper = siteKeeper()): Promise<Site> {
  const editions = editionsOf(await source.list())
  const byName = new Map(editions.map((edition) => [`${edition.commune}/${edition.edition}`, edition]))
  const opening = new Map<string, Promise<Opened | undefined>>()
  const openNew = async (place: BoardPlace, file: string): Promise<Opened | undefined> => {
    const text = await source.read(place.ref)
    if (text === undefined) return undefined
    const opened = openPublication(place, text)
    // Even of the largest two are kept, or each page that holds one against the other would compute both again.
    kept.opened.set(file, opened, { size: Math.min(text.length, MOST_CHARACTERS / 2) })
    return opened
  }
  const open = async (place: BoardPlace): Promise<Opened | undefined> => {
    const file = publicationFile(place.ref)
    const known = kept.opened.get(file)
    if (known) return standing(known, place)
    // Many pages of a new publication are asked for at once: it is computed once.
    const begun = opening.get(file) ?? openNew(place, file).finally(() => opening.delete(file))
    opening.set(file, begun)
    return begun
  }
  const results: Site['results'] = async (place) => {
    const file = publicationFile(place.ref)
    const known = kept.results.get(file)
    if (known) return known
    const text = await source.read(place.ref)
    const read = text === undefined ? undefined : publishedResults(text)
    if (read) kept.results.set(file, read)
    return read
  }
  const communeName = async (place: BoardPlace): Promise<string | undefined> => {
    const file = publicationFile(place.ref)
    const known = kept.names.get(file)
    if (known !== undefined) return known
    const text = await source.read(place.ref)
    const name = text === undefined ? undefined : publishedCommuneName(text)
    if (name !== undefined) kept.names.set(file, name)
    return name
  }
  return {
    editions,
    edition: (commune, edition) => byName.get(`${commune}/${edition}`),
    open,
    text: (place) => source.read(place.ref),
    communeName,
    results,
  }
}

/** What a site has opened lately. */
export interface SiteKeeper {
  readonly opened: LRUCache<string, Opened>
  readonly results: LRUCache<string, NonNullable<ReturnType<typeof publishedResults>>>
  readonly names: LRUCache<string, string>
}

export function siteKeeper(): SiteKeeper {
  return {
    opened: new LRUCache({ maxSize: MOST_CHARACTERS }),
    results: new LRUCache({ max: MOST_RESULTS }),
    names: new LRUCache({ max: MOST_RESULTS }),
  }
}

/** A publication that was the last word when it was opened may have been corrected since. */
function standing(opened: Opened, { current }: BoardPlace): Opened {
  return opened.kind === 'board'
    ? { kind: 'board', board: { ...opened.board, current } }
    : { kind: 'unreadable', unreadable: { ...opened.unreadable, current } }
}

function editionsOf(refs: readonly PublicationRef[]): readonly Edition[] {
  const groups = Map.groupBy(refs, ({ commune, edition }) => `${commune}/${edition}`)
  return [...groups.values()].flatMap((group) => {
    const all = group.map((ref, index): BoardPlace => {
      const next = group[index + 1]
      return { ref, current: next === undefined || comparePeriods(ref.period, next.period) !== 0 }
    })
    const [first] = group
    return first
      ? [
          {
            commune: first.commune,
            edition: first.edition,
            all,
            current: all.filter(({ current }) => current),
          },
        ]
      : []
  })
}
