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
