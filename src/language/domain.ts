import { formatBeside, formatExact, formatPercent } from '#base/formatNumber.ts'
import { alignToIntegers, type Cut, type Interval } from '#base/interval.ts'
import { compare, HUNDRED, multiply, ONE, type Rational, ZERO } from '#base/rational.ts'
import type { Amount, Measure, Value } from './ast.ts'
import { measureNamed, type Symbols } from './symbols.ts'

/** The values a measure or a criterion can have. */
export type Domain = NumberDomain | { readonly kind: 'flag' }

export interface NumberDomain {
  readonly kind: 'number'
  /** Only whole numbers occur. */
  readonly integer: boolean
  readonly interval: Interval
  /** How a value is written: a percentage, or a number with this unit of measure. */
  readonly notation: Notation
}

export type Notation = { readonly kind: 'percent' } | { readonly kind: 'unit'; readonly unit: string }

/** What one fact of the measure can be; nothing is negative unless the declaration says so. `undefined` when it could not
 * be read. */
export function domainOfMeasure({ type, low, high }: Measure): Domain | undefined {
  if (!type) return undefined
  switch (type.kind) {
    case 'flag':
      return { kind: 'flag' }
    case 'ratio':
      return { kind: 'number', integer: false, interval: bounded(low, high), notation: { kind: 'percent' } }
    case 'count':
      return {
        kind: 'number',
        integer: type.integer,
        interval: bounded(low, high),
        notation: { kind: 'unit', unit: type.unit },
      }
  }
}

/**
 * What the measure can be once its facts are added up, over periods or over entrants: the bounds of one fact say nothing
 * of the sum's upper end. The same as for one fact where nothing is added up.
 */
export function domainOfTotal(measure: Measure, rolledUp: boolean): Domain | undefined {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number' || (measure.aggregation === 'latest' && !rolledUp)) return domain
  const { low } = domain.interval
  const negative = low && compare(low.at, ZERO) < 0
  return { ...domain, interval: { low: negative ? undefined : low, high: undefined } }
}

/**
 * What a criterion's value can be. A measure over another is a ratio: from 0, and at most 100% when the upper measure
 * is declared as a part of the lower one. `undefined` when a name is not declared.
 */
export function domainOfValue(value: Value, symbols: Symbols, rolledUp: boolean): Domain | undefined {
  const numerator = measureNamed(symbols, value.numerator)
  const { denominator } = value
  if (!numerator) return undefined
  if (!denominator) return domainOfTotal(numerator, rolledUp)
  const total = domainOfTotal(numerator, rolledUp)
  const most = total?.kind === 'number' ? total.interval.high : undefined
  const whole = isAmount(denominator)
    ? most !== undefined && compare(most.at, denominator.value) <= 0
    : numerator.partOf?.text === denominator.text
  const interval = { low: before(ZERO), high: whole ? after(ONE) : undefined }
  return { kind: 'number', integer: false, interval, notation: { kind: 'percent' } }
}

export function isAmount(denominator: NonNullable<Value['denominator']>): denominator is Amount {
  return 'value' in denominator
}

/** An interval as the domain sees it: over whole numbers its ends are moved to whole numbers. */
export function within(domain: NumberDomain, interval: Interval): Interval {
  return domain.integer ? alignToIntegers(interval) : interval
}

/** A value as people write it: `35,4%`, `24 bài`. */
export function formatValue(value: Rational, notation: Notation): string {
  if (notation.kind === 'percent') return formatPercent(value)
  return notation.unit === '' ? formatExact(value) : `${formatExact(value)} ${notation.unit}`
}

/** A measured value, rounded for reading but never onto a bound that it does not have (see {@link formatBeside}). */
export function formatMeasured(value: Rational, notation: Notation, bounds: readonly Rational[]): string {
  if (notation.kind === 'unit') return formatValue(value, notation)
  const percent = (ratio: Rational): Rational => multiply(ratio, HUNDRED)
  return `${formatBeside(percent(value), bounds.map(percent))}%`
}

function bounded(low: Amount | undefined, high: Amount | undefined): Interval {
  return { low: before(low?.value ?? ZERO), high: high && after(high.value) }
}

export function before(at: Rational): Cut {
  return { at, after: false }
}

export function after(at: Rational): Cut {
  return { at, after: true }
}
