import { type PhaseStandings, reviewPhases } from '#engine/index.ts'
import { type Publication, readPublication } from '#records/publication.ts'
import { type PublicationRef, publicationId } from '#records/publicationRef.ts'
import { hashOf } from '../hash.ts'
import { recompute, resultsText } from '../records/recompute.ts'
import type { Standings } from '../standings.ts'

/** Which publication, and whether it is the last word on its period. */
export interface BoardPlace {
  readonly ref: PublicationRef
  /** False for one that was corrected since. */
  readonly current: boolean
}

/** A publication computed again: everything that pages tell is a function of it. */
export interface Board extends BoardPlace {
  readonly publication: Publication
  /** Of its whole text: the next publication is chained to it. */
  readonly hash: string
  readonly standings: Standings
  /** What its years come to together, where the rulebook reviews them. */
  readonly phases: readonly PhaseStandings[]
}

/** A publication whose results this version of the program does not come to again. Its text can still be handed out. */
export interface UnreadableBoard extends BoardPlace {
  readonly text: string
}

export type Opened =
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableBoard }

/**
 * Computes a publication again from nothing but its text. Where the results are not the published ones to the byte, no page
 * may explain them: what was published counts, and this program has another opinion of it.
 */
export function openPublication(place: BoardPlace, text: string): Opened {
  const publication = readPublication(text)
  const standings = publication && recompute(publication)
  const isOwn = publication?.commune === place.ref.commune && publication.id === publicationId(place.ref)
  if (!publication || !standings || !isOwn) return { kind: 'unreadable', unreadable: { ...place, text } }
  if (resultsText(standings) !== publication.results.text)
    return { kind: 'unreadable', unreadable: { ...place, text } }
  const board = { ...place, publication, hash: hashOf(text), standings, phases: reviewPhases(standings) }
  return { kind: 'board', board }
}
