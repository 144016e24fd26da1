import { witness } from '#base/interval.ts'
import { equals } from '#base/rational.ts'
import type { Tier } from '../../ast.ts'
import { pointsOf } from '../../awards.ts'
import { describeInterval } from '../../describeInterval.ts'
import { formatValue } from '../../domain.ts'
import { type CheckContext, label, reportError } from '../context.ts'
import { coverage } from '../coverage.ts'
import { isLayable, type TierTable, tierTables } from '../tierTables.ts'

/**
 * Reports every range of values that two tiers take. With different points it is an error; with the same points the
 * score is clear, so it is a warning.
 */
export function checkTierOverlaps(context: CheckContext): void {
  for (const table of tierTables(context.rulebook, context.symbols)) {
    reportSecond(context, table, 'còn lại', ({ condition }) => condition.kind === 'rest')
    reportSecond(context, table, 'có', ({ condition }) => condition.kind === 'flag' && condition.is)
    reportSecond(context, table, 'không', ({ condition }) => condition.kind === 'flag' && !condition.is)
    const { tiers, domain, target } = table
    if (domain.kind !== 'number' || !isLayable(table)) continue
    for (const { interval, first, second } of coverage(tiers, domain, target).overlaps) {
      context.report({
        code: 'tier-overlap',
        severity: agree(first, second, table) ? 'warning' : 'error',
        message: `với ${formatValue(witness(interval), domain.notation)} có hai dòng cùng áp dụng`,
        labels: [label(context, second.span, 'dòng này'), label(context, first.span, 'và dòng này')],
        help: `cả hai dòng cùng nhận giá trị ${describeInterval(interval, domain)}: sửa cận để chỉ một dòng nhận`,
      })
    }
  }
}

/** Two lines for the same case that is not a range of numbers. */
function reportSecond(
  context: CheckContext,
  { tiers }: TierTable,
  word: string,
  matches: (tier: TierTable['tiers'][number]) => boolean,
): void {
  const [first, second] = tiers.filter(matches)
  if (!first || !second) return
  reportError(
    context,
    'tier-overlap',
    `có hai dòng «${word}»`,
    [
      [second.span, 'dòng này'],
      [first.span, 'và dòng này'],
    ],
    'giữ lại một dòng',
  )
}

function agree(
  first: TierTable['tiers'][number],
  second: TierTable['tiers'][number],
  { maximum, role }: TierTable,
): boolean {
  if (first.kind !== 'tier' || second.kind !== 'tier' || !maximum) return false
  const points = ({ award }: Tier) => pointsOf(award, maximum, role)
  return equals(points(first), points(second))
}
