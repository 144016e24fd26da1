import { formatExact } from '#base/formatNumber.ts'
import { compare, negate } from '#base/rational.ts'
import type { Tier } from '../../ast.ts'
import { pointsOf } from '../../awards.ts'
import { intervalOf } from '../../conditions.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { idleTiers } from '../analysis/reach.ts'
import type { Shape } from '../analysis/shapes.ts'
import { whyOutside } from '../analysis/wording.ts'
import { reportWarning } from '../context.ts'
import { removeClause } from '../repairs.ts'

/**
 * Warns of tiers that no value falls into: outside the bounds of the measure, above 100% of what is a part, or `còn lại` where
 * nothing is left. A tier that serves several targets is idle only when it is so for each of them.
 */
export function checkUnreachableTiers(context: AnalysisContext): void {
  const uses = new Map<Tier, Shape[]>()
  for (const shape of context.shapes) {
    for (const tier of idleTiers(shape)) uses.set(tier, [...(uses.get(tier) ?? []), shape])
  }
  for (const [tier, idle] of uses) {
    const [shape] = idle
    const users = context.shapes.filter(({ rule }) => rule === shape?.rule)
    if (shape && idle.length === users.length) report(context, tier, shape)
  }
}

function report(context: AnalysisContext, tier: Tier, shape: Shape): void {
  const rest = tier.condition.kind === 'rest'
  const place = placeOf(tier, shape)
  reportWarning(
    context,
    'unreachable-tier',
    rest ? 'không còn giá trị nào cho dòng «còn lại»' : 'không giá trị nào có thể rơi vào dòng này',
    [
      [tier.span, rest ? 'các dòng khác đã nhận mọi giá trị' : 'dòng này không bao giờ áp dụng'],
      ...(place && !rest ? [place] : []),
    ],
    `bỏ dòng này, hoặc sửa các cận${consequence(tier, shape)}`,
    [context.isOnlyVersion ? removeClause(context.rulebook.source, tier.span) : undefined],
  )
}

/** What is judged by the tier, and the values it can have. */
function placeOf(tier: Tier, { curves, regions, rule, target }: Shape) {
  const part =
    rule.kind === 'parts' ? rule.parts.find((one) => 'tiers' in one && one.tiers.includes(tier)) : undefined
  const own = regions.kind === 'parts' ? regions.parts.find((one) => one.part === part)?.regions : regions
  const value = part?.measure.span ?? curves[0]?.value
  if (!value || own?.kind !== 'number') return undefined
  const interval = intervalOf(tier.condition, target, own.domain)
  return interval && ([value, whyOutside(interval, own.domain)] as const)
}

/** A tier that would give more than any other is why the maximum is out of reach. */
function consequence({ award }: Tier, { maximum, role, range, criterion }: Shape): string {
  const points = pointsOf(award, maximum, role)
  const code = criterion.code.text
  if (role === 'penalty') {
    return compare(points, range.least) < 0
      ? `; nếu không, tiêu chí ${code} bị trừ nhiều nhất ${formatExact(negate(range.least))} điểm`
      : ''
  }
  return compare(points, range.most) > 0
    ? `; nếu không, tiêu chí ${code} được nhiều nhất ${formatExact(range.most)} điểm`
    : ''
}
