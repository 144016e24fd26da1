import { type PhaseStandings, reviewPhases } from '#engine/index.ts'
import type { Publication } from '#records/publication.ts'
import type { PublicationRef } from '#records/publicationRef.ts'
import type { UnreadFile } from '#store/publications.ts'
import { hashOf } from '../hash.ts'
import { checkPublication, type NoPublication, type PublicationFault } from '../records/checkPublication.ts'
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

/** Why a publication that is there is not explained. */
export type WhyUnreadable =
  /** The file itself cannot be read: nothing is known of what is in it. */
  | { readonly kind: 'unread'; readonly why: UnreadFile }
  | NoPublication
  /** It is not what it says of itself, or not what this version of the program comes to. */
  | { readonly kind: 'faulty'; readonly faults: readonly PublicationFault[] }

/** A publication that no page explains. Its text, where there is one, can still be handed out. */
export interface UnreadableBoard extends BoardPlace {
  readonly why: WhyUnreadable
}

export type Opened =
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableBoard }

/**
 * Computes a publication again from nothing but its text. Where anything of it does not hold no page may explain it: what was
 * published counts, and this program has another opinion of it.
 */
export function openPublication(place: BoardPlace, text: string): Opened {
  const checked = checkPublication(text, place.ref)
  if (checked.kind === 'noPublication') return notShown(place, checked)
  const { publication, faults, standings } = checked
  if (faults.length > 0 || !standings) return notShown(place, { kind: 'faulty', faults })
  const board = { ...place, publication, hash: hashOf(text), standings, phases: reviewPhases(standings) }
  return { kind: 'board', board }
}

/** A publication that is there and is not shown. */
export function notShown(place: BoardPlace, why: WhyUnreadable): Opened {
  return { kind: 'unreadable', unreadable: { ...place, why } }
}
