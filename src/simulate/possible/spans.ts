import type { Interval } from '#base/interval.ts'
import {
  ceiling,
  compare,
  divide,
  equals,
  floor,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  sum,
  ZERO,
} from '#base/rational.ts'
import type { Aggregation } from '#language/index.ts'

/** Numbers from a least to a greatest, both counted in; a missing end means without end. */
export interface Span {
  readonly low: Rational | undefined
  readonly high: Rational | undefined
  /** Only multiples of it occur, and the ends are such; `undefined` where any number may. */
  readonly step: Rational | undefined
}

/** One number. */
export function pointSpan(at: Rational, step?: Rational): Span {
  return { low: at, high: at, step }
}

/** The interval of the same numbers, and some between where they come in steps. */
export function intervalOfSpan({ low, high }: Span): Interval {
  return { low: low && { at: low, after: false }, high: high && { at: high, after: true } }
}

/** The numbers between two ends, moved inwards to steps; `undefined` where there is none. */
export function spanBetween(
  low: Rational | undefined,
  high: Rational | undefined,
  step: Rational | undefined,
): Span | undefined {
  const first = low && step ? multiply(rational(ceiling(divide(low, step))), step) : low
  const last = high && step ? multiply(rational(floor(divide(high, step))), step) : high
  return first && last && compare(first, last) > 0 ? undefined : { low: first, high: last, step }
}

/** One span that holds all of them; there is at least one. */
export function hullOf(spans: readonly Span[]): Span {
  const [first] = spans
  if (!first || spans.length === 1) return first ?? pointSpan(ZERO)
  const step = first.step
  const alike = step !== undefined && spans.every((one) => one.step !== undefined && equals(one.step, step))
  return {
    low: extreme(
      spans.map(({ low }) => low),
      minimum,
    ),
    high: extreme(
      spans.map(({ high }) => high),
      maximum,
    ),
    step: alike ? step : undefined,
  }
}

/** Whether the two hold a common number, taken as if any number between their ends could occur. */
export function reaches(span: Span, value: Rational): boolean {
  const { low, high } = span
  return (!low || compare(low, value) <= 0) && (!high || compare(high, value) >= 0)
}

/** The same numbers times a factor above zero. */
function scaledSpan({ low, high, step }: Span, factor: Rational): Span {
  return {
    low: low && multiply(low, factor),
    high: high && multiply(high, factor),
    step: step && multiply(step, factor),
  }
}

/** What is gathered: some numbers, one of which counts, or none where it may be left out. */
export interface Gathered {
  /** Never empty. */
  readonly spans: readonly Span[]
  readonly mayLeave: boolean
}

/**
 * What numbers gathered as the aggregation says can come to, where at least one counts. Numbers are independent of each
 * other. Exact where each may be any number of one span; otherwise never too narrow.
 */
export function gatherSpans(all: readonly Gathered[], aggregation: Aggregation): readonly Span[] {
  const [only] = all
  if (!only) return []
  if (all.length === 1) return only.spans
  const must = all.filter(({ mayLeave }) => !mayLeave).map(({ spans }) => hullOf(spans))
  const may = all.filter(({ mayLeave }) => mayLeave).map(({ spans }) => hullOf(spans))
  const whole = hullOf([...must, ...may])
  switch (aggregation) {
    case 'latest':
      return all.flatMap(({ spans }) => spans)
    case 'least': {
      const highs = (must.length > 0 ? must : may).map(({ high }) => high)
      return [{ ...whole, high: must.length > 0 ? least(highs) : extreme(highs, maximum) }]
    }
    case 'greatest': {
      const lows = (must.length > 0 ? must : may).map(({ low }) => low)
      return [{ ...whole, low: must.length > 0 ? greatest(lows) : extreme(lows, minimum) }]
    }
    case 'sum':
      // Whoever may be nothing may as well be left out.
      return may.every((span) => reaches(span, ZERO))
        ? [sumOf([...must, ...may], whole.step)]
        : counts(must, may).map(([one]) => ({ ...one, step: whole.step }))
    case 'average':
      return counts(must, may).map(([one, count]) => {
        const share = rational(1n, BigInt(count))
        return scaledSpan({ ...one, step: whole.step }, share)
      })
  }
}

/** The sum of those that must count and of so many of the others, for every number of others; with how many that are. */
function counts(must: readonly Span[], may: readonly Span[]): readonly (readonly [Span, number])[] {
  const lows = may.map(({ low }) => low).toSorted(byEnd(-1))
  const highs = may.map(({ high }) => high).toSorted(byEnd(1))
  return Array.from({ length: may.length + 1 }, (_, others) => others).flatMap((others) => {
    const count = must.length + others
    if (count === 0) return []
    const low = total([...must.map((one) => one.low), ...lows.slice(0, others)])
    const high = total([...must.map((one) => one.high), ...highs.slice(0, others)])
    return [[{ low, high, step: undefined }, count] as const]
  })
}

/** What has no end comes first; then the least first, or the greatest (`way` 1). */
function byEnd(way: 1 | -1) {
  return (left: Rational | undefined, right: Rational | undefined): number => {
    if (!left || !right) return Number(left !== undefined) - Number(right !== undefined)
    return way * compare(right, left)
  }
}

function sumOf(spans: readonly Span[], step: Rational | undefined): Span {
  return { low: total(spans.map(({ low }) => low)), high: total(spans.map(({ high }) => high)), step }
}

function total(ends: readonly (Rational | undefined)[]): Rational | undefined {
  const known = ends.filter((end) => end !== undefined)
  return known.length === ends.length ? sum(known) : undefined
}

function extreme(
  ends: readonly (Rational | undefined)[],
  pick: (left: Rational, right: Rational) => Rational,
): Rational | undefined {
  const known = ends.filter((end) => end !== undefined)
  return known.length === ends.length && known.length > 0 ? known.reduce(pick) : undefined
}

/** The least of upper ends, of which one that is missing lies above all. */
function least(ends: readonly (Rational | undefined)[]): Rational | undefined {
  const known = ends.filter((end) => end !== undefined)
  return known.length > 0 ? known.reduce(minimum) : undefined
}

/** The greatest of lower ends, of which one that is missing lies below all. */
function greatest(ends: readonly (Rational | undefined)[]): Rational | undefined {
  const known = ends.filter((end) => end !== undefined)
  return known.length > 0 ? known.reduce(maximum) : undefined
}

/**
 * What one number over another can come to, times the base; where the lower one is zero is answered apart. Exact over one
 * lower number, otherwise never too narrow.
 */
export function quotientSpan(upper: Span, lower: Span, base: Rational): Span | undefined {
  const { low, high } = lower
  if (low && high && equals(low, high)) {
    const order = compare(low, ZERO)
    if (order === 0) return undefined
    if (order > 0) return scaledSpan(upper, divide(base, low))
  }
  if (!low || compare(low, ZERO) < 0) return { low: undefined, high: undefined, step: undefined }
  if (high && compare(high, ZERO) === 0) return undefined
  // The least above zero that it can be; 0 where it can come as near as one likes.
  const nearest = compare(low, ZERO) > 0 ? low : (lower.step ?? ZERO)
  const overFarthest = (value: Rational): Rational => (high ? divide(multiply(value, base), high) : ZERO)
  const overNearest = (value: Rational): Rational | undefined =>
    compare(nearest, ZERO) > 0 ? divide(multiply(value, base), nearest) : undefined
  const isNegative = (value: Rational): boolean => compare(value, ZERO) < 0
  const isNone = (value: Rational): boolean => compare(value, ZERO) === 0
  return {
    low: upper.low && (isNegative(upper.low) ? overNearest(upper.low) : overFarthest(upper.low)),
    high:
      upper.high &&
      (isNegative(upper.high)
        ? overFarthest(upper.high)
        : isNone(upper.high)
          ? ZERO
          : overNearest(upper.high)),
    step: undefined,
  }
}
