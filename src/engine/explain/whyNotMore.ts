import { capital } from '#base/capital.ts'
import { formatPeriod } from '#base/period.ts'
import { compare, type Rational } from '#base/rational.ts'
import { domainOfMeasure } from '#language/index.ts'
import type { ScoreSheet } from '../score.ts'
import type { LeafTrace, RuleTrace } from '../trace.ts'
import { lossesOf } from './losses.ts'
import { domainOf, lackText, stepOf } from './steps.ts'
import { lossText } from './words.ts'

/** What one criterion cost, and the nearest step that would give more of it. */
export interface Lack {
  readonly trace: LeafTrace
  /** What the total lacks because of it, before it is carried over to the scale. */
  readonly points: Rational
  /** `còn thiếu 1 lần/tháng để được 5 điểm`; `undefined` where no measured step is known to bring more. */
  readonly step: string | undefined
}

/** What keeps an entrant from more points, the most first, and what each criterion still lacks for its next step. */
export function whyNotMore(sheet: ScoreSheet): readonly Lack[] {
  return lossesOf(sheet).map(({ trace, points }) => ({ trace, points, step: lackOf(trace) }))
}

/** One line of it: `Tiêu chí 14, Tỷ lệ …: mất 1,5 điểm; còn thiếu 23 người để được 6 điểm.` */
export function lackSentence({ trace, points, step }: Lack): string {
  const { node } = trace
  const lost = `${node.role === 'penalty' ? 'bị trừ' : 'mất'} ${lossText(points)} điểm`
  return `${capital(`tiêu chí ${node.code}`)}, ${node.title}: ${lost}${step ? `; ${step}` : ''}.`
}

/** What the criterion lacks for its nearest better step. */
function lackOf(trace: LeafTrace): string | undefined {
  const { rule, value, inputs, outcome } = trace
  if (!rule || outcome.kind !== 'value') return undefined
  if (rule.kind === 'each') return lackInEach(rule)
  if (rule.kind === 'parts') return lackInParts(rule)
  const step = 'next' in rule ? rule.next : undefined
  return step && lackText(stepOf(step, inputs[0], domainOf(value), trace))
}

/** Of what is judged period by period, what the last one lacked. */
function lackInEach({ periods }: Extract<RuleTrace, { kind: 'each' }>): string | undefined {
  const last = periods.at(-1)
  const step = last?.rule && 'next' in last.rule ? last.rule.next : undefined
  if (!last || !step) return undefined
  const lack = lackText(stepOf(step, last.inputs[0], domainOf(last.value), undefined))
  return lack && `${formatPeriod(last.period)} ${lack}`
}

function lackInParts({ parts }: Extract<RuleTrace, { kind: 'parts' }>): string | undefined {
  const lacks = parts.flatMap(({ input, points, most, next }) => {
    if (input.outcome.kind !== 'value' || compare(points, most) >= 0) return []
    const domain = domainOfMeasure(input.measure)
    const step =
      next && domain?.kind === 'number' ? lackText(stepOf(next, input, domain, undefined)) : undefined
    const title = `phần «${input.measure.title.text}»`
    return [step ? `${title} ${step}` : `còn ${title}, tối đa ${lossText(most)} điểm`]
  })
  return lacks.length > 0 ? lacks.join('; ') : undefined
}
