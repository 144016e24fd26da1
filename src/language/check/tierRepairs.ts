import { didYouMean } from '#base/didYouMean.ts'
import { formatExact } from '#base/formatNumber.ts'
import type { Cut } from '#base/interval.ts'
import { denominator, HUNDRED, multiply, numerator, type Rational, subtract } from '#base/rational.ts'
import type { Repair } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Bound, RangeCondition, Words } from '../ast.ts'
import { type Domain, type NumberDomain, placeOfLevel } from '../domain.ts'
import { addClause, replaceBy, written } from './repairs.ts'
import type { TierTable } from './tierTables.ts'

type Tier = TierTable['tiers'][number]

/**
 * The tier with its upper end at the cut: below it, or at it. Over steps a tier that named its last value (`đến 22`) does so
 * again (`đến 23`). Nothing for a tier that is no range.
 */
export function endAt(source: Source, tier: Tier, cut: Cut, domain: NumberDomain): Repair | undefined {
  const { condition } = tier
  if (condition.kind !== 'range') return undefined
  const named = domain.step && !cut.after && tier.kind === 'tier' && condition.high?.inclusive
  const at = named && domain.step ? subtract(cut.at, domain.step) : cut.at
  const inclusive = named ? true : cut.after
  if (tier.kind === 'classTier' && inclusive) return undefined
  const high = { text: withUnit(valueText(at, domain), condition), inclusive }
  return replaceBy(rangeText(source, tier, high), condition.span)
}

/** The tier without an upper end. */
export function openAbove(source: Source, { condition, kind }: Tier): Repair | undefined {
  if (condition.kind !== 'range' || !condition.low) return undefined
  const { low } = condition
  const text = boundText(source, low)
  const points = kind === 'classTier' ? ' điểm' : ''
  if (!low.inclusive) return kind === 'classTier' ? undefined : replaceBy(`trên ${text}`, condition.span)
  return replaceBy(`từ ${text}${points} trở lên`, condition.span)
}

/** `còn lại: 0 điểm` below the last of the tiers; where points are taken off, a rest of nothing is not what is meant. */
export function addRest(source: Source, { tiers, of }: TierTable): Repair | undefined {
  const last = tiers.toSorted((left, right) => left.span.start - right.span.start).at(-1)
  const deducts = tiers.some((tier) => tier.kind === 'tier' && tier.award.deducted)
  return last && of !== 'classes' && !deducts ? addClause(source, last.span, 'còn lại: 0 điểm') : undefined
}

/** The level of the domain that a name nobody declared is near to. */
export function nearLevel({ text, span }: Words, domain: Domain): Repair | undefined {
  if (domain.kind !== 'number' || domain.notation.kind !== 'levels') return undefined
  const near = placeOfLevel(text, domain) ? undefined : didYouMean(text, domain.notation.names)
  return near === undefined ? undefined : replaceBy(`"${near}"`, span)
}

function rangeText(
  source: Source,
  { condition, kind }: Tier,
  high: { readonly text: string; readonly inclusive: boolean },
): string {
  const points = kind === 'classTier' ? ' điểm' : ''
  const low = condition.kind === 'range' ? condition.low : undefined
  if (!low) return `${high.inclusive ? 'không quá' : 'dưới'} ${high.text}${points}`
  const start = `${low.inclusive ? 'từ' : 'trên'} ${boundText(source, low)}`
  return `${start} ${high.inclusive ? 'đến' : 'đến dưới'} ${high.text}${points}`
}

function boundText(source: Source, { at, unit }: Bound): string {
  if (at.kind === 'level') return written(source, at.name.span)
  return unit === '' ? written(source, at.amount.span) : `${written(source, at.amount.span)} ${unit}`
}

/** A value as a bound is written. */
function valueText(value: Rational, { notation }: NumberDomain): string {
  if (notation.kind === 'levels')
    return `"${notation.names[Number(numerator(value) / denominator(value))] ?? ''}"`
  return notation.kind === 'percent' ? `${formatExact(multiply(value, HUNDRED))}%` : formatExact(value)
}

/** With the unit of measure that the tier's own upper bound names. */
function withUnit(text: string, { high }: RangeCondition): string {
  return high && high.unit !== '' ? `${text} ${high.unit}` : text
}
