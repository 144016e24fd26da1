import { formatExact } from '#base/formatNumber.ts'
import { HUNDRED, isZero, multiply, negate } from '#base/rational.ts'
import { describeInterval, formatValue, type NumberDomain } from '#language/index.ts'
import type { InputTrace, LeafTrace, NextStep, ValueTrace } from '../trace.ts'
import { pointsText, unitOf } from './words.ts'

/** The nearest better step in words: how to take it, and what it brings. */
export type StepWords = (
  | { readonly kind: 'reduce'; readonly to: string }
  | { readonly kind: 'reach'; readonly goal: string }
  | { readonly kind: 'add'; readonly more: string; readonly goal: string }
) & {
  /** `được 6 điểm`, `chỉ bị trừ 1 điểm`, `không bị trừ điểm`. */
  readonly gain: string
}

/** The words of a step, of a part where there is no trace; `undefined` where nobody can take it any more. */
export function stepOf(
  { reach, direction, points, distance, change }: NextStep,
  input: InputTrace | undefined,
  domain: NumberDomain | undefined,
  trace: LeafTrace | undefined,
): StepWords | undefined {
  if (!domain) return undefined
  const { low } = reach
  const gain =
    trace?.node.role === 'penalty'
      ? isZero(points)
        ? 'không bị trừ điểm'
        : `chỉ bị trừ ${pointsText(negate(points))} điểm`
      : `được ${pointsText(points)} điểm`
  // What is finished is finished: a day that has passed cannot be moved.
  if (trace?.value?.kind === 'number' && trace.value.finished) return undefined
  if (direction === 'down' || !low) {
    return { kind: 'reduce', to: describeInterval(reach, domain).replace(/^bằng /, ''), gain }
  }
  const goal = `${low.after ? 'trên ' : ''}${formatValue(low.at, domain.notation)}`
  const unit = unitOf(input)
  const more = change
    ? `${formatExact(change.amount)} ${unit}`.trim()
    : domain.notation.kind === 'percent'
      ? `${formatExact(multiply(distance, HUNDRED))} điểm phần trăm`
      : formatValue(distance, domain.notation)
  // Above a bound there is no least amount to add, and levels are reached, not added.
  const isMean = input?.measure.aggregation === 'average'
  const reached = domain.notation.kind === 'levels' || isMean || (!change && (low.after || isZero(distance)))
  return reached ? { kind: 'reach', goal, gain } : { kind: 'add', more, goal, gain }
}

/** `Thêm 35 người (để đạt 65%) thì được 6 điểm.` */
export function nextText(step: StepWords | undefined): string | undefined {
  switch (step?.kind) {
    case undefined:
      return undefined
    case 'reduce':
      return `Giảm còn ${step.to} thì ${step.gain}.`
    case 'reach':
      return `Đạt ${step.goal} thì ${step.gain}.`
    case 'add':
      return `Thêm ${step.more} (để đạt ${step.goal}) thì ${step.gain}.`
  }
}

/** The same as what is lacking, to stand inside a sentence: `còn thiếu 35 người để được 6 điểm`. */
export function lackText(step: StepWords | undefined): string | undefined {
  switch (step?.kind) {
    case undefined:
      return undefined
    case 'reduce':
      return `cần giảm còn ${step.to} để ${step.gain}`
    case 'reach':
      return `cần đạt ${step.goal} để ${step.gain}`
    case 'add':
      return `còn thiếu ${step.more} để ${step.gain}`
  }
}

/** The values that a value was one of; `undefined` for có/không. */
export function domainOf(value: ValueTrace | undefined): NumberDomain | undefined {
  return value?.kind === 'number' ? value.domain : undefined
}
