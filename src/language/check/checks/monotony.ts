import { compare, ZERO } from '#base/rational.ts'
import { formatValue } from '../../domain.ts'
import { endPoints, type Piece } from '../../ranges/pieces.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import type { Curve } from '../analysis/shapes.ts'
import { type Turn, wrongTurn } from '../analysis/turns.ts'
import { givenText, valueIn } from '../analysis/wording.ts'
import { reportWarning } from '../context.ts'

/**
 * Warns where points both rise and fall as a value grows, naming two values that show it. What only falls is meant: the fewer
 * the better. So is a peak around a target with two ends, and points taken for every deviation from a target.
 */
export function checkMonotony(context: AnalysisContext): void {
  for (const shape of context.shapes) {
    for (const curve of shape.curves) {
      const turn = wrongTurn(shape, curve)
      if (turn) report(context, curve, turn)
    }
  }
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
    falls && compare(highPoints, ZERO) >= 0
      ? 'sửa điểm của một trong hai dòng; nếu nhiều quá cũng không tốt, viết chỉ tiêu có hai đầu như 5-7 đơn'
      : 'sửa điểm của một trong hai dòng',
  )
}

/** The line that makes the difference to a neighbouring piece. */
function differing({ sources }: Piece, { sources: others }: Piece): Piece['sources'][number] {
  const own = sources.find((source, index) => source !== others[index]) ?? sources[0]
  if (!own) throw new Error('a piece has a line that gives it')
  return own
}
