import { compareRefs } from '#records/publicationRef.ts'
import type { Board } from '#services/site/board.ts'
import type { Site } from '#services/site/site.ts'
import { isOver } from './expectations.ts'

/** Whether pages lead to what may still change: from the newest publication of rules whose time is not over. */
export function isSimulated(site: Site, { ref, current, standings }: Board): boolean {
  const newest = site.edition(ref.commune, ref.edition)?.current.at(-1)
  const isNewest = current && newest !== undefined && compareRefs(newest.ref, ref) === 0
  return isNewest && !isOver(standings)
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
