import { formatExact } from '#base/formatNumber.ts'
import { denominator, equals, type Rational } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { Award, Criterion, Rule, Rulebook } from '../../ast.ts'
import { amountOf } from '../../awards.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { type CheckContext, reportWarning } from '../context.ts'

/**
 * Warns where rounding makes points that cannot be right: a maximum that is itself rounded to another number, so that full points
 * no longer add up to the whole; and shares of a maximum whose decimals never end, where points are rounded before they are
 * added up or ranked.
 */
export function checkRoundingEffects(context: AnalysisContext): void {
  const rounded = whereRounded(context.rulebook)
  for (const criterion of new Set(context.shapes.map((shape) => shape.criterion))) {
    if (!reportMaximum(context, criterion) && rounded) reportShare(context, criterion, rounded)
  }
}

function whereRounded({ criterionRounding, ranking }: Rulebook): string | undefined {
  if (criterionRounding) return 'điểm từng tiêu chí được làm tròn'
  const byRounded = ranking?.keys.some((key) => key.kind === 'total' && key.rounded)
  return byRounded ? 'xếp hạng theo tổng điểm đã làm tròn' : undefined
}

function reportMaximum(context: CheckContext, { maximum, code }: Criterion): boolean {
  const { criterionRounding } = context.rulebook
  if (!criterionRounding || !maximum) return false
  const { places, method, span } = criterionRounding
  const points = maximum.points.value
  if (equals(points, round(points, places, method))) return false
  reportWarning(
    context,
    'rounding-sensitive',
    `điểm tối đa ${formatExact(points)} của tiêu chí ${code.text} có nhiều chữ số hơn cách làm tròn`,
    [
      [maximum.span, 'điểm tối đa này'],
      [span, `làm tròn còn ${places} chữ số`],
    ],
    `làm tròn từng tiêu chí nhiều chữ số hơn, hoặc chỉ làm tròn tổng điểm`,
  )
  return true
}

function reportShare(context: CheckContext, criterion: Criterion, where: string): void {
  const { rule, exceptions, maximum, code } = criterion
  if (!maximum) return
  const rules = [rule, ...exceptions.map((exception) => exception.rule)]
  const endless = rules.flatMap(awardsOf).find((award) => !ends(amountOf(award, maximum.points.value)))
  if (!endless) return
  const points = formatExact(amountOf(endless, maximum.points.value))
  reportWarning(
    context,
    'rounding-sensitive',
    `${points} điểm của tiêu chí ${code.text} không viết hết được bằng số thập phân, mà ${where}`,
    [
      [endless.span, `bằng ${points} điểm`],
      [maximum.span, 'phần của điểm tối đa này'],
    ],
    'dùng phần chia hết, ví dụ 1/2 hoặc 1/4, hoặc sửa điểm tối đa cho chia hết',
  )
}

/** Whether the decimals of a number end. */
function ends(value: Rational): boolean {
  let rest = denominator(value)
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n
}

function awardsOf(rule: Rule | undefined): readonly Award[] {
  switch (rule?.kind) {
    case 'tiers':
      return rule.tiers.map(({ award }) => award)
    case 'perItem':
      return [rule.award]
    case 'parts':
      return rule.parts.flatMap((part) => {
        if (part.kind === 'flagPart') return [part.award]
        return part.perItem ? [part.perItem.award] : part.tiers.map(({ award }) => award)
      })
    default:
      return []
  }
}
