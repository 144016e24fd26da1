import type { Interval } from '#base/interval.ts'
import { denominator, equals, numerator, type Rational, rational } from '#base/rational.ts'
import { type NumberDomain, type NumberRegions, valueOfPoints } from '#language/index.ts'
import { type DifferingPart, differingParts, type PartSide } from './differingParts.ts'
import { goesOnToEnd } from './exampleIn.ts'
import { runsOf, spanOf, stretchesOf } from './stretches.ts'

/** Values that two rules give other points, as many side by side as can be told in one line. */
export interface DifferingRegion {
  readonly interval: Interval
  readonly old: RegionSide
  readonly new: RegionSide
  readonly example: {
    readonly value: Rational
    readonly old: Rational | undefined
    readonly new: Rational | undefined
  }
}

/** The points of all these values; that they vary; or that the values cannot occur. */
export type RegionSide =
  | { readonly kind: 'points'; readonly points: Rational }
  | { readonly kind: 'varying' }
  | { readonly kind: 'impossible' }

/**
 * The values whose points differ between two rules: a value that can occur on both sides lies in one of the intervals if and
 * only if its points differ. (Only where a ladder has more steps than are listed may an interval hold values with equal
 * points.) `domain` is what can occur on either side.
 */
export function differingRegions(
  old: NumberRegions,
  now: NumberRegions,
): { readonly domain: NumberDomain; readonly regions: readonly DifferingRegion[] } {
  const stretches = stretchesOf([...old.regions, ...now.regions].map(({ interval }) => interval))
  const domain: NumberDomain = {
    ...now.domain,
    step: commonStep(old.domain.step, now.domain.step),
    interval: { low: stretches[0]?.low, high: stretches.at(-1)?.high },
  }
  const parts = stretches.flatMap((stretch) => differingParts(stretch, old, now, domain))
  return { domain, regions: runsOf(parts, isAlike).map((run) => toRegion(run, domain)) }
}

function isAlike(left: DifferingPart, right: DifferingPart): boolean {
  return (
    left.direction === right.direction && sidesAlike(left.old, right.old) && sidesAlike(left.new, right.new)
  )
}

function sidesAlike(left: PartSide, right: PartSide): boolean {
  if (!left.points || !right.points) return !left.points && !right.points
  if (left.ladder !== undefined && left.ladder === right.ladder) return true
  return left.constant !== undefined && right.constant !== undefined && equals(left.constant, right.constant)
}

function toRegion(run: readonly DifferingPart[], domain: NumberDomain): DifferingRegion {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last) throw new Error('a run is not empty')
  const interval = spanOf(run)
  // Of values that go on to the end of what can occur the first is named, else the last.
  const within = goesOnToEnd(interval, domain) ? first : last
  const { example: value } = within
  const at = ({ points }: PartSide): Rational | undefined => points && valueOfPoints(points, value)
  return {
    interval,
    old: told(run.map(({ old }) => old)),
    new: told(run.map((part) => part.new)),
    example: { value, old: at(within.old), new: at(within.new) },
  }
}

function told(sides: readonly PartSide[]): RegionSide {
  const [first] = sides
  if (!first?.points) return { kind: 'impossible' }
  const { constant } = first
  const isOne = constant && sides.every((side) => side.constant && equals(side.constant, constant))
  return isOne ? { kind: 'points', points: constant } : { kind: 'varying' }
}

/** The largest step of which both steps are multiples; none where any value can occur on either side. */
function commonStep(left: Rational | undefined, right: Rational | undefined): Rational | undefined {
  if (!left || !right || equals(left, right)) return left && right
  let [a, b] = [numerator(left) * denominator(right), numerator(right) * denominator(left)]
  while (b !== 0n) [a, b] = [b, a % b]
  return rational(a, denominator(left) * denominator(right))
}
