import { compareCuts, type Interval, intersect, isEmpty } from '#base/interval.ts'
import type { Rational } from '#base/rational.ts'

/**
 * The line cut at every end of the intervals: stretches in order, each of which lies wholly within an interval or wholly
 * outside it. Nothing before the first end and after the last, unless an interval goes on without end there.
 */
export function stretchesOf(intervals: readonly Interval[]): readonly Interval[] {
  const cuts = intervals
    .flatMap(({ low, high }) => [low, high])
    .filter((cut) => cut !== undefined)
    .toSorted(compareCuts)
    .filter((cut, index, all) => index === 0 || compareCuts(cut, all[index - 1] ?? cut) !== 0)
  const [first] = cuts
  const last = cuts.at(-1)
  if (!first || !last) return intervals.length > 0 ? [{ low: undefined, high: undefined }] : []
  const between = cuts.slice(1).map((high, index) => ({ low: cuts[index], high }))
  return [
    ...(intervals.some(({ low }) => !low) ? [{ low: undefined, high: first }] : []),
    ...between,
    ...(intervals.some(({ high }) => !high) ? [{ low: last, high: undefined }] : []),
  ]
}

/** Whether the stretch, which no end of the interval cuts, lies within it. */
export function liesWithin(stretch: Interval, { low, high }: Interval): boolean {
  const afterLow = !low || (stretch.low !== undefined && compareCuts(low, stretch.low) <= 0)
  const beforeHigh = !high || (stretch.high !== undefined && compareCuts(stretch.high, high) <= 0)
  return afterLow && beforeHigh
}

function touch({ high }: Interval, { low }: Interval): boolean {
  return high !== undefined && low !== undefined && compareCuts(high, low) === 0
}

/** The interval without one number: what lies below and what lies above, where anything does. */
export function without(interval: Interval, at: Rational): readonly Interval[] {
  const below = { low: undefined, high: { at, after: false } }
  const above = { low: { at, after: true }, high: undefined }
  return [below, above].map((side) => intersect(interval, side)).filter((part) => !isEmpty(part))
}

/** The parts in runs of such as lie side by side and are alike. */
export function runsOf<Part extends { readonly interval: Interval }>(
  parts: readonly Part[],
  isAlike: (left: Part, right: Part) => boolean,
): readonly (readonly Part[])[] {
  const runs: Part[][] = []
  for (const part of parts) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && touch(last.interval, part.interval) && isAlike(last, part)) run.push(part)
    else runs.push([part])
  }
  return runs
}

/** From where the first part of a run begins to where its last ends. */
export function spanOf(run: readonly { readonly interval: Interval }[]): Interval {
  return { low: run[0]?.interval.low, high: run.at(-1)?.interval.high }
}
