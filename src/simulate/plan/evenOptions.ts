import { isZero, type Rational, subtract } from '#base/rational.ts'
import { type Desk, type Found, gatheredBy, MOST_OPTIONS, standpointsOf } from './desk.ts'
import { optionAt, type Row, rowsOf, spread, stepsAround, stepsIn } from './lattice.ts'
import type { Lever } from './lever.ts'

/**
 * The ways to move a measure of which only the gathered number counts, and that rises evenly with what is reported: a sum, an
 * average, or the newest number. How a change is shared out over periods does not matter then, so it is shared out evenly.
 */
export function evenOptions(lever: Lever, desk: Desk): Found {
  const rows = movedRows(lever)
  const counts = stepCounts(lever, rows, desk)
  if (typeof counts === 'string') return { kind: counts }
  return { kind: 'options', options: counts.map((count) => optionAt(lever, rows, spread(rows, count))) }
}

/** Of a measure whose newest number counts, only the last period is moved; the others stand where they start. */
function movedRows(lever: Lever): readonly Row[] {
  const rows = rowsOf(lever)
  if (lever.measure.aggregation !== 'latest' && lever.measure.type?.kind !== 'flag') return rows
  return rows.map((row, index) => {
    const isLast = rows[index + 1]?.slot.entrant !== row.slot.entrant
    return isLast ? row : { ...row, below: 0n, above: 0n }
  })
}

/** By how many steps the sum of all slots may be moved so that some use changes its answer. */
export function stepCounts(
  lever: Lever,
  rows: readonly Row[],
  desk: Desk,
): readonly bigint[] | 'tooMany' | 'endless' {
  const least = -total(rows.map(({ below }) => below))
  const ups = rows.map(({ above }) => above)
  const most = ups.every((above) => above !== undefined) ? total(ups) : undefined
  const isPossible = (count: bigint): boolean => count >= least && (most === undefined || count <= most)
  const at = (count: bigint) => optionAt(lever, rows, spread(rows, count)).changed
  const start = at(0n)
  const beside = isPossible(1n) ? 1n : -1n
  const counts = new Set<bigint>([0n])
  if (!isPossible(beside)) return [...counts]
  const aside = at(beside)
  for (const standpoint of standpointsOf(lever, start, desk)) {
    const { gathered, turningPoints } = standpoint
    const moved = gatheredBy(standpoint, lever.measure, aside, desk)
    if (!gathered || !moved) continue
    const perStep: Rational = beside === 1n ? subtract(moved, gathered) : subtract(gathered, moved)
    if (isZero(perStep)) continue
    for (const cut of turningPoints.cuts)
      for (const count of stepsAround(subtract(cut, gathered), perStep))
        if (isPossible(count)) counts.add(count)
    for (const stretch of turningPoints.stretches) {
      const { first, last } = stepsIn(stretch, gathered, perStep)
      const low = first === undefined || first < least ? least : first
      const high = last === undefined || (most !== undefined && last > most) ? most : last
      if (high === undefined) return 'endless'
      if (high - low > BigInt(MOST_OPTIONS)) return 'tooMany'
      for (let count = low; count <= high; count++) counts.add(count)
    }
    if (counts.size > MOST_OPTIONS) return 'tooMany'
  }
  return [...counts]
}

function total(counts: readonly (bigint | undefined)[]): bigint {
  return counts.reduce<bigint>((all, count) => all + (count ?? 0n), 0n)
}
