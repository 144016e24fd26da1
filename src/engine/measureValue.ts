import type { PlainDate } from '#base/plainDate.ts'
import { divide, isZero, multiply, type Rational, rational } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import { daysLate, monthsLate } from './operations.ts'
import type { Outcome } from './outcome.ts'
import type { ProgramValue } from './program.ts'
import { partAboveWhole } from './readInput.ts'
import type { InputTrace, InputValue, ValueTrace } from './trace.ts'

/** What inputs without an obstacle come to: a value, nothing to divide by, or a fault. */
export type Measured =
  | { readonly kind: 'value'; readonly value: ValueTrace }
  | { readonly kind: 'zero'; readonly measure: Measure }
  | Extract<Outcome<never>, { kind: 'error' }>

/** The value of a criterion from its inputs, which all have values. */
export function measureValue(value: ProgramValue, inputs: readonly InputTrace[]): Measured {
  const [first, second] = inputs
  const number = (amount: Rational, domain: Extract<ValueTrace, { kind: 'number' }>['domain']): Measured => ({
    kind: 'value',
    value: { kind: 'number', value: amount, domain, quotient: undefined, finished: undefined },
  })
  switch (value.kind) {
    case 'flag':
      return { kind: 'value', value: { kind: 'flag', is: flagOf(first) } }
    case 'number':
      return number(numberOf(first), value.domain)
    case 'lateness': {
      const finished = dateOf(first)
      const late =
        value.in === 'day' ? daysLate(finished, value.deadline) : monthsLate(finished, value.deadline)
      return {
        kind: 'value',
        value: { kind: 'number', value: rational(late), domain: value.domain, quotient: undefined, finished },
      }
    }
    case 'quotient': {
      const top = numberOf(first)
      const bottom = 'name' in value.denominator ? numberOf(second) : value.denominator
      if ('name' in value.denominator) {
        const fault = partAboveWhole([value.numerator, value.denominator], inputs)
        if (fault) return fault
        if (isZero(bottom)) return { kind: 'zero', measure: value.denominator }
      }
      const quotient = { numerator: top, denominator: bottom, base: value.base }
      const amount = divide(multiply(top, value.base), bottom)
      return {
        kind: 'value',
        value: { kind: 'number', value: amount, domain: value.domain, quotient, finished: undefined },
      }
    }
  }
}

/** The number that was read, where the checks have proven that it is one. */
export function numberOf(input: InputTrace | undefined): Rational {
  const value = readValueOf(input)
  if (value.kind !== 'number') throw new Error('a checked number is a number')
  return value.value
}

/** The có or không that was read, where the checks have proven that it is one. */
export function flagOf(input: InputTrace | undefined): boolean {
  const value = readValueOf(input)
  if (value.kind !== 'flag') throw new Error('a checked flag is a flag')
  return value.is
}

function dateOf(input: InputTrace | undefined): PlainDate {
  const value = readValueOf(input)
  if (value.kind !== 'date') throw new Error('a checked date is a date')
  return value.date
}

function readValueOf(input: InputTrace | undefined): InputValue {
  if (input?.outcome.kind !== 'value') throw new Error('obstacles are handled before values are read')
  return input.outcome.value
}
