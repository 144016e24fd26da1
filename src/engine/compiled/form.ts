import { dayNumber } from '#base/plainDate.ts'
import { denominator, divide, isZero, multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { monthsAfter } from '../operations.ts'
import type { ProgramValue } from '../program.ts'
import { VALUE } from './columns.ts'
import { type Inputs, type Lane, numbersFor, standIn } from './lane.ts'
import { approximate, EXACT } from './units.ts'

/**
 * How the numbers that were read make the value: the upper number over `perOne`, or the upper over the lower number times
 * `factor`.
 */
export type Form =
  | { readonly kind: 'number'; readonly perOne: Rational }
  | {
      readonly kind: 'quotient'
      readonly factor: Rational
      /** The upper measure is part of the lower one: above it, times this, it is in error. */
      readonly partOf: Rational | undefined
    }

/** How the numbers on the sides of a value make it, in the scales in which they are whole. */
export function formOf(value: ProgramValue, { top, bottom }: Inputs): Form {
  const upper = rational(BigInt(top.scale))
  if (value.kind !== 'quotient') return { kind: 'number', perOne: upper }
  if (!bottom) {
    if ('name' in value.denominator) throw new Error('a ratio of two measures reads both')
    return { kind: 'number', perOne: divide(multiply(upper, value.denominator), value.base) }
  }
  const lower = rational(BigInt(bottom.scale))
  const plain = divide(lower, upper)
  const isPart = 'name' in value.denominator && value.numerator.partOf?.text === value.denominator.name.text
  return { kind: 'quotient', factor: multiply(plain, value.base), partOf: isPart ? plain : undefined }
}

/** A measure as it is judged by itself, as a part of a sum. */
export function plainForm({ top }: Inputs): Form {
  return { kind: 'number', perOne: rational(BigInt(top.scale)) }
}

/** The exact value of the numbers; the lower one is not zero. */
export function valueFrom(form: Form, upper: number, lower: number): Rational {
  const top = rational(BigInt(upper))
  if (form.kind === 'number') return divide(top, form.perOne)
  return multiply(divide(top, rational(BigInt(lower))), form.factor)
}

/** Values that differ by a smaller share of themselves than this are told apart exactly. */
export const NEAR = 1e-9

/** What the quotient of the two numbers (the upper alone where there is one) is multiplied by to be near the value. */
export function nearFactor(form: Form): number {
  return form.kind === 'number' ? 1 / approximate(form.perOne) : approximate(form.factor)
}

/** Two whole factors: a number reaches `at` when the upper number times the one is not below the lower times the other. */
export interface Comparison {
  readonly upper: number
  readonly lower: number
}

/**
 * How a ratio is held against `at` in whole numbers; `undefined` where they would be too large for doubles. The lower number is
 * above zero.
 */
export function comparisonWith(
  at: Rational,
  { factor }: Extract<Form, { kind: 'quotient' }>,
  { top, bottom }: Inputs,
): Comparison | undefined {
  if (!bottom || bottom.negative) return undefined
  const share = isZero(at) ? at : divide(at, factor)
  const [upper, lower] = [Number(denominator(share)), Number(numerator(share))]
  const fits = upper * top.most <= EXACT && Math.abs(lower) * bottom.most <= EXACT
  return fits ? { upper, lower } : undefined
}

/** Days, by their numbers, as how late they are: what `daysLate` and `monthsLate` say, without making a date of each. */
export function lateLane(
  inputs: Inputs,
  { in: unit, deadline }: Extract<ProgramValue, { kind: 'lateness' }>,
): Inputs {
  const { lane } = inputs.top
  const start = dayNumber(deadline)
  const most = Math.max(0, inputs.top.most - start)
  const late: Lane = { numbers: numbersFor(lane.numbers.length, most, false), states: lane.states, offset: 0 }
  const lastDays: number[] = []
  const lastDay = (months: number): number => (lastDays[months] ??= dayNumber(monthsAfter(deadline, months)))
  const lateness = (day: number): number => {
    if (day <= start) return 0
    if (unit === 'day') return day - start
    let months = 1
    while (day > lastDay(months)) months++
    return months
  }
  return {
    top: { lane: late, scale: 1, most, negative: false },
    bottom: undefined,
    fill: (from, to) => {
      inputs.fill(from, to)
      late.states = lane.states
      late.offset = lane.offset
      for (let j = lane.offset; j < lane.offset + to - from; j++) {
        const state = lane.states[j] as number
        late.numbers[j] = state === VALUE ? lateness(lane.numbers[j] as number) : standIn(state)
      }
    },
  }
}
