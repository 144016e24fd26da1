import { formatBeside, formatExact, formatFixed, formatRounded } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { equals, isZero, negate, type Rational, ZERO } from '#base/rational.ts'
import {
  domainOfMeasure,
  formatMeasured,
  formatValue,
  type Measure,
  type RankingKey,
} from '#language/index.ts'
import { kindsText } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { Absence } from '../outcome.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import type { InputTrace, LeafTrace, NodeTrace, ValueTrace } from '../trace.ts'

/** Points as pages show them: at most two decimals. The exact value stays in the trace. */
export function pointsText(points: Rational): string {
  return formatRounded(points, 2)
}

/** Points out of a maximum; rounding never makes a full score of one that is not, nor nothing of something. */
export function pointsOutOf(points: Rational, maximum: Rational): string {
  if (equals(points, maximum)) return `đủ ${pointsText(maximum)} điểm`
  return `${pointsBeside(points, maximum)} trên ${pointsText(maximum)} điểm`
}

/** What a node came to: given, given outside the scale, or taken. */
export function gotText({ points, node }: Pick<NodeTrace, 'points' | 'node'>): string {
  switch (node.role) {
    case 'scale':
      return `được ${pointsOutOf(points, node.maximum)}`
    case 'bonus':
      return `được thưởng ${pointsOutOf(points, node.maximum)}`
    case 'penalty':
      return isZero(points) ? 'không bị trừ điểm' : `bị trừ ${pointsText(negate(points))} điểm`
  }
}

/** Points beside their maximum, at most two decimals where that makes neither a full score nor nothing of them. */
export function pointsBeside(points: Rational, maximum: Rational): string {
  return formatBeside(points, [maximum, ZERO])
}

/** Points that were lost; rounding never makes nothing of them. */
export function lossText(points: Rational): string {
  return formatBeside(points, [ZERO])
}

/** As many decimals as a reader can hold side by side. */
const MOST_PLACES = 8

/** Two different values with as many decimals, two at least, as it takes to tell them apart. */
export function apart(first: Rational, second: Rational): readonly [string, string] {
  for (let places = 2; places <= MOST_PLACES; places++) {
    const texts = [formatRounded(first, places), formatRounded(second, places)] as const
    if (texts[0] !== texts[1]) return texts
  }
  return [formatExact(first), formatExact(second)]
}

/** The total as the rulebook rounds it, with all its decimals: `74,70`. One text for pages, command line and JSON. */
export function totalText(
  { roundedTotal }: Pick<ScoreSheet, 'roundedTotal'>,
  { totalRounding }: Program,
): string | undefined {
  return roundedTotal && formatFixed(roundedTotal, totalRounding.places)
}

/** The entrants that were added up, as a reader calls them: `22 thôn`. */
export function membersText({ rolledUpFrom }: InputTrace): string {
  return rolledUpFrom.length > 0 ? `${rolledUpFrom.length} ${kindsText(rolledUpFrom)}` : ''
}

/** What was measured, alone: `62,3%`, `có`. It is not rounded onto `bounds`, the thresholds it is held against. */
export function plainValueText(value: ValueTrace, bounds: readonly Rational[]): string {
  if (value.kind === 'flag') return value.is ? 'có' : 'không'
  return formatMeasured(value.value, value.domain.notation, bounds)
}

/** What was measured, with its two sides and how many entrants it was added up from: `62,3% (1.234/1.980 người)`. */
export function valueText(
  value: ValueTrace,
  inputs: readonly InputTrace[],
  bounds: readonly Rational[],
): string {
  const written = plainValueText(value, bounds)
  if (value.kind === 'flag') return written
  const { quotient, finished } = value
  const members = inputs[0] ? membersText(inputs[0]) : ''
  const from = members === '' ? [] : [`cộng từ ${members}`]
  const unit = unitOf(inputs[0])
  const sides = quotient
    ? [`${formatExact(quotient.numerator)}/${formatExact(quotient.denominator)} ${unit}`.trimEnd()]
    : []
  const done = finished ? [`hoàn thành ${formatDate(finished)}`] : []
  const notes = [...sides, ...done, ...from].join(', ')
  return notes === '' ? written : `${written} (${notes})`
}

/** One reported value as people write it: `248 người`, `38,2%`, `có`, `không áp dụng`. */
export function factText({ value }: Fact, measure: Measure): string {
  switch (value.kind) {
    case 'notApplicable':
      return 'không áp dụng'
    case 'flag':
      return value.is ? 'có' : 'không'
    case 'date':
      return formatDate(value.date)
    case 'words':
      return value.text
    case 'number':
      return numberText(value.value, measure)
  }
}

/** A number with its measure's notation. */
export function numberText(value: Rational, measure: Measure): string {
  const domain = domainOfMeasure(measure)
  return domain?.kind === 'number' ? formatValue(value, domain.notation) : formatExact(value)
}

/** The unit in which a measure is counted; empty for what has none. */
export function unitOf(input: InputTrace | undefined): string {
  const type = input?.measure.type
  return type?.kind === 'count' || type?.kind === 'money' ? type.unit : ''
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

/** The rank as it is printed: `3`, or `1,5` where equals share the mean of their places; empty without one. */
export function rankText({ rank, meanRank }: Pick<ScoreSheet, 'rank' | 'meanRank'>): string {
  if (meanRank) return formatExact(meanRank)
  return rank === undefined ? '' : `${rank}`
}

const TIES = {
  skip: 'vẫn bằng thì đồng hạng',
  dense: 'vẫn bằng thì đồng hạng, hạng sau liền kề',
  mean: 'vẫn bằng thì đồng hạng, lấy hạng trung bình',
} as const

/** How entrants are ranked, as the rulebook says it: `Xếp hạng theo tổng điểm, rồi điểm nhóm II; vẫn bằng thì đồng hạng`. */
export function rankingText({ rulebook }: Pick<Program, 'rulebook'>): string {
  const { ranking } = rulebook
  const together = ranking?.scope === 'together' ? ' chung các cụm' : ''
  return `Xếp hạng${together} theo ${keyTexts({ rulebook }).join(', rồi ')}; ${TIES[ranking?.ties ?? 'skip']}`
}

/** The ranking keys in order, as the rulebook says them; one for each of the program's. */
export function keyTexts({ rulebook }: Pick<Program, 'rulebook'>): readonly string[] {
  return rulebook.ranking?.keys.map(keyText) ?? ['tổng điểm']
}

function keyText(key: RankingKey): string {
  switch (key.kind) {
    case 'total':
      return key.rounded ? 'tổng điểm đã làm tròn' : 'tổng điểm'
    case 'penalty':
      return 'ít điểm trừ hơn'
    case 'bonus':
      return 'nhiều điểm thưởng hơn'
    case 'group':
    case 'criterion':
      return `điểm ${key.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${key.code.text}`
  }
}
