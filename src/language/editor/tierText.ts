import { formatExact } from '#base/formatNumber.ts'
import { type Cut, type Interval, isEmpty } from '#base/interval.ts'
import { equals, HUNDRED, isZero, multiply, negate, type Rational, subtract } from '#base/rational.ts'
import { pointsOf } from '../awards.ts'
import { coverage } from '../check/coverage.ts'
import { isLayable, type TierTable } from '../check/tierTables.ts'
import { intervalOf } from '../conditions.ts'
import { formatValue, type NumberDomain, notationUnit, within } from '../domain.ts'

type Tier = TierTable['tiers'][number]

/** How a tier is understood: `hiểu là: 12 ≤ x < 24 bài`, and the points it gives. Two lines at most. */
export function describeTier(tier: Tier, table: TierTable): readonly string[] {
  return [describeRange(tier, table), describePoints(tier, table)].filter((line) => line !== undefined)
}

function describeRange(tier: Tier, table: TierTable): string | undefined {
  const { domain, target, tiers } = table
  if (tier.condition.kind === 'flag') return `hiểu là: số liệu là «${tier.condition.is ? 'có' : 'không'}»`
  if (domain.kind !== 'number' || !isLayable(table)) return undefined
  if (tier.condition.kind === 'rest') {
    const others = tiers.filter(({ condition }) => condition.kind !== 'rest')
    const left = coverage(others, domain, target).gaps.map(({ interval }) => rangeText(interval, domain))
    return `hiểu là: ${left.length === 0 ? 'không còn giá trị nào' : left.join(' hoặc ')}`
  }
  const interval = intervalOf(tier.condition, target, domain)
  if (!interval) return undefined
  return isEmpty(within(domain, interval))
    ? 'không giá trị nào rơi vào dòng này'
    : `hiểu là: ${rangeText(interval, domain)}`
}

function describePoints(tier: Tier, { maximum, role }: TierTable): string | undefined {
  if (tier.kind !== 'tier' || !maximum) return undefined
  const points = pointsOf(tier.award, maximum, role)
  const of = `trên ${formatExact(maximum)}`
  return role === 'penalty' && !isZero(points)
    ? `bị trừ ${formatExact(negate(points))} điểm, ${of} điểm trừ`
    : `được ${formatExact(points)} điểm, ${of}`
}

/** A range as mathematics writes it: `12 ≤ x < 24 bài`, `x = 1 bài`, `x ≥ 80%`; levels by their names. */
function rangeText(interval: Interval, domain: NumberDomain): string {
  const { low, high } = closed(interval, domain)
  const unit = notationUnit(domain.notation)
  const withUnit = (text: string): string => (unit === '' ? text : `${text} ${unit}`)
  const number = (value: Rational): string => numberText(value, domain)
  if (low && high && !low.after && high.after && equals(low.at, high.at))
    return withUnit(`x = ${number(low.at)}`)
  if (low && high) {
    return withUnit(
      `${number(low.at)} ${low.after ? '<' : '≤'} x ${high.after ? '≤' : '<'} ${number(high.at)}`,
    )
  }
  if (low) return withUnit(`x ${low.after ? '>' : '≥'} ${number(low.at)}`)
  return high ? withUnit(`x ${high.after ? '≤' : '<'} ${number(high.at)}`) : 'mọi giá trị'
}

/** Levels have no in-between: up to before the next one is up to the one itself. */
function closed({ low, high }: Interval, { notation, step }: NumberDomain): Interval {
  const named = notation.kind === 'levels' && step && high && !high.after
  const last: Cut | undefined = named ? { at: subtract(high.at, step), after: true } : high
  return { low, high: last }
}

function numberText(value: Rational, { notation }: NumberDomain): string {
  if (notation.kind === 'percent') return formatPercentExact(value)
  return notation.kind === 'levels' ? formatValue(value, notation) : formatExact(value)
}

/** A ratio as the percentage it was written as, in full. */
export function formatPercentExact(ratio: Rational): string {
  return `${formatExact(multiply(ratio, HUNDRED))}%`
}
