import { intersect, isEmpty } from '#base/interval.ts'
import { compare, type Rational, subtract, ZERO } from '#base/rational.ts'
import { within } from '../../domain.ts'
import { endPoints, type Piece } from '../../ranges/pieces.ts'
import { goalInterval } from './reach.ts'
import { type Curve, hasHole, type Shape } from './shapes.ts'

/** A piece and the next one, and by how much the points change between them. */
export interface Turn {
  readonly before: Piece
  readonly after: Piece
  readonly by: Rational
}

/**
 * Where points go the wrong way as the value grows, at its worst; `undefined` where they only rise, only fall, or are meant to
 * turn: around a target with two ends, or away from a target step by step.
 */
export function wrongTurn(shape: Shape, curve: Curve): Turn | undefined {
  const { pieces, domain } = curve
  if (hasHole(curve)) return undefined
  const turns = pieces.flatMap((before, index): Turn[] => {
    const after = pieces[index + 1]
    if (!after) return []
    return [{ before, after, by: subtract(endPoints(after, domain)[0], endPoints(before, domain)[1]) }]
  })
  const rising = [...turns.map(({ by }) => by), ...pieces.map((piece) => gainIn(piece, curve))]
  const both = rising.some((by) => compare(by, ZERO) > 0) && rising.some((by) => compare(by, ZERO) < 0)
  if (!both || isMeantPeak(shape, curve, turns)) return undefined
  const sign = risesOverall(shape, curve) ? -1 : 1
  const wrong = turns.filter(({ by }) => Math.sign(compare(by, ZERO)) === sign)
  const [first, ...others] = wrong
  return others.reduce(
    (worst, turn) => (sign * compare(turn.by, worst?.by ?? ZERO) > 0 ? turn : worst),
    first,
  )
}

function gainIn(piece: Piece, { domain }: Curve): Rational {
  const [start, end] = endPoints(piece, domain)
  return subtract(end, start)
}

/** Whether more is better on the whole: as the target says or, without one, as the ends of the table do. */
function risesOverall({ target, role }: Shape, { pieces, domain }: Curve): boolean {
  if (target && !target.goal.high) return !target.goal.atMost
  const [lowest, highest] = [pieces[0], pieces.at(-1)]
  const gain = lowest && highest && compare(endPoints(highest, domain)[1], endPoints(lowest, domain)[0])
  return gain === undefined || gain === 0 ? role !== 'penalty' : gain > 0
}

/** Rising up to a target with two ends and falling beyond it, or falling away from any target step by step. */
function isMeantPeak({ rule, target }: Shape, { pieces, domain }: Curve, turns: readonly Turn[]): boolean {
  if (rule.kind === 'perItem' && rule.of === 'deviation') return true
  const goal = target?.goal.high && goalInterval(target, domain)
  if (!goal) return false
  const firstFall = turns.findIndex(({ by }) => compare(by, ZERO) < 0)
  const risesAgain = turns.slice(firstFall).some(({ by }) => compare(by, ZERO) > 0)
  const peak = turns[firstFall]?.before ?? pieces.at(-1)
  return !risesAgain && peak !== undefined && !isEmpty(intersect(peak.interval, within(domain, goal)))
}
