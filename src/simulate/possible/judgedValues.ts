import type { PlainDate } from '#base/plainDate.ts'
import { type Rational, rational, ZERO } from '#base/rational.ts'
import { daysLate, monthsLate, type ProgramValue } from '#engine/index.ts'
import type { Reading } from './readings.ts'
import type { Values } from './slots.ts'
import { quotientSpan, type Span } from './spans.ts'

/** The values that are judged. */
export function judgedSpans(value: ProgramValue, [upper, lower]: readonly Reading[]): readonly Span[] {
  const above = upper?.values.spans ?? []
  switch (value.kind) {
    case 'flag':
    case 'number':
      return above
    case 'lateness':
      return upper ? latenessOf(value, upper.values) : []
    case 'quotient': {
      const { denominator, base } = value
      const below =
        'name' in denominator
          ? (lower?.values.spans ?? [])
          : [{ low: denominator, high: denominator, step: undefined }]
      return above.flatMap((one) => below.flatMap((other) => quotientSpan(one, other, base) ?? []))
    }
  }
}

function latenessOf(
  { in: unit, deadline }: Extract<ProgramValue, { kind: 'lateness' }>,
  { days, anyDay }: Values,
): readonly Span[] {
  const late = (day: PlainDate): Rational =>
    rational(unit === 'day' ? daysLate(day, deadline) : monthsLate(day, deadline))
  if (anyDay) return [{ low: ZERO, high: undefined, step: rational(1n) }]
  return days.map((day) => ({ low: late(day), high: late(day), step: rational(1n) }))
}
