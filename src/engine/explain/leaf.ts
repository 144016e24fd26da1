import { assertNever } from '#base/assertNever.ts'
import { formatBeside, formatExact } from '#base/formatNumber.ts'
import { compare, equals, HUNDRED, isZero, multiply, ONE, type Rational } from '#base/rational.ts'
import { describeInterval, domainOfMeasure, formatValue, type NumberDomain } from '#language/index.ts'
import type { NotApplicable } from '../outcome.ts'
import type { ProgramTier } from '../program.ts'
import type { InputTrace, LeafTrace, NextStep, PartTrace, RuleTrace, ValueTrace } from '../trace.ts'
import {
  absencesText,
  plainValueText,
  pointsOutOf,
  pointsText,
  sentence,
  unitOf,
  valueText,
} from './words.ts'

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
      const count = outcome.facts.length
      const why = `Có ${count} số liệu đang chờ thẩm định: tạm tính ${pointsText(trace.points)} điểm.`
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

function reasonText(reason: NotApplicable): string {
  const title = `«${reason.measure.title.text}»`
  return reason.kind === 'zeroDenominator' ? `${title} bằng 0` : `số liệu ${title} được ghi là không áp dụng`
}

function explainValue(trace: LeafTrace): Explanation {
  const { rule, value, points, node } = trace
  if (!rule) throw new Error('a criterion with a value was judged by a rule')
  const got = `${node.bonus ? 'được thưởng' : 'được'} ${pointsOutOf(points, node.maximum)}`
  switch (rule.kind) {
    case 'zeroDenominator':
      return { why: `«${rule.measure.title.text}» bằng 0: ${got}.`, next: undefined }
    case 'proportion':
      return {
        why: sentence(`đạt ${measuredInFull(trace)}, ${comparedText(rule, domainOf(value))}: ${got}.`),
        next: rule.next && nextText(rule.next, trace.inputs[0], domainOf(value)),
      }
    case 'tiers':
      return {
        why: sentence(`đạt ${measuredInFull(trace)}, ${tierText(rule.taken, value)}: ${got}.`),
        next: rule.next && nextText(rule.next, trace.inputs[0], domainOf(value)),
      }
    case 'parts':
      return explainParts(rule, got, equals(points, node.maximum))
    default:
      return assertNever(rule)
  }
}

/** What was measured, alone: `80,12%`, `có`; empty where nothing was. */
export function measuredText({ value, rule }: LeafTrace): string {
  return value ? plainValueText(value, boundsOf(rule)) : ''
}

function measuredInFull({ value, inputs, rule }: LeafTrace): string {
  return value ? valueText(value, inputs, boundsOf(rule)) : ''
}

/** The thresholds that a value was held against. */
function boundsOf(rule: RuleTrace | undefined): readonly Rational[] {
  if (!rule) return []
  if (rule.kind === 'proportion') return [rule.target]
  if (rule.kind !== 'tiers') return []
  const { low, high } = rule.taken.interval ?? {}
  const next = rule.next?.reach.low
  return [low, high, next].flatMap((cut) => (cut ? [cut.at] : []))
}

function domainOf(value: ValueTrace | undefined): NumberDomain | undefined {
  return value?.kind === 'number' ? value.domain : undefined
}

function comparedText(
  { share, target }: Extract<RuleTrace, { kind: 'proportion' }>,
  domain: NumberDomain | undefined,
): string {
  const order = compare(share, ONE)
  const written = domain ? formatValue(target, domain.notation) : ''
  if (order === 0) return `đúng bằng chỉ tiêu ${written}`
  if (order > 0) return `vượt chỉ tiêu ${written}`
  return `bằng ${formatBeside(multiply(share, HUNDRED), [HUNDRED])}% chỉ tiêu ${written}`
}

function tierText(tier: ProgramTier, value: ValueTrace | undefined): string {
  if (value?.kind === 'number' && tier.interval)
    return `thuộc mức ${describeInterval(tier.interval, value.domain)}`
  return tier.condition.kind === 'flag' ? `mức «${tier.condition.is ? 'có' : 'không'}»` : 'thuộc mức còn lại'
}

/** `Thêm 35 người (để đạt 65%) thì được 6 điểm.` */
function nextText(
  { reach, direction, points, distance, change }: NextStep,
  input: InputTrace | undefined,
  domain: NumberDomain | undefined,
): string | undefined {
  if (!domain) return undefined
  const { low } = reach
  const gain = `thì được ${pointsText(points)} điểm`
  if (direction === 'down' || !low) return `Giảm còn ${describeInterval(reach, domain)} ${gain}.`
  const goal = `${low.after ? 'trên ' : ''}${formatValue(low.at, domain.notation)}`
  const unit = unitOf(input)
  const more = change
    ? `${formatExact(change.amount)} ${unit}`.trim()
    : domain.notation.kind === 'percent'
      ? `${formatExact(multiply(distance, HUNDRED))} điểm phần trăm`
      : formatValue(distance, domain.notation)
  // Just above the value there is no least amount to add.
  return !change && isZero(distance) ? `Đạt ${goal} ${gain}.` : `Thêm ${more} (để đạt ${goal}) ${gain}.`
}

function explainParts(rule: Extract<RuleTrace, { kind: 'parts' }>, got: string, full: boolean): Explanation {
  const parts = rule.parts.map(({ input, points }) => `«${input.measure.title.text}» ${pointsText(points)}`)
  const why = `Cộng các phần: ${parts.join(' + ')}; ${got}.`
  const better = rule.parts.filter(
    ({ input, points, most }) => input.outcome.kind === 'value' && compare(points, most) < 0,
  )
  return { why, next: full || better.length === 0 ? undefined : better.map(partNext).join(' ') }
}

function partNext({ input, most, next }: PartTrace): string {
  const title = `«${input.measure.title.text}»`
  const domain = domainOfMeasure(input.measure)
  const step = next && domain?.kind === 'number' ? nextText(next, input, domain) : undefined
  return step ? `Phần ${title}: ${step}` : `Còn phần ${title}, tối đa ${pointsText(most)} điểm.`
}
