import { formatExact } from '#base/formatNumber.ts'
import { equals, isZero, negate } from '#base/rational.ts'
import type { Criterion } from '../../ast.ts'
import { partsByMeasure, rangeOfGroup } from '../../ranges/leafRange.ts'
import type { PartsRegions } from '../../ranges/regions.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { idleTiers, isTargetOutOfReach } from '../analysis/reach.ts'
import type { Shape } from '../analysis/shapes.ts'
import { reportWarning } from '../context.ts'

/**
 * Warns of criteria that give the same points whatever is reported, and of measures that make no difference to a criterion. What
 * holds for some by an exception may well be the same for all of them; where a tier or a target is out of reach, that is told.
 */
export function checkConstantPoints(context: AnalysisContext): void {
  for (const shape of context.shapes) {
    const { exception, range, regions, maximum } = shape
    if (exception || isZero(maximum) || isTargetOutOfReach(shape) || idleTiers(shape).length > 0) continue
    if (equals(range.least, range.most)) reportConstant(context, shape)
    else if (regions.kind === 'parts') reportDeadMeasures(context, shape.criterion, regions)
  }
}

function reportConstant(context: AnalysisContext, { criterion, range: { most }, role }: Shape): void {
  const points = formatExact(role === 'penalty' ? negate(most) : most)
  reportWarning(
    context,
    'constant-criterion',
    `tiêu chí ${criterion.code.text} luôn ${role === 'penalty' ? 'trừ' : 'cho'} ${points} điểm, dù số liệu là bao nhiêu`,
    [[criterion.value?.span ?? criterion.span, 'số liệu này không làm thay đổi điểm']],
    'sửa điểm của các dòng bên dưới, hoặc bỏ tiêu chí này',
  )
}

function reportDeadMeasures(context: AnalysisContext, { code }: Criterion, { parts }: PartsRegions): void {
  for (const group of partsByMeasure(parts)) {
    const range = rangeOfGroup(group)
    const [{ part } = {}] = group
    if (!part || !equals(range.least, range.most)) continue
    reportWarning(
      context,
      'dead-measure',
      `số liệu \`${part.measure.text}\` không làm thay đổi điểm của tiêu chí ${code.text}`,
      [[part.measure.span, 'số liệu này']],
      'sửa điểm của phần này, hoặc bỏ phần này',
    )
  }
}
