import { compareCuts, witness } from '#base/interval.ts'
import { equals } from '#base/rational.ts'
import { type Repair, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Tier } from '../../ast.ts'
import { pointsOf } from '../../awards.ts'
import { intervalOf } from '../../conditions.ts'
import { describeInterval } from '../../describeInterval.ts'
import { formatValue, type NumberDomain } from '../../domain.ts'
import { type CheckContext, label, reportError } from '../context.ts'
import { coverage } from '../coverage.ts'
import { endAt } from '../tierRepairs.ts'
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
      const same = agree(first, second, table)
      context.report({
        code: 'tier-overlap',
        severity: same ? 'warning' : 'error',
        message: `với ${formatValue(witness(interval), domain.notation)} có hai dòng cùng áp dụng`,
        labels: [label(context, second.span, 'dòng này'), label(context, first.span, 'và dòng này')],
        help: `cả hai dòng cùng nhận giá trị ${describeInterval(interval, domain)}: sửa cận để chỉ một dòng nhận`,
        ...withRepairs(parting(context, first, second, same, domain)),
      })
    }
  }
}

/**
 * The lower of two tiers, ended where the upper one begins: where both name the same bound, or where the points are the same
 * anyway.
 */
function parting(
  { rulebook }: CheckContext,
  lower: TierTable['tiers'][number],
  upper: TierTable['tiers'][number],
  same: boolean,
  domain: NumberDomain,
): Repair | undefined {
  if (lower.condition.kind !== 'range') return undefined
  const begins = intervalOf(upper.condition, undefined, domain)?.low
  const { low, high } = intervalOf(lower.condition, undefined, domain) ?? {}
  if (!begins || (low && compareCuts(begins, low) <= 0)) return undefined
  const touching = high && equals(high.at, begins.at)
  return touching || same ? endAt(rulebook.source, lower, begins, domain) : undefined
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
