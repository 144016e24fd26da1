import { witness } from '#base/interval.ts'
import type { Span } from '#diagnostic/source.ts'
import { describeInterval } from '../../describeInterval.ts'
import { formatValue } from '../../domain.ts'
import { type CheckContext, reportError } from '../context.ts'
import { coverage } from '../coverage.ts'
import { fits, type TierTable, tierTables } from '../tierTables.ts'

/** Reports every range of values that no tier takes, naming a value of it. */
export function checkTierGaps(context: CheckContext): void {
  for (const table of tierTables(context.rulebook, context.symbols)) {
    if (!table.tiers.every(({ condition }) => fits(condition, table.domain, table.target))) continue
    if (table.domain.kind === 'flag') reportFlagGaps(context, table)
    else reportNumberGaps(context, table)
  }
}

function reportNumberGaps(context: CheckContext, { tiers, domain, target, owner }: TierTable): void {
  if (domain.kind !== 'number') return
  const { gaps, empty } = coverage(tiers, domain, target)
  for (const { span } of empty) {
    reportError(
      context,
      'tier-empty',
      'không giá trị nào rơi vào mức này',
      [[span, 'cận dưới lớn hơn cận trên']],
      'viết số nhỏ trước, số lớn sau',
    )
  }
  for (const { interval, below, above } of gaps) {
    const labels: [Span, string][] = []
    if (below) labels.push([below.span, 'mức này dừng trước đó'])
    if (above) labels.push([above.span, 'mức này bắt đầu sau đó'])
    if (labels.length === 0) labels.push([owner, 'các mức bên dưới chưa đủ'])
    reportError(
      context,
      'tier-gap',
      `với ${formatValue(witness(interval), domain.notation)} không dòng nào áp dụng`,
      labels,
      `chưa dòng nào nhận giá trị ${describeInterval(interval, domain)}: sửa cận của một dòng, hoặc thêm «còn lại: 0 điểm»`,
    )
  }
}

function reportFlagGaps(context: CheckContext, { tiers, owner }: TierTable): void {
  const conditions = tiers.map(({ condition }) => condition)
  if (conditions.some(({ kind }) => kind === 'rest')) return
  for (const [is, word] of [
    [true, 'có'],
    [false, 'không'],
  ] as const) {
    if (conditions.some((condition) => condition.kind === 'flag' && condition.is === is)) continue
    reportError(
      context,
      'tier-gap',
      `khi số liệu là «${word}» thì không dòng nào áp dụng`,
      [[owner, 'các mức bên dưới chưa đủ']],
      `thêm dòng «${word}: … điểm» hoặc «còn lại: 0 điểm»`,
    )
  }
}
