import { formatExact } from '#base/formatNumber.ts'
import { type Interval, intersect, isEmpty } from '#base/interval.ts'
import { compare, maximum as larger, type Rational } from '#base/rational.ts'
import type { Condition, Target } from '../../ast.ts'
import { intervalOf } from '../../conditions.ts'
import { describeInterval } from '../../describeInterval.ts'
import { formatValue, type NumberDomain, within } from '../../domain.ts'
import { endPoints, endsOf, type Piece } from '../../ranges/pieces.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { goalInterval, isTargetOutOfReach } from '../analysis/reach.ts'
import type { Curve, Shape } from '../analysis/shapes.ts'
import { reportWarning } from '../context.ts'
import { fitsGoal } from '../tierTables.ts'

/**
 * Warns where points and target say different things: full points from 24 while the target is 30, or the target reached and more to
 * be had. Lines that name the target themselves («đạt chỉ tiêu: 3/4 điểm tối đa») say what they mean, and are left alone.
 */
export function checkTargetContradictions(context: AnalysisContext): void {
  for (const shape of context.shapes) {
    const { target, role, regions } = shape
    const curve = target && curveOfTarget(shape, target)
    if (!target || !curve || role === 'penalty') continue
    if (regions.kind === 'number' && isTargetOutOfReach(shape)) continue
    const top = topOf(shape, curve)
    if (!reportTooEarly(context, top, target, curve)) reportTooLate(context, top, target, curve)
  }
}

/** What the target is held against: the value or, of points added part by part, the only part that it can be about. */
function curveOfTarget({ curves, regions }: Shape, { goal }: Target): Curve | undefined {
  if (regions.kind === 'number') return curves[0]
  const [first, second] = curves.filter(({ domain }) => fitsGoal(goal, domain))
  return second ? undefined : first
}

/** The most points that are to be had for what the target is about, and how a message names them. */
interface Top {
  readonly most: Rational
  readonly text: string
}

function topOf({ range, maximum, regions }: Shape, { pieces, domain }: Curve): Top {
  if (regions.kind === 'number') {
    const whole = compare(range.most, maximum) === 0
    return { most: range.most, text: whole ? 'điểm tối đa' : `${formatExact(range.most)} điểm cao nhất` }
  }
  const most = pieces.flatMap((piece) => endPoints(piece, domain)).reduce(larger)
  return { most, text: `${formatExact(most)} điểm cao nhất của phần này` }
}

/** Full points for a value that does not reach the target. */
function reportTooEarly(
  context: AnalysisContext,
  top: Top,
  target: Target,
  { domain, pieces }: Curve,
): boolean {
  const short = shortOf(target, domain)
  if (!short) return false
  for (const piece of pieces) {
    const both = intersect(piece.interval, within(domain, short))
    if (!isByRange(piece) || isEmpty(both) || !givesMost(piece, domain, top.most)) continue
    reportWarning(
      context,
      'tier-contradicts-target',
      `giá trị ${describeInterval(both, domain)} chưa đạt chỉ tiêu ${target.goal.text} nhưng đã được ${top.text}`,
      [
        [piece.sources[0]?.span ?? target.span, `cho ${formatExact(top.most)} điểm`],
        [target.goal.span, 'chỉ tiêu'],
      ],
      'sửa cận của dòng này cho bằng chỉ tiêu, hoặc sửa chỉ tiêu',
    )
    return true
  }
  return false
}

/** Less than full points for the very value that the target names. */
function reportTooLate(context: AnalysisContext, top: Top, target: Target, { domain, pieces }: Curve): void {
  const goal = goalInterval(target, domain)
  if (!goal) return
  const reached = intersect(within(domain, goal), domain.interval)
  const piece = target.goal.atMost
    ? last(pieces, reached)
    : pieces.find(({ interval }) => !isEmpty(intersect(interval, reached)))
  if (!piece || !isByRange(piece)) return
  const { first, last: end } = endsOf(intersect(piece.interval, reached), domain)
  const value = target.goal.atMost ? end?.at : first?.at
  const [atFirst, atLast] = endPoints({ ...piece, interval: intersect(piece.interval, reached) }, domain)
  const points = target.goal.atMost ? atLast : atFirst
  if (!value || compare(points, top.most) >= 0) return
  reportWarning(
    context,
    'tier-contradicts-target',
    `${formatValue(value, domain.notation)} đạt chỉ tiêu ${target.goal.text} nhưng mới được ${formatExact(points)} điểm, chưa được ${top.text}`,
    [
      [piece.sources[0]?.span ?? target.span, `cho ${formatExact(points)} điểm`],
      [target.goal.span, 'chỉ tiêu'],
    ],
    'sửa cận của các dòng cho bằng chỉ tiêu, hoặc sửa chỉ tiêu',
  )
}

function last(pieces: readonly Piece[], reached: Interval): Piece | undefined {
  return pieces.findLast(({ interval }) => !isEmpty(intersect(interval, reached)))
}

/** The values that fall short of the target: below it or, of one that is not to be passed, above it. */
function shortOf(target: Target, domain: NumberDomain): Interval | undefined {
  const side = target.goal.high ? 'below' : 'notReached'
  return intervalOf({ kind: 'target', side, span: target.span }, target, domain)
}

function givesMost(piece: Piece, domain: NumberDomain, most: Rational): boolean {
  return endPoints(piece, domain).every((points) => compare(points, most) >= 0)
}

/** Whether the points come from a line that names values, not the target. */
function isByRange({ sources }: Piece): boolean {
  return sources.every((source) => {
    if (source.kind === 'tier') return BY_VALUE.includes(source.condition.kind)
    return source.kind === 'perItem' && source.of === 'value'
  })
}

const BY_VALUE: readonly Condition['kind'][] = ['range', 'rest']
