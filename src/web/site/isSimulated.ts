import { compareRefs } from '#records/publicationRef.ts'
import type { Board, BoardPlace } from '#services/site/board.ts'
import type { Site } from '#services/site/site.ts'
import { isOver } from './expectations.ts'

/** Whether it is the last word on the newest period: from there pages lead to where its rulebook is written anew. */
export function isNewest(site: Site, { ref, current }: BoardPlace): boolean {
  const newest = site.edition(ref.commune, ref.edition)?.current.at(-1)
  return current && newest !== undefined && compareRefs(newest.ref, ref) === 0
}

/** Whether pages lead to what may still change: from the newest publication of rules whose time is not over. */
export function isSimulated(site: Site, board: Board): boolean {
  return isNewest(site, board) && !isOver(board.standings)
}

/** As many are drawn and weighed while a reader waits. */
const MOST_WEIGHED = 100

/** Whether pages lead to where everyone may end up, and on what the order hangs. */
export function isWeighed(site: Site, board: Board): boolean {
  return isSimulated(site, board) && canBeWeighed(board)
}

/** Whether there are such pages at all. */
export function canBeWeighed({ standings }: Board): boolean {
  return standings.sheets.length <= MOST_WEIGHED && !isOver(standings)
}
