import { intersect, isEmpty } from '#base/interval.ts'
import { compare, type Rational, subtract, ZERO } from '#base/rational.ts'
import { formatValue, within } from '../../domain.ts'
import { endPoints, type Piece } from '../../ranges/pieces.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { goalInterval } from '../analysis/reach.ts'
import { type Curve, hasHole, type Shape } from '../analysis/shapes.ts'
import { givenText, valueIn } from '../analysis/wording.ts'
import { reportWarning } from '../context.ts'

/**
 * Warns where points both rise and fall as a value grows, naming two values that show it. What only falls is meant: the fewer
 * the better. So is a peak around a target with two ends, and points taken for every deviation from a target.
 */
export function checkMonotony(context: AnalysisContext): void {
  for (const shape of context.shapes) {
    for (const curve of shape.curves) {
      const turn = hasHole(curve) ? undefined : wrongTurn(shape, curve)
      if (turn) report(context, curve, turn)
    }
  }
}

/** A piece and the next one, between which the points go the wrong way. */
interface Turn {
  readonly before: Piece
  readonly after: Piece
  readonly by: Rational
}

function wrongTurn(shape: Shape, curve: Curve): Turn | undefined {
  const { pieces, domain } = curve
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

function report(context: AnalysisContext, { domain }: Curve, { before, after, by }: Turn): void {
  const [low, high] = [valueIn(before, domain), valueIn(after, domain)]
  const [lowPoints, highPoints] = [endPoints(before, domain)[1], endPoints(after, domain)[0]]
  const falls = compare(by, ZERO) < 0
  const [lowText, highText] = [low, high].map((value) => formatValue(value, domain.notation))
  const [lowGiven, highGiven] = [givenText(lowPoints), givenText(highPoints)]
  const [from, to] = [differing(before, after), differing(after, before)]
  reportWarning(
    context,
    'not-monotone',
    `${falls ? 'nhiều hơn' : 'ít hơn'} lại kém điểm hơn: ${lowText} ${lowGiven}, ${highText} ${highGiven}`,
    [
      [(falls ? to : from).span, falls ? `${highText}: ${highGiven}` : `${lowText}: ${lowGiven}`],
      [(falls ? from : to).span, falls ? `${lowText}: ${lowGiven}` : `${highText}: ${highGiven}`],
    ],
    'sửa điểm của một trong hai dòng; nếu nhiều quá cũng không tốt, viết chỉ tiêu có hai đầu như 5-7 đơn',
  )
}

/** The line that makes the difference to a neighbouring piece. */
function differing({ sources }: Piece, { sources: others }: Piece): Piece['sources'][number] {
  const own = sources.find((source, index) => source !== others[index]) ?? sources[0]
  if (!own) throw new Error('a piece has a line that gives it')
  return own
}
