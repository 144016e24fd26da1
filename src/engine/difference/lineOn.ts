import type { Cut, Interval } from '#base/interval.ts'
import { ceiling, compare, divide, equals, floor, type Rational, subtract, ZERO } from '#base/rational.ts'
import { type RegionPoints, valueOfPoints } from '#language/index.ts'

/** Points as `slope × value + offset`. */
export interface Line {
  readonly slope: Rational
  readonly offset: Rational
}

/** The straight line that the points are over the interval; `undefined` for stairs that climb within it. */
export function lineOn(points: RegionPoints, interval: Interval): Line | undefined {
  switch (points.kind) {
    case 'constant':
      return { slope: ZERO, offset: points.points }
    case 'linear':
      return points
    case 'stairs': {
      const { low, high } = interval
      const up = compare(points.step, ZERO) > 0
      const [near, far] = up ? [low, high] : [high, low]
      if (!near || !far) return undefined
      const steps = (cut: Cut): Rational => divide(subtract(cut.at, points.from), points.step)
      const first = floor(steps(near))
      const last = far.after === up ? floor(steps(far)) : ceiling(steps(far)) - 1n
      return first === last ? { slope: ZERO, offset: valueOfPoints(points, near.at) } : undefined
    }
  }
}

/** Whether two formulas are the same, value by value. */
export function samePoints(left: RegionPoints, right: RegionPoints): boolean {
  switch (left.kind) {
    case 'constant':
      return right.kind === 'constant' && equals(left.points, right.points)
    case 'linear':
      return right.kind === 'linear' && equals(left.slope, right.slope) && equals(left.offset, right.offset)
    case 'stairs':
      return (
        right.kind === 'stairs' &&
        equals(left.from, right.from) &&
        equals(left.step, right.step) &&
        equals(left.rise, right.rise) &&
        equals(left.offset, right.offset)
      )
  }
}
