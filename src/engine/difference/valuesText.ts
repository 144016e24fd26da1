import { type Cut, compareCuts, type Interval } from '#base/interval.ts'
import { equals, type Rational, subtract } from '#base/rational.ts'
import {
  type CohortFigure,
  describeInterval,
  formatMeasured,
  type NumberDomain,
  notationUnit,
} from '#language/index.ts'
import type { PointsChange, Values } from './difference.ts'

/** Values as a reader names them: `từ 2 đến 3 lần`, `dưới 50% mức cao nhất trong cụm`, `có`. */
export function valuesText(values: Values): string {
  if (values.kind === 'flag') return values.is ? 'có' : 'không'
  return `${rangeText(values.interval, values.domain)}${ofFigure(values.figure)}`
}

/** A range of values; where it reaches an end of what can occur that end needs no number. */
export function rangeText(interval: Interval, domain: NumberDomain): string {
  const { low, high } = interval
  const [fromStart, toEnd] = [sameCut(low, domain.interval.low), sameCut(high, domain.interval.high)]
  const whole = isOneValue(interval, domain.step) || (fromStart && toEnd)
  const told = whole ? interval : { low: fromStart ? undefined : low, high: toEnd ? undefined : high }
  return describeInterval(told, domain).replace(` ${notationUnit(domain.notation)} đến`, ' đến')
}

/** The example's value, as it would be measured. */
export function exampleText({ example, values }: Pick<PointsChange, 'example' | 'values'>): string {
  if (typeof example.value === 'boolean' || values.kind === 'flag') return example.value ? 'có' : 'không'
  const { interval, domain, figure } = values
  const bounds = [interval.low, interval.high].flatMap((cut) => (cut ? [cut.at] : []))
  return `${formatMeasured(example.value, domain.notation, bounds)}${ofFigure(figure)}`
}

/** Whether the values are a single one, which needs no example. */
export function isOne(values: Values): boolean {
  return values.kind === 'flag' || isOneValue(values.interval, values.domain.step)
}

function isOneValue({ low, high }: Interval, step: Rational | undefined): boolean {
  if (!low || !high || low.after) return false
  const width = subtract(high.at, low.at)
  return high.after ? equals(high.at, low.at) : step !== undefined && equals(width, step)
}

function sameCut(left: Cut | undefined, right: Cut | undefined): boolean {
  return left && right ? compareCuts(left, right) === 0 : left === right
}

function ofFigure(figure: CohortFigure | undefined): string {
  if (!figure) return ''
  return figure === 'best' ? ' mức cao nhất trong cụm' : ' mức bình quân trong cụm'
}
