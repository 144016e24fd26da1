import { formatExact, formatRounded } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatPeriod } from '#base/period.ts'
import { equals, type Rational } from '#base/rational.ts'
import { domainOfMeasure, formatValue, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import type { Absence } from '../outcome.ts'
import type { InputTrace, LeafTrace, ValueTrace } from '../trace.ts'

/** Points as pages show them: at most two decimals. The exact value stays in the trace. */
export function pointsText(points: Rational): string {
  return formatRounded(points, 2)
}

/** `đủ 6 điểm` or `4,5 trên 6 điểm`. */
export function pointsOutOf(points: Rational, maximum: Rational): string {
  if (equals(points, maximum)) return `đủ ${pointsText(maximum)} điểm`
  // Rounding must not make a full score of one that is not.
  if (pointsText(points) === pointsText(maximum)) return `gần đủ ${pointsText(maximum)} điểm`
  return `${pointsText(points)} trên ${pointsText(maximum)} điểm`
}

/** What was measured: `62,3% (1.234/1.980 người)`, `12 bài`, `có`; with how many entrants it was added up from. */
export function valueText(value: ValueTrace, inputs: readonly InputTrace[]): string {
  if (value.kind === 'flag') return value.is ? 'có' : 'không'
  const written = formatValue(value.value, value.domain.notation)
  const { quotient } = value
  const members = inputs[0]?.rolledUpFrom.length ?? 0
  const from = members > 0 ? `, cộng từ ${members} thôn` : ''
  if (!quotient) return members > 0 ? `${written} (cộng từ ${members} thôn)` : written
  const unit = unitOf(inputs[0])
  const sides = `${formatExact(quotient.numerator)}/${formatExact(quotient.denominator)}`
  return `${written} (${sides}${unit === '' ? '' : ` ${unit}`}${from})`
}

/** One reported value as people write it: `248 người`, `38,2%`, `có`, `không áp dụng`. */
export function factText({ value }: Fact, measure: Measure): string {
  switch (value.kind) {
    case 'notApplicable':
      return 'không áp dụng'
    case 'flag':
      return value.is ? 'có' : 'không'
    case 'number':
      return numberText(value.value, measure)
  }
}

/** A number with its measure's notation. */
export function numberText(value: Rational, measure: Measure): string {
  const domain = domainOfMeasure(measure)
  return domain?.kind === 'number' ? formatValue(value, domain.notation) : formatExact(value)
}

export function unitOf(input: InputTrace | undefined): string {
  const type = input?.measure.type
  return type?.kind === 'count' ? type.unit : ''
}

/** As many absences as a sentence can hold; the others are counted. */
const MOST_ABSENCES = 3

/** `«Hồ sơ» tháng 3/2026`; whose they are is said where it is not the entrant itself. */
export function absencesText(absences: readonly Absence[], { inputs }: LeafTrace): string {
  const rolledUp = inputs.some(({ rolledUpFrom }) => rolledUpFrom.length > 0)
  const named = absences.slice(0, MOST_ABSENCES).map(({ entrant, measure, period }) => {
    const whose = rolledUp ? ` của ${entrant.name}` : ''
    return `«${measure.title.text}»${whose}${period ? ` ${formatPeriod(period)}` : ''}`
  })
  const others = absences.length - named.length
  return listText(others > 0 ? [...named, `${others} số liệu khác`] : named)
}

/** The first letter made a capital, for the start of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
