import { contains } from '#base/interval.ts'
import { add, divide, floor, multiply, type Rational, rational, subtract } from '#base/rational.ts'
import type { NumberRegions, RegionPoints } from './regions.ts'

/** The points for a value; `undefined` where it cannot occur. */
export function pointsAt({ regions }: Pick<NumberRegions, 'regions'>, value: Rational): Rational | undefined {
  const region = regions.find(({ interval }) => contains(interval, value))
  return region && valueOfPoints(region.points, value)
}

/** What the formula of a region comes to. */
export function valueOfPoints(points: RegionPoints, value: Rational): Rational {
  switch (points.kind) {
    case 'constant':
      return points.points
    case 'linear':
      return add(multiply(points.slope, value), points.offset)
    case 'stairs': {
      const steps = floor(divide(subtract(value, points.from), points.step))
      return add(points.offset, multiply(points.rise, rational(steps)))
    }
  }
}
