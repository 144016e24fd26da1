import type { Interval } from '#base/interval.ts'
import { denominator, multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { literal } from './literal.ts'

/**
 * A spreadsheet counts in binary: 29/50 need not be 58% there. So nothing is compared as it stands. A quotient is held
 * against a bound by its two sides, multiplied out, which is exact for whole numbers; any other number is rounded first, to
 * more decimals than reports have and fewer than the fifteen digits a cell keeps.
 */
export type Judged =
  | { readonly kind: 'number'; readonly cell: string }
  | {
      readonly kind: 'quotient'
      readonly cell: string
      readonly top: string
      /** The lower side, never below zero. */
      readonly bottom: string
      readonly base: Rational
    }

type Relation = '>=' | '>' | '<=' | '<'

/** Whether the value lies in the interval. */
export function within(value: Judged, { low, high }: Interval): string {
  const bounds = [
    ...(low ? [held(value, low.after ? '>' : '>=', low.at)] : []),
    ...(high ? [held(value, high.after ? '<=' : '<', high.at)] : []),
  ]
  return allOf(bounds)
}

/** Whether the value stands so to the bound. */
export function held(value: Judged, relation: Relation, bound: Rational): string {
  if (value.kind === 'number')
    return `ROUND(${value.cell}-${literal(bound)},${decimalsBeside(bound)})${relation}0`
  const top = multiply(value.base, rational(denominator(bound)))
  return `ROUND(${value.top}*${literal(top)}-${value.bottom}*${literal(rational(numerator(bound)))},6)${relation}0`
}

/** Points, which have few digits before the comma, held against other points. */
export function pointsHeld(points: string, relation: Relation | '=' | '<>', other: string): string {
  return `ROUND(${points}-${other},9)${relation}0`
}

/** Whether nothing is there to divide by. */
export function isNothing(amount: string): string {
  return `ROUND(${amount},9)=0`
}

/** All of them; true for none. */
export function allOf(conditions: readonly string[]): string {
  const [first, ...others] = conditions
  if (first === undefined) return 'TRUE'
  return others.length === 0 ? first : `AND(${conditions.join(',')})`
}

/** How many decimals a number near the bound has for certain. */
function decimalsBeside(bound: Rational): number {
  const whole = `${numerator(bound) / denominator(bound)}`.replace('-', '').length
  return Math.max(0, Math.min(10, 13 - whole))
}
