import { type Cut, type Interval, intersect, isEmpty } from '#base/interval.ts'
import { compare, divide, multiply, ONE, type Rational, ZERO } from '#base/rational.ts'
import type { Measure, Value } from '../ast.ts'
import {
  after,
  before,
  type Domain,
  domainOfTotal,
  domainOfValue,
  isAmount,
  type NumberDomain,
  within,
} from '../domain.ts'
import { measureNamed, type Symbols } from '../symbols.ts'

/**
 * The values that can really occur: the domain of the value, narrowed by what its measures can be. A score of at most 15
 * over 20 is at most 75%; whole numbers over 20 come in steps of 5%. Ends lie on steps. Never narrower than what occurs, and
 * wider only for a ratio of two measures that are both bounded, where not every fraction in between can be made.
 */
export function attainableDomain(value: Value, symbols: Symbols, rolledUp: boolean): Domain | undefined {
  const domain = domainOfValue(value, symbols, rolledUp)
  if (domain?.kind !== 'number') return domain
  if (value.form.kind === 'plain' || value.form.kind === 'lateness') return onSteps(domain)
  const { numerator, denominator, form, each } = value
  const base = form.kind === 'per' ? form.base.value : ONE
  const top = totalOf(measureNamed(symbols, numerator), symbols, rolledUp, each)
  if (!top || !denominator) return domain
  if (isAmount(denominator)) {
    if (compare(denominator.value, ZERO) <= 0) return domain
    const factor = divide(base, denominator.value)
    const step = top.step && multiply(top.step, factor)
    return narrowed(onSteps({ ...domain, step }), scaled(top.interval, factor))
  }
  const bottom = totalOf(measureNamed(symbols, denominator), symbols, rolledUp, each)
  if (!bottom) return domain
  return narrowed(domain, quotient(top, bottom, base))
}

/** Declarations that leave no value at all contradict each other: then nothing can be concluded from them. */
function narrowed(domain: NumberDomain, interval: Interval): NumberDomain {
  const both = intersect(domain.interval, within(domain, interval))
  return isEmpty(both) ? domain : { ...domain, interval: both }
}

/** The domain with its ends moved to its steps. */
export function onSteps(domain: NumberDomain): NumberDomain {
  return { ...domain, interval: within(domain, domain.interval) }
}

function totalOf(
  measure: Measure | undefined,
  symbols: Symbols,
  rolledUp: boolean,
  each: Value['each'],
): NumberDomain | undefined {
  const domain = measure && domainOfTotal(measure, symbols, rolledUp, each)
  return domain?.kind === 'number' ? domain : undefined
}

function scaled({ low, high }: Interval, factor: Rational): Interval {
  const times = (cut: Cut): Cut => ({ ...cut, at: multiply(cut.at, factor) })
  return { low: low && times(low), high: high && times(high) }
}

/** The least over the greatest up to the greatest over the least; a lower side of 0 is answered apart. */
function quotient(top: NumberDomain, bottom: NumberDomain, base: Rational): Interval {
  const over = (upper: Rational, lower: Rational): Rational => divide(multiply(upper, base), lower)
  const least = leastAboveZero(bottom)
  const { low, high } = top.interval
  const positive = low && compare(low.at, ZERO) > 0 ? low.at : undefined
  const greatest = bottom.interval.high?.at
  return {
    low:
      positive && (greatest && compare(greatest, ZERO) > 0 ? before(over(positive, greatest)) : after(ZERO)),
    high: high && least && compare(high.at, ZERO) >= 0 ? after(over(high.at, least)) : undefined,
  }
}

function leastAboveZero({ interval, step }: NumberDomain): Rational | undefined {
  const { low } = interval
  return low && compare(low.at, ZERO) > 0 ? low.at : step
}
