import { LRUCache } from 'lru-cache'
import { takeTurns } from '#base/turns.ts'
import { leavesOf } from '#engine/index.ts'
import { type PublishedResults, publishedCommuneName, readResults } from '#records/publishedResults.ts'
import type { NoPublication, ReadPublication } from '../records/checkPublication.ts'
import type { Opened } from './board.ts'
import type { Edition } from './site.ts'

/** What a publication says of everyone, nothing of it computed; or that its text does not hold against its own words. */
export type Published =
  | {
      readonly kind: 'published'
      /** The hash of the rules it was scored by. */
      readonly rules: string
      readonly results: PublishedResults
    }
  | { readonly kind: 'unreadable' }

/** What is read of a publication without computing it. */
export interface Told {
  readonly published: Published
  readonly communeName: string | undefined
}

/** What a site has opened and read lately, by file and stamp; it outlives the sites that look at it. */
export interface SiteKeeper {
  readonly opened: LRUCache<string, Opened>
  /** Those being opened. */
  readonly opening: Map<string, Promise<Opened | undefined>>
  readonly told: LRUCache<string, Told>
  /** By commune and name, as they were listed last. */
  readonly editions: Map<string, { readonly stamp: string; readonly edition: Edition }>
  /** Texts are read and computed one at a time: each is held whole meanwhile, and the program has one thread. */
  readonly turn: <Value>(job: () => Promise<Value>) => Promise<Value>
  /** The communes of files that could not be read since the site was last looked for: the next time may be another. */
  readonly notRead: Set<string>
}

/** Traces and facts, which are nearly all that is kept of a board: measured 1,1 to 1,4 kB each, so half a gigabyte at most. */
const MOST_KEPT = 400_000

/** Entrants of all publications together, some 400 bytes each. */
const MOST_RESULTS = 200_000

export function siteKeeper(): SiteKeeper {
  return {
    editions: new Map(),
    notRead: new Set(),
    opened: new LRUCache({ maxSize: MOST_KEPT }),
    opening: new Map(),
    told: new LRUCache({
      maxSize: MOST_RESULTS,
      sizeCalculation: ({ published }) =>
        published.kind === 'published' ? Math.min(published.results.size + 1, MOST_RESULTS) : 1,
    }),
    turn: takeTurns(),
  }
}

/** How much is kept of what was opened. Even of the largest two are, or each page that holds one against the other would compute both. */
export function weightOf(opened: Opened): number {
  if (opened.kind === 'unreadable') return 1
  const { sheets, program, dossier } = opened.board.standings
  return Math.min(1 + sheets.length * leavesOf(program.nodes).length + dossier.facts.length, MOST_KEPT / 2)
}

/** What a text tells that was read, and held against its own words. */
export function toldBy(read: ReadPublication | NoPublication): Told {
  if (read.kind === 'noPublication') return NOTHING_TOLD
  const { publication, faults } = read
  const results = faults.length === 0 ? readResults(publication.results.text) : undefined
  if (!results) return NOTHING_TOLD
  const published = { kind: 'published', rules: publication.rulebook.hash, results } as const
  return { published, communeName: publishedCommuneName(publication) }
}

export const NOTHING_TOLD: Told = { published: { kind: 'unreadable' }, communeName: undefined }
