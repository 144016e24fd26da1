import { ceiling, compare, divide, floor, type Rational, subtract, toExactText } from '#base/rational.ts'
import { type Desk, type Found, MOST_OPTIONS, standpointsOf } from './desk.ts'
import { optionAt, type Row, rowsOf, valueAt } from './lattice.ts'
import type { Lever, Option } from './lever.ts'

/**
 * The ways to move a measure of which the least or the greatest number counts. To lift the least, every period must be lifted
 * to it; to lower it, one is enough; the greatest the other way round.
 */
export function endOptions(lever: Lever, desk: Desk): Found {
  const rows = rowsOf(lever)
  const start = optionAt(
    lever,
    rows,
    rows.map(() => 0n),
  )
  const values = new Map<string, Rational>()
  const options = [start]
  for (const { turningPoints } of standpointsOf(lever, start.changed, desk)) {
    for (const cut of turningPoints.cuts) values.set(toExactText(cut), cut)
    for (const { from, to } of turningPoints.stretches) {
      for (const row of rows) {
        const most =
          row.above === undefined
            ? to
            : to && compare(to, valueAt(row, row.above, lever)) < 0
              ? to
              : valueAt(row, row.above, lever)
        if (!most) return { kind: 'endless' }
        const first = ceiling(divide(subtract(from, row.start), lever.step))
        const last = floor(divide(subtract(most, row.start), lever.step))
        const low = first < -row.below ? -row.below : first
        if (last - low > BigInt(MOST_OPTIONS)) return { kind: 'tooMany' }
        for (let steps = low; steps <= last; steps++) {
          const value = valueAt(row, steps, lever)
          values.set(toExactText(value), value)
        }
      }
    }
  }
  for (const value of values.values())
    for (const strict of [false, true])
      options.push(...lifted(lever, rows, value, strict), ...lowered(lever, rows, value, strict))
  if (options.length > MOST_OPTIONS) return { kind: 'tooMany' }
  return { kind: 'options', options }
}

/** So that what counts is at least the value, or above it. */
function lifted(lever: Lever, rows: readonly Row[], value: Rational, strict: boolean): readonly Option[] {
  const steps = rows.map((row) => {
    const wanted = divide(subtract(value, row.start), lever.step)
    const up = strict ? floor(wanted) + 1n : ceiling(wanted)
    return up < 0n ? 0n : up
  })
  const isWithin = (row: Row, index: number): boolean =>
    row.above === undefined || (steps[index] ?? 0n) <= row.above
  if (lever.measure.aggregation === 'least') return rows.every(isWithin) ? [optionAt(lever, rows, steps)] : []
  return oneOf(lever, rows, steps, isWithin)
}

/** So that what counts is at most the value, or below it. */
function lowered(lever: Lever, rows: readonly Row[], value: Rational, strict: boolean): readonly Option[] {
  const steps = rows.map((row) => {
    const wanted = divide(subtract(value, row.start), lever.step)
    const down = strict ? ceiling(wanted) - 1n : floor(wanted)
    return down > 0n ? 0n : down
  })
  const isWithin = (row: Row, index: number): boolean => -(steps[index] ?? 0n) <= row.below
  if (lever.measure.aggregation === 'greatest')
    return rows.every(isWithin) ? [optionAt(lever, rows, steps)] : []
  return oneOf(lever, rows, steps, isWithin)
}

/** One row moved, the others where they start: each that can be. */
function oneOf(
  lever: Lever,
  rows: readonly Row[],
  steps: readonly bigint[],
  isWithin: (row: Row, index: number) => boolean,
): readonly Option[] {
  return rows.flatMap((row, moved) =>
    isWithin(row, moved)
      ? [
          optionAt(
            lever,
            rows,
            steps.map((count, index) => (index === moved ? count : 0n)),
          ),
        ]
      : [],
  )
}
