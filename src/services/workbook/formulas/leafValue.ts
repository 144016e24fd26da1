import { assertNever } from '#base/assertNever.ts'
import { daysInMonth, type PlainDate } from '#base/plainDate.ts'
import { compare, equals, ONE, ZERO } from '#base/rational.ts'
import type { ProgramValue } from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import { isNothing, type Judged } from './compare.ts'
import { dateNumber } from './dates.ts'
import { literal } from './literal.ts'
import { STATE, worstState, ZERO_DIVISOR } from './state.ts'

/** The cells that the one or two measures of a value are read into. */
export interface InputCells {
  readonly codes: readonly string[]
  readonly numbers: readonly string[]
}

/** What the inputs come to together: the code of the worst, a part above its whole, nothing to divide by, or a value. */
export function inputState(value: ProgramValue, { codes, numbers }: InputCells): string {
  const [top = '', bottom = ''] = numbers
  if (value.kind !== 'quotient' || !isMeasure(value.denominator))
    return codes.length === 1 ? (codes[0] ?? '') : worstState(codes, `${STATE.value}`)
  const divided = `IF(${isNothing(bottom)},${ZERO_DIVISOR},${STATE.value})`
  const isPart = value.numerator.partOf?.text === value.denominator.name.text
  const sound = isPart ? `IF(ROUND(${top}-${bottom},6)>0,${STATE.error},${divided})` : divided
  return worstState(codes, sound)
}

/** The value of inputs that are all there. */
export function leafValue(value: ProgramValue, { numbers }: InputCells): string {
  const [top = '', bottom = ''] = numbers
  switch (value.kind) {
    case 'flag':
    case 'number':
      return top
    case 'lateness':
      return value.in === 'day'
        ? `MAX(0,${top}-${dateNumber(value.deadline)})`
        : monthsLate(top, value.deadline)
    case 'quotient': {
      const base = equals(value.base, ONE) ? '' : `*${literal(value.base)}`
      return `${top}${base}/${isMeasure(value.denominator) ? bottom : literal(value.denominator)}`
    }
    default:
      return assertNever(value)
  }
}

/** The value in a cell as comparisons take it. */
export function judgedValue(value: ProgramValue, cell: string, { numbers }: InputCells): Judged {
  const [top = '', bottom = ''] = numbers
  if (value.kind !== 'quotient') return { kind: 'number', cell }
  const { denominator, base } = value
  if (!isMeasure(denominator)) return { kind: 'quotient', cell, top, bottom: literal(denominator), base }
  return canBeNegative(denominator) ? { kind: 'number', cell } : { kind: 'quotient', cell, top, bottom, base }
}

function isMeasure(side: Measure | object): side is Measure {
  return 'name' in side
}

function canBeNegative(measure: Measure): boolean {
  const domain = domainOfMeasure(measure)
  const low = domain?.kind === 'number' ? domain.interval.low : undefined
  return !low || compare(low.at, ZERO) < 0
}

/** A begun month counts as one; of a deadline that ends its month always to the end of the month. */
function monthsLate(day: string, deadline: PlainDate): string {
  const due = dateNumber(deadline)
  const whole = `((YEAR(${day})-${deadline.year})*12+MONTH(${day})-${deadline.month})`
  const over = endsMonth(deadline) ? `EOMONTH(${due},${whole})` : `EDATE(${due},${whole})`
  return `IF(${day}<=${due},0,${whole}+IF(${day}>${over},1,0))`
}

function endsMonth({ year, month, day }: PlainDate): boolean {
  return daysInMonth(year, month) === day
}
