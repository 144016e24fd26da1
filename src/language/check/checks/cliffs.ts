import { contains } from '#base/interval.ts'
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '#base/rational.ts'
import { formatValue, type NumberDomain } from '../../domain.ts'
import { endPoints, endsOf, type Piece } from '../../ranges/pieces.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { type Curve, hasHole, type Shape } from '../analysis/shapes.ts'
import { wrongTurn } from '../analysis/turns.ts'
import { givenText, valueIn } from '../analysis/wording.ts'
import { reportWarning } from '../context.ts'

/** Smaller criteria are not worth a table with many tiers. */
const LEAST_MAXIMUM = rational(5n)
/** A change of more than this part of the maximum is a cliff. */
const LARGE = rational(1n, 2n)
/** Among the first few of what is counted one more is much, not little: 2 instead of 1 is twice as many. */
const FEW = rational(10n)

/**
 * Warns where next to nothing more or less moves over half of the maximum, in criteria of at least 5 points, naming the two
 * values. Not of có/không and levels; of what is only reached or not reached (two cases); among the first ten of what is
 * counted; of penalties; nor of what is judged each month, where one month is only a part of the whole.
 */
export function checkCliffs(context: AnalysisContext): void {
  for (const shape of context.shapes) {
    const { maximum, role, criterion } = shape
    const each = criterion.value?.each
    if (compare(maximum, LEAST_MAXIMUM) < 0 || role === 'penalty' || (each && each !== 'year')) continue
    for (const curve of shape.curves) reportSteepest(context, shape, curve)
  }
}

interface Cliff {
  readonly before: Piece
  readonly after: Piece
  readonly height: Rational
}

function reportSteepest(context: AnalysisContext, shape: Shape, curve: Curve): void {
  const { pieces, domain } = curve
  // Points that go the wrong way are told as that.
  if (domain.notation.kind === 'levels' || hasHole(curve) || wrongTurn(shape, curve)) return
  const cliffs = pieces.flatMap((before, index): Cliff[] => {
    const after = pieces[index + 1]
    if (!after || isStepThatCounts(curve, after)) return []
    const height = absolute(subtract(endPoints(after, domain)[0], endPoints(before, domain)[1]))
    return compare(height, multiply(shape.maximum, LARGE)) > 0 ? [{ before, after, height }] : []
  })
  const [first, ...others] = cliffs
  const steepest = others.reduce(
    (most, one) => (compare(one.height, most?.height ?? ZERO) > 0 ? one : most),
    first,
  )
  if (steepest) report(context, curve, steepest)
}

/** Whether the step to the piece is one that matters by itself: between two cases, or among the first few. */
function isStepThatCounts({ pieces, domain }: Curve, after: Piece): boolean {
  const { low } = after.interval
  if (!low) return false
  // Of a rule with two cases the step is the rule: đạt, không đạt.
  if (pieces.length === 2) return true
  const { first } = endsOf(domain.interval, domain)
  if (!domain.step || !first) return false
  return compare(divide(subtract(low.at, first.at), domain.step), FEW) <= 0
}

function report(context: AnalysisContext, { domain }: Curve, { before, after }: Cliff): void {
  const [low, high] = valuesBeside(before, after, domain)
  const [lowGiven, highGiven] = [
    givenText(endPoints(before, domain)[1]),
    givenText(endPoints(after, domain)[0]),
  ]
  const [lowText, highText] = [formatValue(low, domain.notation), formatValue(high, domain.notation)]
  const [from, to] = [before.sources[0], after.sources[0]]
  if (!from || !to) return
  reportWarning(
    context,
    'cliff',
    `hơn kém rất ít mà điểm chênh quá nửa điểm tối đa: ${lowText} ${lowGiven}, ${highText} ${highGiven}`,
    [
      [to.span, `${highText} ${highGiven}`],
      ...(from === to ? [] : [[from.span, `${lowText} ${lowGiven}`] as const]),
    ],
    'thêm một mức ở giữa, hoặc chấm theo tỷ lệ đạt chỉ tiêu',
  )
}

/** A value on each side of the step, next to each other or, where any value may occur, very close. */
function valuesBeside(before: Piece, after: Piece, domain: NumberDomain): readonly [Rational, Rational] {
  const cut = after.interval.low
  if (!cut) return [valueIn(before, domain), valueIn(after, domain)]
  const little =
    domain.step ?? (domain.notation.kind === 'percent' ? rational(1n, 10_000n) : rational(1n, 100n))
  const [low, high] = cut.after ? [cut.at, add(cut.at, little)] : [subtract(cut.at, little), cut.at]
  return [
    contains(before.interval, low) ? low : valueIn(before, domain),
    contains(after.interval, high) ? high : valueIn(after, domain),
  ]
}

function absolute(value: Rational): Rational {
  return compare(value, ZERO) < 0 ? negate(value) : value
}
