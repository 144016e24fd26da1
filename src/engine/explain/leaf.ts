import { assertNever } from '#base/assertNever.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { compare, equals, isZero, type Rational } from '#base/rational.ts'
import {
  type CohortFigure,
  combinePoints,
  describeInterval,
  domainOfMeasure,
  formatMeasured,
  type Measure,
} from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import { partsPoints } from '../operations.ts'
import type { NotApplicable } from '../outcome.ts'
import type { LeafTrace, PartTrace, RuleTrace } from '../trace.ts'
import { comparedText, itemsText, relativeText, tierText } from './judged.ts'
import { domainOf, nextText, stepOf } from './steps.ts'
import { absencesText, gotText, plainValueText, pointsText, sentence, valueText } from './words.ts'

/** Why a criterion gave what it gave, and what would give more; whole sentences that an official can sign. */
export interface Explanation {
  readonly why: string
  /** `undefined` when nothing more is to be had, or nothing measured is known to bring it. */
  readonly next: string | undefined
}

/** A pure function of the trace: it computes no score. */
export function explainLeaf(trace: LeafTrace): Explanation {
  const { outcome } = trace
  switch (outcome.kind) {
    case 'value':
      return explainValue(trace)
    case 'missing': {
      const counted = isZero(trace.applicableMaximum)
        ? 'không tính tiêu chí này'
        : isZero(trace.points)
          ? 'tạm tính 0 điểm'
          : `tạm tính ${pointsText(trace.points)} điểm của các phần đã có số liệu`
      return { why: `Chưa có số liệu ${absencesText(outcome.absences, trace)}: ${counted}.`, next: undefined }
    }
    case 'pending': {
      const why = `Có ${waitingText(outcome.facts)}: tạm tính ${pointsText(trace.points)} điểm.`
      return { why, next: undefined }
    }
    case 'notApplicable':
      return { why: `Không áp dụng vì ${reasonText(outcome.reason)}.`, next: undefined }
    case 'error': {
      const { part, whole } = outcome.fault
      const why = `Lỗi số liệu: «${part.title.text}» lớn hơn «${whole.title.text}», trong khi là một phần của số đó; tính 0 điểm cho đến khi số liệu được sửa.`
      return { why, next: undefined }
    }
    default:
      return assertNever(outcome)
  }
}

/** What facts that do not count yet wait for; one that is verified waits for its proof. */
function waitingText(facts: readonly Fact[]): string {
  const proofless = facts.filter(({ status }) => status === 'verified').length
  const unverified = facts.length - proofless
  return [
    ...(unverified > 0 ? [`${unverified} số liệu đang chờ thẩm định`] : []),
    ...(proofless > 0 ? [`${proofless} số liệu chưa có minh chứng`] : []),
  ].join(' và ')
}

function reasonText(reason: NotApplicable): string {
  switch (reason.kind) {
    case 'zeroDenominator':
      return `${divisorText(reason.divisor)} bằng 0`
    case 'declared':
      return `số liệu «${reason.measure.title.text}» được ghi là không áp dụng`
    case 'exempt':
      return `bộ tiêu chí không chấm tiêu chí này cho đối tượng có đặc điểm «${reason.attribute}»`
  }
}

function divisorText(divisor: Measure | CohortFigure): string {
  if (divisor === 'best') return 'giá trị cao nhất trong cụm'
  return divisor === 'average' ? 'bình quân trong cụm' : `«${divisor.title.text}»`
}

function explainValue(trace: LeafTrace): Explanation {
  const { rule, value, exception } = trace
  const next = nextOf(trace)
  if (!rule) throw new Error('a criterion with a value was judged by a rule')
  const got = `${gotText(trace)}${trace.roundedFrom ? ' sau khi làm tròn' : ''}`
  const why = (how: string): string => {
    const special = exception ? ` (mức riêng cho đặc điểm «${exception.attribute}»)` : ''
    return sentence(`${measuredInFull(trace)}, ${how}${special}: ${got}.`)
  }
  switch (rule.kind) {
    case 'zeroDenominator':
      return { why: sentence(`${divisorText(rule.divisor)} bằng 0: ${got}.`), next: undefined }
    case 'proportion':
      return { why: why(comparedText(rule, domainOf(value))), next }
    case 'relative':
      return { why: why(relativeText(rule, domainOf(value))), next }
    case 'tiers':
      return { why: why(tierText(rule.taken, value)), next }
    case 'perItem':
      return { why: why(itemsText(rule, domainOf(value))), next }
    case 'parts':
      return { why: partsWhy(rule, got), next }
    case 'each':
      return { why: eachWhy(rule, got, trace), next }
    default:
      return assertNever(rule)
  }
}

/** What was measured, alone: `80,12%`, `có`; empty where nothing was. */
export function measuredText({ value, rule }: LeafTrace): string {
  return value ? plainValueText(value, boundsOf(rule)) : ''
}

/** `đạt 24 bài (12/50 hộ)`, `chậm 2 tháng (hoàn thành 20/01/2027)`, `đúng hạn (…)`. */
function measuredInFull({ value, inputs, rule }: LeafTrace): string {
  if (!value) return ''
  const written = valueText(value, inputs, boundsOf(rule))
  if (value.kind === 'flag' || !value.finished) return `đạt ${written}`
  return isZero(value.value) ? `đúng hạn, hoàn thành ${formatDate(value.finished)}` : `chậm ${written}`
}

/** The thresholds that a value was held against. */
function boundsOf(rule: RuleTrace | undefined): readonly Rational[] {
  if (!rule) return []
  if (rule.kind === 'proportion') return rule.floor ? [rule.target, rule.floor] : [rule.target]
  if (rule.kind === 'relative') return [rule.figure]
  if (rule.kind !== 'tiers') return []
  const { low, high } = rule.taken.interval ?? {}
  const next = rule.next?.reach.low
  return [low, high, next].flatMap((cut) => (cut ? [cut.at] : []))
}

function partsWhy({ parts }: PartsTrace, got: string): string {
  const given = parts.map(({ input, points }) => `«${input.measure.title.text}» ${pointsText(points)}`)
  return `Cộng các phần: ${given.join(' + ')}; ${got}.`
}

/** A step to more points of a criterion, or of a part of it, and the points of the criterion after it. */
interface Way {
  readonly how: string
  readonly points: Rational
}

/** The nearest steps that would give more points; none where nothing measured is known to bring any. */
export function waysUp(trace: LeafTrace): readonly Way[] {
  const { rule, value, inputs, outcome, points, node } = trace
  if (!rule || outcome.kind !== 'value') return []
  if (rule.kind === 'parts') return equals(points, node.maximum) ? [] : waysInParts(rule, node.maximum)
  if (rule.kind === 'each') return wayInEach(rule)
  const step = 'next' in rule ? rule.next : undefined
  const how = step && nextText(stepOf(step, inputs[0], domainOf(value), trace))
  return step && how !== undefined ? [{ how, points: step.points }] : []
}

/** All ways in one breath. */
function nextOf(trace: LeafTrace): string | undefined {
  const ways = waysUp(trace)
  return ways.length === 0 ? undefined : ways.map(({ how }) => how).join(' ')
}

type PartsTrace = Extract<RuleTrace, { kind: 'parts' }>

function waysInParts({ parts }: PartsTrace, maximum: Rational): readonly Way[] {
  const better = parts.filter(
    ({ input, points, most }) => input.outcome.kind === 'value' && compare(points, most) < 0,
  )
  return better.map((part) => {
    const { how, points } = partNext(part)
    const all = parts.map((other) => (other === part ? points : other.points))
    return { how, points: partsPoints(all, maximum) }
  })
}

/** The step of a part, and the points of the part after it. */
function partNext({ input, most, next }: PartTrace): Way {
  const title = `«${input.measure.title.text}»`
  const domain = domainOfMeasure(input.measure)
  const step =
    next && domain?.kind === 'number' ? nextText(stepOf(next, input, domain, undefined)) : undefined
  return next && step
    ? { how: `Phần ${title}: ${step}`, points: next.points }
    : { how: `Còn phần ${title}, tối đa ${pointsText(most)} điểm.`, points: most }
}

/** The points of each period and, of those that lost points, the lowest. */
function eachWhy({ periods }: EachTrace, got: string, { node }: LeafTrace): string {
  const short = periods.filter(({ points }) => compare(points, node.maximum) < 0)
  const frequency = periods[0]?.period.frequency ?? 'month'
  const unit = EACH[frequency]
  const full = periods.length - short.length
  const told = short.slice(0, MOST_PERIODS).map(({ period, points, value }) => {
    const measured =
      value?.kind === 'number' ? ` (${formatMeasured(value.value, value.domain.notation, [])})` : ''
    return `${formatPeriod(period)} được ${pointsText(points)}${measured}`
  })
  const others = short.length > MOST_PERIODS ? `; và ${short.length - MOST_PERIODS} ${unit} khác` : ''
  const details = short.length === 0 ? '' : ` Chưa đủ điểm: ${told.join('; ')}${others}.`
  return `Bình quân ${periods.length} ${unit}, ${full} ${unit} đủ điểm: ${got}.${details}`
}

type EachTrace = Extract<RuleTrace, { kind: 'each' }>

/** What the next period would have to reach, and the average with one more such period. */
function wayInEach({ periods }: EachTrace): readonly Way[] {
  const last = periods.at(-1)
  const step = last?.rule && 'next' in last.rule ? last.rule.next : undefined
  const domain = last?.value?.kind === 'number' ? last.value.domain : undefined
  if (!last || !step || !domain) return []
  const unit = EACH[last.period.frequency]
  const how = `Mỗi ${unit} tới đạt ${describeInterval(step.reach, domain)} thì ${unit} đó được ${pointsText(step.points)} điểm.`
  const all = [...periods.map(({ points }) => points), step.points]
  return [{ how, points: combinePoints('average', all) }]
}

const EACH = { month: 'tháng', quarter: 'quý', year: 'năm' } as const

/** As many periods as a sentence can hold. */
const MOST_PERIODS = 4
