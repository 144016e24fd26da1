import { alignToStep, compareCuts, type Interval, isEmpty } from '#base/interval.ts'
import { compare, divide, equals, isZero, negate, type Rational, subtract } from '#base/rational.ts'
import { type NumberDomain, type NumberRegions, type RegionPoints, valueOfPoints } from '#language/index.ts'
import { exampleIn } from './exampleIn.ts'
import { lineOn, samePoints } from './lineOn.ts'
import { liesWithin, without } from './stretches.ts'

/** Values within one stretch whose points differ, in the same direction throughout. */
export interface DifferingPart {
  readonly interval: Interval
  readonly old: PartSide
  readonly new: PartSide
  readonly example: Rational
  /** Negative, zero or positive as there are fewer points than before, now or before none at all, or more. */
  readonly direction: number
}

/** What one side makes of the values. */
export interface PartSide {
  /** `undefined` where the values cannot occur. */
  readonly points: RegionPoints | undefined
  /** The points of all the values, where they are the same. */
  readonly constant: Rational | undefined
  /** The line that gives them, where it gives other points to other values. */
  readonly ladder: unknown
}

/**
 * The values of a stretch whose points differ between two rules. Values beyond what can occur on one side are left out where
 * that side's last region, going on, would give them the same points.
 */
export function differingParts(
  stretch: Interval,
  old: NumberRegions,
  now: NumberRegions,
  domain: NumberDomain,
): readonly DifferingPart[] {
  const [left, right] = [regionAt(old, stretch), regionAt(now, stretch)]
  if (!left && !right) return []
  const cells = left && right ? unequal(stretch, left.points, right.points) : beyond(stretch, old, now)
  return cells
    .map((interval) => (domain.step ? alignToStep(interval, domain.step) : interval))
    .filter((interval) => !isEmpty(interval))
    .map((interval) => {
      const direction = (value: Rational): number =>
        left && right ? compare(valueOfPoints(right.points, value), valueOfPoints(left.points, value)) : 0
      const values = [exampleIn(interval, domain), ...endsOf(interval, domain)]
      const example = values.find((value) => direction(value) !== 0) ?? exampleIn(interval, domain)
      return {
        interval,
        old: sideOn(left, interval, domain.step),
        new: sideOn(right, interval, domain.step),
        example,
        direction: direction(example),
      }
    })
}

/** The first and the last value, where there are such: where ladders cross, the points may be equal in between. */
function endsOf({ low, high }: Interval, { step }: NumberDomain): readonly Rational[] {
  const first = low && !low.after ? [low.at] : []
  if (!high) return first
  return step ? [...first, subtract(high.at, step)] : high.after ? [...first, high.at] : first
}

type Region = NumberRegions['regions'][number]

function regionAt({ regions }: NumberRegions, stretch: Interval): Region | undefined {
  return regions.find(({ interval }) => liesWithin(stretch, interval))
}

/** Where in the stretch two formulas differ: nowhere, everywhere, or on either side of where two lines cross. */
function unequal(stretch: Interval, left: RegionPoints, right: RegionPoints): readonly Interval[] {
  if (samePoints(left, right)) return []
  const [before, after] = [lineOn(left, stretch), lineOn(right, stretch)]
  if (!before || !after) return [stretch]
  const slope = subtract(after.slope, before.slope)
  const offset = subtract(after.offset, before.offset)
  if (isZero(slope)) return isZero(offset) ? [] : [stretch]
  return without(stretch, divide(negate(offset), slope))
}

/** The stretch, in which only one side has values, unless it is only the other's end carried on. */
function beyond(stretch: Interval, old: NumberRegions, now: NumberRegions): readonly Interval[] {
  const there = regionAt(old, stretch) ?? regionAt(now, stretch)
  const other = regionAt(old, stretch) ? now : old
  const [first, last] = [other.regions[0], other.regions.at(-1)]
  const isBelow = first?.interval.low && stretch.high && compareCuts(stretch.high, first.interval.low) <= 0
  const end = isBelow ? first : last
  return there && end && samePoints(there.points, end.points) ? [] : [stretch]
}

function sideOn(region: Region | undefined, interval: Interval, step: Rational | undefined): PartSide {
  if (!region) return { points: undefined, constant: undefined, ladder: undefined }
  const { points, source } = region
  const line = lineOn(points, interval)
  const only = onlyValue(interval, step)
  return {
    points,
    constant: only ? valueOfPoints(points, only) : line && isZero(line.slope) ? line.offset : undefined,
    ladder: source.kind === 'tier' ? undefined : source,
  }
}

function onlyValue({ low, high }: Interval, step: Rational | undefined): Rational | undefined {
  if (!low || !high || low.after) return undefined
  const width = subtract(high.at, low.at)
  return isZero(width) || (step && !high.after && equals(width, step)) ? low.at : undefined
}
