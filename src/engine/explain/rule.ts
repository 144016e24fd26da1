import { assertNever } from '#base/assertNever.ts'
import { describeInterval, formatValue, type NumberDomain } from '#language/index.ts'
import type { Leaf, ProgramTier } from '../program.ts'
import { pointsText } from './words.ts'

/** How a criterion gives points, a line a case, as the rulebook says it: `từ 75% đến dưới 86%: 4,5 điểm`. */
export function describeRule({ value, rule, maximum }: Leaf): readonly string[] {
  const domain = value && value.kind !== 'flag' ? value.domain : undefined
  switch (rule.kind) {
    case 'proportion': {
      const target = domain ? formatValue(rule.target, domain.notation) : ''
      return [`theo tỷ lệ đạt chỉ tiêu ${target}, tối đa ${pointsText(maximum)} điểm`]
    }
    case 'tiers':
      return rule.tiers.map((tier) => describeTier(tier, domain))
    case 'parts':
      return rule.parts.flatMap((part) => {
        const title = `«${part.measure.title.text}»`
        if (part.kind === 'flag') return [`có ${title}: cộng ${pointsText(part.points)} điểm`]
        return part.tiers.map((tier) => `${title} ${describeTier(tier, part.domain)}`)
      })
    default:
      return assertNever(rule)
  }
}

function describeTier(
  { interval, condition, points }: ProgramTier,
  domain: NumberDomain | undefined,
): string {
  const given = `${pointsText(points)} điểm`
  if (interval && domain) return `${describeInterval(interval, domain)}: ${given}`
  return `${condition.kind === 'flag' ? (condition.is ? 'có' : 'không') : 'còn lại'}: ${given}`
}
