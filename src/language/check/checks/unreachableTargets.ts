import type { AnalysisContext } from '../analysis/analysis.ts'
import { domainOf, goalInterval, isTargetOutOfReach } from '../analysis/reach.ts'
import { whyOutside } from '../analysis/wording.ts'
import { reportWarning } from '../context.ts'

/** Warns of targets that no value can reach: above 100% of what is a part, above the bound of a measure. */
export function checkUnreachableTargets(context: AnalysisContext): void {
  for (const shape of context.shapes) {
    const { criterion, target } = shape
    const domain = domainOf(shape)
    if (!target || !domain || !isTargetOutOfReach(shape)) continue
    const { goal } = target
    reportWarning(
      context,
      'unreachable-target',
      `không giá trị nào đạt được chỉ tiêu ${goal.text} của tiêu chí ${criterion.code.text}`,
      [
        [goal.span, 'chỉ tiêu này'],
        [
          criterion.value?.span ?? criterion.span,
          whyOutside(goalInterval(target, domain) ?? domain.interval, domain),
        ],
      ],
      'sửa chỉ tiêu, hoặc sửa giới hạn của số liệu',
    )
  }
}
