import { compareDates } from '#base/plainDate.ts'
import type { Standings } from '#services/standings.ts'
import { type Expectation, expectationOf } from '#simulate/index.ts'

/** Whether the time of the rules is over. */
export function isOver({ asOf, program }: Standings): boolean {
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
