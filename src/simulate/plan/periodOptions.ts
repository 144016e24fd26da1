import { periodKey } from '#base/period.ts'
import {
  add,
  compare,
  maximum,
  minimum,
  type Rational,
  rational,
  subtract,
  toExactText,
  ZERO,
} from '#base/rational.ts'
import type { Leaf, PeriodTrace } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import { type Desk, type Found, isByPeriod, MOST_OPTIONS, periodsIn, standpointsOf } from './desk.ts'
import { stepCounts } from './evenOptions.ts'
import { effortOf, optionAt, type Row, rowsOf, stepsAround, stepsIn, valueAt } from './lattice.ts'
import type { Lever, Use } from './lever.ts'
import { type TurningPoints, together, turningPointsOf } from './turningPoints.ts'

/**
 * The ways to move a measure that some criterion judges period by period. Periods are gone through one after the other; of the
 * ways that come to the same so far, for every use, the one with the least effort is kept.
 */
export function periodOptions(lever: Lever, desk: Desk): Found {
  const rows = rowsOf(lever)
  const judges = lever.uses.flatMap((use) => (isByPeriod(use) && use.kind === 'leaf' ? [use.leaf] : []))
  const isGathered = lever.uses.some((use) => !isByPeriod(use))
  const choices = choicesOf(lever, rows, judges, desk)
  if (typeof choices === 'string') return { kind: choices }
  const points = pointsByChoice(lever, rows, choices, judges, desk)
  let ways = new Map<string, Way>([
    ['', { effort: ZERO, steps: [], points: judges.map(() => ZERO), gathered: undefined }],
  ])
  for (const [index, row] of rows.entries()) {
    const next = new Map<string, Way>()
    for (const way of ways.values()) {
      for (const [choice, steps] of (choices[index] ?? []).entries()) {
        const value = valueAt(row, steps, lever)
        const extended: Way = {
          effort: add(way.effort, effortOf(lever, row, value)),
          steps: [...way.steps, steps],
          points: way.points.map((sofar, judge) => add(sofar, points[index]?.[choice]?.[judge] ?? ZERO)),
          gathered: isGathered ? gatheredWith(way.gathered, value, lever.measure) : undefined,
        }
        const key = keyOf(extended)
        const known = next.get(key)
        if (!known || compare(extended.effort, known.effort) < 0) next.set(key, extended)
      }
    }
    if (next.size > MOST_OPTIONS) return { kind: 'tooMany' }
    ways = next
  }
  return { kind: 'options', options: [...ways.values()].map(({ steps }) => optionAt(lever, rows, steps)) }
}

/** How the first periods are reported, and all that counts of it. */
interface Way {
  readonly effort: Rational
  readonly steps: readonly bigint[]
  /** The points of the periods added up, of each criterion that judges them. */
  readonly points: readonly Rational[]
  /** What they come to where some use gathers the measure. */
  readonly gathered: Rational | undefined
}

function keyOf({ points, gathered }: Way): string {
  return [...points, ...(gathered ? [gathered] : [])].map(toExactText).join(' ')
}

function gatheredWith(sofar: Rational | undefined, value: Rational, { aggregation }: Measure): Rational {
  if (!sofar) return value
  switch (aggregation) {
    case 'sum':
    case 'average':
      return add(sofar, value)
    case 'least':
      return minimum(sofar, value)
    case 'greatest':
      return maximum(sofar, value)
    case 'latest':
      return value
  }
}

/** By how many steps each slot may be moved so that some use changes its answer. */
function choicesOf(
  lever: Lever,
  rows: readonly Row[],
  judges: readonly Leaf[],
  desk: Desk,
): readonly (readonly bigint[])[] | Hindrance {
  const { changed } = optionAt(
    lever,
    rows,
    rows.map(() => 0n),
  )
  const traces = judges.map((leaf) => desk.trial.leaf(leaf, changed))
  const gathered = gatheredRange(lever, rows, changed, desk)
  if (typeof gathered === 'string') return gathered
  const choices = rows.map((row) => {
    const key = periodKey(row.slot.period)
    const own = traces.flatMap((trace) => {
      const period = periodsIn(trace).find((one) => periodKey(one.period) === key)
      return trace && period ? [turningPointsOf(trace, period, lever.measure, desk.heldAgainstOthers)] : []
    })
    return stepsOf(row, lever, together([...own, gathered.turningPoints]), gathered)
  })
  const hindrance = choices.find((one) => typeof one === 'string')
  return hindrance ?? choices.flatMap((one) => (typeof one === 'string' ? [] : [one]))
}

/** Why the ways cannot be gone through. */
type Hindrance = Exclude<Found['kind'], 'options'>

/** What uses that gather the measure ask of each period. */
interface Gathered {
  /** Where the periods themselves may make a difference to them. */
  readonly turningPoints: TurningPoints
  /** For a measure that is added up: the most steps that the sum may go down or up; every number of steps in between counts. */
  readonly down: bigint
  readonly up: bigint
}

function gatheredRange(
  lever: Lever,
  rows: readonly Row[],
  changed: ReturnType<typeof optionAt>['changed'],
  desk: Desk,
): Gathered | Hindrance {
  const isGathered = (use: Use): boolean => !isByPeriod(use)
  const none: Gathered = { turningPoints: { cuts: [], stretches: [] }, down: 0n, up: 0n }
  if (!lever.uses.some(isGathered)) return none
  const { aggregation } = lever.measure
  if (aggregation !== 'sum' && aggregation !== 'average')
    return {
      ...none,
      turningPoints: together(standpointsOf(lever, changed, desk).map((one) => one.turningPoints)),
    }
  const counts = stepCounts(lever, rows, desk)
  if (typeof counts === 'string') return counts
  const least = counts.reduce((low, count) => (count < low ? count : low), 0n)
  const most = counts.reduce((high, count) => (count > high ? count : high), 0n)
  // What one period has too much of, another may make up for.
  const reach = most - least
  return { ...none, down: reach, up: reach }
}

function stepsOf(
  row: Row,
  lever: Lever,
  { cuts, stretches }: TurningPoints,
  { down, up }: Gathered,
): readonly bigint[] | Hindrance {
  const isPossible = (count: bigint): boolean =>
    count >= -row.below && (row.above === undefined || count <= row.above)
  const steps = new Set<bigint>([0n])
  const addAll = (first: bigint, last: bigint): boolean => {
    if (last - first > BigInt(MOST_OPTIONS)) return false
    for (let count = first; count <= last; count++) if (isPossible(count)) steps.add(count)
    return true
  }
  for (const cut of cuts)
    for (const count of stepsAround(subtract(cut, row.start), lever.step))
      if (isPossible(count)) steps.add(count)
  for (const stretch of stretches) {
    const { first = -row.below, last = row.above } = stepsIn(stretch, row.start, lever.step)
    const end = row.above !== undefined && (last === undefined || last > row.above) ? row.above : last
    if (end === undefined) return 'endless'
    if (!addAll(first < -row.below ? -row.below : first, end)) return 'tooMany'
  }
  const all = addAll(
    down < row.below ? -down : -row.below,
    row.above === undefined || up < row.above ? up : row.above,
  )
  return all ? [...steps] : 'tooMany'
}

/** The points of each slot's period for each of its choices, criterion by criterion. */
function pointsByChoice(
  lever: Lever,
  rows: readonly Row[],
  choices: readonly (readonly bigint[])[],
  judges: readonly Leaf[],
  { trial }: Desk,
): readonly (readonly (readonly Rational[])[])[] {
  const most = Math.max(...choices.map(({ length }) => length))
  const points: Rational[][][] = rows.map(() => [])
  for (let choice = 0; choice < most; choice++) {
    const steps = choices.map((own) => own[Math.min(choice, own.length - 1)] ?? 0n)
    const { changed } = optionAt(lever, rows, steps)
    const judged = judges.map((leaf) => byPeriod(periodsIn(trial.leaf(leaf, changed))))
    for (const [index, row] of rows.entries())
      points[index]?.push(
        judged.map((periods) => periods.get(periodKey(row.slot.period))?.points ?? rational(0n)),
      )
  }
  return points
}

function byPeriod(periods: readonly PeriodTrace[]): ReadonlyMap<string, PeriodTrace> {
  return new Map(periods.map((one) => [periodKey(one.period), one]))
}
