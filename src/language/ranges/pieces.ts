import { type Cut, compareCuts, type Interval } from '#base/interval.ts'
import {
  add,
  compare,
  divide,
  floor,
  isInteger,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '#base/rational.ts'
import type { NumberDomain } from '../domain.ts'
import { valueOfPoints } from './pointsAt.ts'
import type { Range } from './range.ts'
import type { NumberRegions, Region } from './regions.ts'

/** A region of a sum: what several rules over the same values give together. */
export interface Piece extends Pick<Region, 'interval' | 'points'> {
  /** The lines that give them, one from each rule. */
  readonly sources: readonly Region['source'][]
}

/**
 * The sum of rules over the same values, piece by piece; `undefined` where one of them has too many steps to list.
 */
export function piecesOf(rules: readonly NumberRegions[]): readonly Piece[] | undefined {
  const [first, ...others] = rules
  if (!first) return []
  const single = first.regions.map(({ interval, points, source }) => ({
    interval,
    points,
    sources: [source],
  }))
  if (others.length === 0) return single
  if (rules.some(({ regions }) => regions.some(({ points }) => points.kind !== 'constant'))) return undefined
  return others.reduce<readonly Piece[]>((sum, { regions }) => addRegions(sum, regions), single)
}

/** Both lie over the same domain, so they are walked side by side. */
function addRegions(pieces: readonly Piece[], regions: readonly Region[]): readonly Piece[] {
  const sum: Piece[] = []
  let [at, beside] = [0, 0]
  let reach: Cut | undefined = pieces[0]?.interval.low
  for (;;) {
    const [piece, region] = [pieces[at], regions[beside]]
    if (!piece || !region) return sum
    const order = compareHighs(piece.interval, region.interval)
    const high = order <= 0 ? piece.interval.high : region.interval.high
    sum.push({
      interval: { low: reach, high },
      points: { kind: 'constant', points: add(constantOf(piece), constantOf(region)) },
      sources: [...piece.sources, region.source],
    })
    reach = high
    if (order <= 0) at++
    if (order >= 0) beside++
  }
}

function compareHighs({ high: left }: Interval, { high: right }: Interval): number {
  if (!left || !right) return Number(!left) - Number(!right)
  return compareCuts(left, right)
}

function constantOf({ points }: Pick<Piece, 'points'>): Rational {
  return points.kind === 'constant' ? points.points : ZERO
}

/** The points at the first and at the last value of a piece, or what they come as near to as one likes. */
export function endPoints({ interval, points }: Piece, domain: NumberDomain): readonly [Rational, Rational] {
  if (points.kind === 'constant') return [points.points, points.points]
  const { first, last } = endsOf(interval, domain)
  // Only what is constant goes on without end.
  if (!first || !last) throw new Error('a slope has two ends')
  if (points.kind === 'linear') return [valueOfPoints(points, first.at), valueOfPoints(points, last.at)]
  const { from, step, rise, offset } = points
  const upwards = compare(step, ZERO) > 0
  const climbed = ({ at, included }: End, isFar: boolean): Rational => {
    const steps = divide(subtract(at, from), step)
    // Just short of a step it is not yet made.
    const made = isFar && !included && isInteger(steps) ? floor(steps) - 1n : floor(steps)
    return add(offset, multiply(rise, rational(made)))
  }
  return [climbed(first, !upwards), climbed(last, upwards)]
}

interface End {
  readonly at: Rational
  readonly included: boolean
}

/** Where the values of an interval start and stop; on steps its upper end is the last step in it. */
export function endsOf(
  { low, high }: Interval,
  { step }: NumberDomain,
): { readonly first: End | undefined; readonly last: End | undefined } {
  const last =
    high && (step ? { at: subtract(high.at, step), included: true } : { at: high.at, included: high.after })
  return { first: low && { at: low.at, included: !low.after }, last }
}

/** The least and the most that the pieces give. */
export function rangeOfPieces(pieces: readonly Piece[], domain: NumberDomain): Range {
  const [first = ZERO, ...others] = pieces.flatMap((piece) => endPoints(piece, domain))
  return { least: others.reduce(minimum, first), most: others.reduce(maximum, first) }
}
