import { formatBeside, formatExact, formatPercent } from '#base/formatNumber.ts'
import { alignToStep, type Cut, type Interval } from '#base/interval.ts'
import type { Frequency } from '#base/period.ts'
import {
  compare,
  denominator,
  HUNDRED,
  isZero,
  multiply,
  numerator,
  ONE,
  type Rational,
  rational,
  ZERO,
} from '#base/rational.ts'
import type { Amount, Measure, TargetGoal, Value } from './ast.ts'
import { measureNamed, periodsJudged, type Symbols } from './symbols.ts'
import { parseUnit, type UnitOfMeasure, unitText } from './units.ts'

/** The values a measure or a criterion can have. A date is no number: only how late it is can be judged. */
export type Domain = NumberDomain | { readonly kind: 'flag' } | { readonly kind: 'date' }

/** Numbers that a value may be, and how they are written. */
export interface NumberDomain {
  readonly kind: 'number'
  /** Only multiples of it occur: 1 for whole numbers; `undefined` where any value may occur. */
  readonly step: Rational | undefined
  readonly interval: Interval
  /** How a value is written: a percentage, a number with its unit of measure, or the name of a level. */
  readonly notation: Notation
}

/** How a number is written. */
export type Notation =
  | { readonly kind: 'percent' }
  | { readonly kind: 'unit'; readonly unit: UnitOfMeasure; readonly showsRate: boolean }
  /** The value is the place of the level among the names, from 0. */
  | { readonly kind: 'levels'; readonly names: readonly string[] }

/**
 * What one fact of the measure can be; nothing is negative unless the declaration says so. `undefined` when it could not
 * be read.
 */
export function domainOfMeasure({ type, low, high, step, frequency }: Measure): Domain | undefined {
  if (!type) return undefined
  const number = (notation: Notation, whole: boolean, interval = bounded(low, high)): NumberDomain => ({
    kind: 'number',
    // A step of zero is a mistake that is reported; nothing can be counted in it.
    step: step && !isZero(step.value) ? step.value : whole ? ONE : undefined,
    interval,
    notation,
  })
  switch (type.kind) {
    case 'flag':
    case 'date':
      return { kind: type.kind }
    case 'ratio':
      return number({ kind: 'percent' }, false)
    case 'index':
      return number(plainUnit(''), false)
    case 'score':
      return number(plainUnit('điểm'), false, bounded(low, high ?? { value: type.outOf }))
    case 'count':
    case 'money': {
      const declared = parseUnit(type.unit)
      const unit = { what: declared.what, per: declared.per ?? frequency }
      const notation = { kind: 'unit', unit, showsRate: declared.per !== undefined } as const
      return number(notation, type.kind === 'count' && type.integer)
    }
    case 'levels': {
      const last = rational(BigInt(type.names.length - 1))
      const notation = { kind: 'levels', names: type.names.map(({ text }) => text) } as const
      return { kind: 'number', step: ONE, interval: { low: before(ZERO), high: after(last) }, notation }
    }
  }
}

/**
 * What the measure comes to over the periods that are judged, or in each of them, and over entrants where it is rolled up.
 * How many entrants there will be is not known, so a rolled-up sum has no upper end.
 */
export function domainOfTotal(
  measure: Measure,
  symbols: Symbols,
  rolledUp: boolean,
  each: Frequency | undefined,
): Domain | undefined {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number' || domain.notation.kind === 'levels') return domain
  const summed = measure.aggregation === 'sum' && !each
  const notation = withRate(domain.notation, measure, symbols, each)
  const step = measure.aggregation === 'average' && !each ? undefined : domain.step
  const { low, high } = isZeroAtTimes(measure, each) ? withZero(domain.interval) : domain.interval
  if (!summed && !rolledUp) return { ...domain, step, notation, interval: { low, high } }
  const negative = low && compare(low.at, ZERO) < 0
  const periods = summed ? periodsJudged(symbols, measure.frequency) : 1
  const most = high && !rolledUp && periods !== undefined ? times(high, periods) : undefined
  const least = negative ? undefined : low
  return { ...domain, step, notation, interval: { low: least, high: most } }
}

/** A period without a fact counts as 0 wherever periods are gathered or judged by themselves, though no fact may be 0. */
function isZeroAtTimes({ absentPeriod, aggregation }: Measure, each: Frequency | undefined): boolean {
  return absentPeriod === 'zero' && (aggregation !== 'latest' || each !== undefined)
}

function withZero({ low, high }: Interval): Interval {
  return {
    low: low && (compare(low.at, ZERO) > 0 ? before(ZERO) : low),
    high: high && (compare(high.at, ZERO) < 0 ? after(ZERO) : high),
  }
}

/** The time that a gathered number is for: one period's, or that of all periods together. */
function withRate(
  notation: Exclude<Notation, { kind: 'levels' }>,
  measure: Measure,
  symbols: Symbols,
  each: Frequency | undefined,
): Notation {
  const counted = measure.type?.kind === 'count' || measure.type?.kind === 'money'
  if (notation.kind === 'percent' || notation.showsRate || !counted) return notation
  const { what } = notation.unit
  if (each) return { kind: 'unit', unit: { what, per: each }, showsRate: true }
  const per = measure.aggregation === 'sum' ? symbols.judgedTime : measure.frequency
  return { kind: 'unit', unit: { what, per }, showsRate: false }
}

/**
 * What a criterion's value can be. A measure over another is a ratio: from 0, and at most 100% when the upper measure
 * is declared as a part of the lower one. `undefined` when a name is not declared.
 */
export function domainOfValue(value: Value, symbols: Symbols, rolledUp: boolean): Domain | undefined {
  const top = measureNamed(symbols, value.numerator)
  if (!top?.type) return undefined
  const { form, denominator: below } = value
  switch (form.kind) {
    case 'plain':
      return domainOfTotal(top, symbols, rolledUp, value.each)
    case 'lateness': {
      const notation = plainUnit(form.in === 'day' ? 'ngày' : 'tháng')
      return { kind: 'number', step: ONE, interval: { low: before(ZERO), high: undefined }, notation }
    }
    case 'ratio':
    case 'per': {
      if (!below) return undefined
      const base = form.kind === 'per' ? form.base.value : ONE
      const high = isPartOfBelow(top, below, value, symbols, rolledUp) ? after(base) : undefined
      const interval = { low: before(ZERO), high }
      if (form.kind === 'ratio')
        return { kind: 'number', step: undefined, interval, notation: { kind: 'percent' } }
      const bottom = isAmount(below) ? undefined : measureNamed(symbols, below)
      const what = `${unitOf(top)}/${formatExact(base)} ${unitOf(bottom)}`
      return { kind: 'number', step: undefined, interval, notation: plainUnit(what) }
    }
  }
}

function isPartOfBelow(
  top: Measure,
  below: NonNullable<Value['denominator']>,
  { each }: Value,
  symbols: Symbols,
  rolledUp: boolean,
): boolean {
  if (!isAmount(below)) return top.partOf?.text === below.text
  const total = domainOfTotal(top, symbols, rolledUp, each)
  const most = total?.kind === 'number' ? total.interval.high : undefined
  return most !== undefined && compare(most.at, below.value) <= 0
}

function unitOf(measure: Measure | undefined): string {
  const type = measure?.type
  return type?.kind === 'count' || type?.kind === 'money' ? parseUnit(type.unit).what : ''
}

function plainUnit(what: string): Notation {
  return { kind: 'unit', unit: { what, per: undefined }, showsRate: false }
}

/** Whether a value is divided by a fixed number, not by a measure. */
export function isAmount(denominator: NonNullable<Value['denominator']>): denominator is Amount {
  return 'value' in denominator
}

/** The number that a target names in the domain: for a level its place; `undefined` for a level that is none of it. */
export function goalValue({ low, level }: TargetGoal, domain: Domain): Rational | undefined {
  return level ? placeOfLevel(level.text, domain) : low.value
}

/** The place of a level in its domain, from 0; capitals do not matter. */
export function placeOfLevel(name: string, domain: Domain): Rational | undefined {
  if (domain.kind !== 'number' || domain.notation.kind !== 'levels') return undefined
  const place = domain.notation.names.findIndex((other) => other.toLowerCase() === name.toLowerCase())
  return place < 0 ? undefined : rational(BigInt(place))
}

/** An interval as the domain sees it: where only steps occur its ends are moved to steps. */
export function within(domain: NumberDomain, interval: Interval): Interval {
  return domain.step ? alignToStep(interval, domain.step) : interval
}

/** A value as people write it: `35,4%`, `24 bài`, `"Hoàn thành"`. */
export function formatValue(value: Rational, notation: Notation): string {
  switch (notation.kind) {
    case 'percent':
      return formatPercent(value)
    case 'levels':
      return `"${levelName(value, notation.names)}"`
    case 'unit': {
      const unit = notationUnit(notation)
      return unit === '' ? formatExact(value) : `${formatExact(value)} ${unit}`
    }
  }
}

/** The unit of measure that is printed after a number; empty where there is none. */
export function notationUnit(notation: Notation): string {
  if (notation.kind !== 'unit') return ''
  return notation.showsRate ? unitText(notation.unit) : notation.unit.what
}

function levelName(value: Rational, names: readonly string[]): string {
  const whole = Number(numerator(value) / denominator(value))
  return names[whole] ?? formatExact(value)
}

/** A measured value, rounded for reading but never onto a bound that it does not have (see {@link formatBeside}). */
export function formatMeasured(value: Rational, notation: Notation, bounds: readonly Rational[]): string {
  if (notation.kind === 'levels') return formatValue(value, notation)
  if (notation.kind === 'unit') {
    const unit = notationUnit(notation)
    const number = hasFewDecimals(value) ? formatExact(value) : formatBeside(value, bounds)
    return unit === '' ? number : `${number} ${unit}`
  }
  const percent = (ratio: Rational): Rational => multiply(ratio, HUNDRED)
  return `${formatBeside(percent(value), bounds.map(percent))}%`
}

/** A figure that was reported is shown as it was; one that was divided may never end. */
function hasFewDecimals(value: Rational): boolean {
  return 10_000n % denominator(value) === 0n
}

function bounded(low: Pick<Amount, 'value'> | undefined, high: Pick<Amount, 'value'> | undefined): Interval {
  return { low: before(low?.value ?? ZERO), high: high && after(high.value) }
}

function times({ at, after: isAfter }: Cut, count: number): Cut {
  return { at: multiply(at, rational(BigInt(count))), after: isAfter }
}

/** The cut below the number: what lies past it begins with the number itself. */
export function before(at: Rational): Cut {
  return { at, after: false }
}

/** The cut above the number: what lies past it is greater. */
export function after(at: Rational): Cut {
  return { at, after: true }
}
