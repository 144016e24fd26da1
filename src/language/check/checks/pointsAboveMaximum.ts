import { formatExact } from '#base/formatNumber.ts'
import { compare, maximum as larger, type Rational, sum, ZERO } from '#base/rational.ts'
import type { Award, Criterion, Part } from '../../ast.ts'
import { pointsOf } from '../../awards.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/**
 * Reports awards above the criterion's maximum, and parts that can add up to more than it unless the criterion says
 * `không vượt quá điểm tối đa`.
 */
export function checkPointsAboveMaximum(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    const { maximum, rule } = criterion
    if (!maximum || criterion.incomplete) continue
    const limit = maximum.points.value
    // One award too large explains the others and the sum of the parts.
    const above = awardsOf(criterion).find((award) => compare(pointsOf(award, limit), limit) > 0)
    if (above) {
      reportError(
        context,
        'points-above-maximum',
        `${formatExact(pointsOf(above, limit))} điểm là hơn điểm tối đa ${formatExact(limit)} của tiêu chí ${criterion.code.text}`,
        [
          [above.span, 'số điểm này'],
          [maximum.span, 'điểm tối đa'],
        ],
        'sửa một trong hai số',
      )
    } else if (rule?.kind === 'parts' && !criterion.capped) checkParts(context, criterion, rule.parts, limit)
  }
}

/** Enough places to see how it adds up. */
const MOST_LABELS = 8

function checkParts(
  context: CheckContext,
  criterion: Criterion,
  parts: readonly Part[],
  limit: Rational,
): void {
  const most = sum(parts.map((part) => mostOf(part, limit)))
  if (compare(most, limit) <= 0) return
  reportError(
    context,
    'points-above-maximum',
    `các phần của tiêu chí ${criterion.code.text} cộng lại được tới ${formatExact(most)} điểm, hơn điểm tối đa ${formatExact(limit)}`,
    [
      [criterion.maximum?.span ?? criterion.span, 'điểm tối đa'],
      ...parts
        .slice(0, MOST_LABELS)
        .map((part) => [part.span, `tới ${formatExact(mostOf(part, limit))} điểm`] as const),
    ],
    'thêm «, không vượt quá điểm tối đa» vào dòng tiêu chí, hoặc giảm điểm của các phần',
  )
}

function mostOf(part: Part, limit: Rational): Rational {
  if (part.kind === 'flagPart') return pointsOf(part.award, limit)
  return part.tiers.reduce((most, { award }) => larger(most, pointsOf(award, limit)), ZERO)
}

function awardsOf({ rule, zeroAnswer }: Criterion): readonly Award[] {
  const answer = zeroAnswer && zeroAnswer.answer.kind !== 'notApplicable' ? [zeroAnswer.answer] : []
  switch (rule?.kind) {
    case 'tiers':
      return [...answer, ...rule.tiers.map(({ award }) => award)]
    case 'parts':
      return [
        ...answer,
        ...rule.parts.flatMap((part) =>
          part.kind === 'flagPart' ? [part.award] : part.tiers.map(({ award }) => award),
        ),
      ]
    default:
      return answer
  }
}
