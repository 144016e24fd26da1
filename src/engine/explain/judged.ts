import { formatBeside, formatExact } from '#base/formatNumber.ts'
import { compare, equals, HUNDRED, isZero, multiply, ONE } from '#base/rational.ts'
import {
  describeInterval,
  formatMeasured,
  formatValue,
  type NumberDomain,
  notationUnit,
} from '#language/index.ts'
import type { ProgramTier } from '../program.ts'
import type { RuleTrace, ValueTrace } from '../trace.ts'
import { lossText } from './words.ts'

/** `bằng 97,74% chỉ tiêu 80%`. */
export function comparedText(
  { share, target, floor }: Extract<RuleTrace, { kind: 'proportion' }>,
  domain: NumberDomain | undefined,
): string {
  const order = compare(share, ONE)
  const written = domain ? formatValue(target, domain.notation) : ''
  if (order === 0) return `đúng bằng chỉ tiêu ${written}`
  if (order > 0) return `vượt chỉ tiêu ${written}`
  const below = floor && compare(multiply(share, target), floor) < 0
  const least = below && domain ? `, dưới mức tối thiểu ${formatValue(floor, domain.notation)}` : ''
  return `bằng ${formatBeside(multiply(share, HUNDRED), [HUNDRED])}% chỉ tiêu ${written}${least}`
}

/** `bằng 75% (mức cao nhất trong cụm là 20 bài)`. */
export function relativeText(
  { share, figure, to }: Extract<RuleTrace, { kind: 'relative' }>,
  domain: NumberDomain | undefined,
): string {
  const written = domain ? formatMeasured(figure, domain.notation, []) : ''
  const whose = to === 'best' ? `mức cao nhất trong cụm là ${written}` : `bình quân trong cụm là ${written}`
  const order = compare(share, ONE)
  if (order === 0) return `đúng bằng ${whose}`
  if (order > 0) return `trên ${whose}`
  return `bằng ${formatBeside(multiply(share, HUNDRED), [HUNDRED])}% (${whose})`
}

/** `tính 3 lần, mỗi lần trừ 1 điểm`, `còn thiếu 4% so với chỉ tiêu, tính 4 bước, …`. */
export function itemsText(
  { items, amount, steps }: Extract<RuleTrace, { kind: 'perItem' }>,
  domain: NumberDomain | undefined,
): string {
  if (!domain) return ''
  const written = formatMeasured(amount, domain.notation, [])
  const from = {
    value: '',
    shortfall: `thiếu ${written} so với chỉ tiêu, `,
    excess: `vượt chỉ tiêu ${written}, `,
    deviation: `lệch ${written} so với chỉ tiêu, `,
  }[items.of]
  const step = equals(items.step, ONE)
    ? notationUnit(domain.notation)
    : formatValue(items.step, domain.notation)
  if (isZero(steps)) return `${from}chưa đến mức ${items.effect === 'add' ? 'được cộng' : 'bị trừ'}`
  const verb = items.effect === 'add' ? 'được' : 'trừ'
  return `${from}mỗi ${step || formatValue(items.step, domain.notation)} ${verb} ${lossText(items.award)} điểm, tính ${formatExact(steps)} lần`
}

/** `thuộc mức từ 50% đến dưới 65%`. */
export function tierText(tier: ProgramTier, value: ValueTrace | undefined): string {
  if (value?.kind === 'number' && tier.interval) {
    const range = describeInterval(tier.interval, value.domain)
    return value.domain.notation.kind === 'levels'
      ? `ở mức ${range.replace(/^bằng /, '')}`
      : `thuộc mức ${range}`
  }
  return tier.condition.kind === 'flag' ? `mức «${tier.condition.is ? 'có' : 'không'}»` : 'thuộc mức còn lại'
}
