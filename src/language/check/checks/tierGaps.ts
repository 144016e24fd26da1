import { compareCuts, type Interval, witness } from '#base/interval.ts'
import { compare } from '#base/rational.ts'
import { type Repair, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import { describeInterval } from '../../describeInterval.ts'
import { formatValue, type NumberDomain } from '../../domain.ts'
import { type CheckContext, label, reportError } from '../context.ts'
import { coverage } from '../coverage.ts'
import { swap } from '../repairs.ts'
import { addRest, endAt, openAbove } from '../tierRepairs.ts'
import { isLayable, type TierTable, tierTables } from '../tierTables.ts'

/** Reports every range of values that no tier takes, naming a value of it, and tiers that take no value. */
export function checkTierGaps(context: CheckContext): void {
  for (const table of tierTables(context.rulebook, context.symbols)) {
    if (!isLayable(table)) continue
    if (table.domain.kind === 'flag') reportFlagGaps(context, table)
    if (table.domain.kind === 'number') reportNumberGaps(context, table, table.domain)
  }
}

function reportNumberGaps(context: CheckContext, table: TierTable, domain: NumberDomain): void {
  const { gaps, empty, restBetween } = coverage(table.tiers, domain, table.target)
  for (const { interval, below, above } of restBetween) {
    context.report({
      code: 'rest-between-tiers',
      severity: 'warning',
      message: `giá trị ${describeInterval(interval, domain)} nằm giữa hai dòng nhưng rơi vào «còn lại»`,
      labels: [below, above].flatMap((tier) => (tier ? [label(context, tier.span, '')] : [])),
      help: 'nếu không phải chủ ý, sửa cận để hai dòng liền nhau',
      ...withRepairs(closing(context, below, above, interval, domain)),
    })
  }
  for (const tier of empty) reportEmpty(context, tier)
  // What an empty tier was meant to take is no gap of its own.
  if (empty.length > 0) return
  for (const { interval, below, above } of gaps) {
    const labels: [Span, string][] = []
    if (below) labels.push([below.span, 'dòng này dừng trước đó'])
    if (above) labels.push([above.span, 'dòng này bắt đầu sau đó'])
    if (labels.length === 0) labels.push([table.owner, 'các dòng bên dưới chưa đủ'])
    const line = lineFor(table, interval, domain, below)
    reportError(
      context,
      'tier-gap',
      `với ${formatValue(witness(interval), domain.notation)} không dòng nào áp dụng`,
      labels,
      `chưa dòng nào nhận giá trị ${describeInterval(interval, domain)}: sửa cận của một dòng, hoặc thêm ${line}`,
      [closing(context, below, above, interval, domain), addRest(context.rulebook.source, table)],
    )
  }
}

/** The tier below the gap, drawn up to the one above it or, where there is none, left open. */
function closing(
  { rulebook, isOnlyVersion }: CheckContext,
  below: TierTable['tiers'][number] | undefined,
  above: TierTable['tiers'][number] | undefined,
  { high }: Interval,
  domain: NumberDomain,
): Repair | undefined {
  // A target may be another next year.
  if (!below || (above?.condition.kind === 'target' && !isOnlyVersion)) return undefined
  const topmost = !high || (domain.interval.high && compareCuts(high, domain.interval.high) >= 0)
  return topmost ? openAbove(rulebook.source, below) : endAt(rulebook.source, below, high, domain)
}

/**
 * The line that would take what no line takes. Where points are taken off, a rest of nothing would turn the table upside
 * down: who has no absence would get no points.
 */
function lineFor(
  { of, tiers, target }: TierTable,
  interval: Interval,
  domain: NumberDomain,
  below: TierTable['tiers'][number] | undefined,
): string {
  if (of === 'classes') return '«"Tên loại" còn lại»'
  const range = describeInterval(interval, domain)
  const deducts = tiers.some((tier) => tier.kind === 'tier' && tier.award.deducted)
  if (deducts) return `dòng cho các giá trị ấy, ví dụ «${range}: ${below ? 'trừ hết điểm' : 'điểm tối đa'}»`
  if (target?.goal.high && below && !interval.high) return '«vượt chỉ tiêu: … điểm»'
  return '«còn lại: 0 điểm»'
}

function reportEmpty(context: CheckContext, { span, condition }: TierTable['tiers'][number]): void {
  const { low, high } = condition.kind === 'range' ? condition : {}
  const reversed =
    low?.at.kind === 'amount' &&
    high?.at.kind === 'amount' &&
    compare(low.at.amount.value, high.at.amount.value) > 0
  reportError(
    context,
    'tier-empty',
    'không giá trị nào rơi vào dòng này',
    [[span, reversed ? 'cận dưới lớn hơn cận trên' : 'giữa hai cận không có giá trị nào']],
    reversed ? 'viết số nhỏ trước, số lớn sau' : 'sửa một trong hai cận, hoặc bỏ dòng này',
    [
      reversed && low.at.kind === 'amount' && high.at.kind === 'amount'
        ? swap(context.rulebook.source, low.at.amount.span, high.at.amount.span)
        : undefined,
    ],
  )
}

function reportFlagGaps(context: CheckContext, table: TierTable): void {
  const { tiers, owner } = table
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
      [[owner, 'các dòng bên dưới chưa đủ']],
      `thêm dòng «${word}: … điểm» hoặc «còn lại: 0 điểm»`,
      [addRest(context.rulebook.source, table)],
    )
  }
}
