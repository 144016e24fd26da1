import { compareDates } from '#base/plainDate.ts'
import { compareRefs } from '#records/publicationRef.ts'
import type { Board } from '#services/site/board.ts'
import type { Site } from '#services/site/site.ts'
import type { Standings } from '#services/standings.ts'
import { type Expectation, expectationOf } from '#simulate/index.ts'

/** Whether pages lead to what may still change: from the newest publication of rules whose time is not over. */
export function isSimulated(site: Site, { ref, current, standings }: Board): boolean {
  const newest = site.edition(ref.commune, ref.edition)?.current.at(-1)
  const isNewest = current && newest !== undefined && compareRefs(newest.ref, ref) === 0
  return isNewest && !isOver(standings)
}

function isOver({ asOf, program }: Standings): boolean {
  return compareDates(asOf, program.to) >= 0
}

const known = new WeakMap<Standings, Expectation>()

/**
 * Where the things of a board go by themselves until the last day of its rulebook's time; `undefined` when that day has come. Made once
 * for a board that is open.
 */
export function expectationFor(standings: Standings): Expectation | undefined {
  const { program, dossier, asOf } = standings
  if (isOver(standings)) return undefined
  const made = known.get(standings)
  if (made) return made
  const expected = expectationOf({ program, dossier, asOf, horizon: program.to }, 'all')
  if (!expected.ok) throw new Error('what was published fits its rulebook, and so does what goes on like it')
  known.set(standings, expected.value)
  return expected.value
}
