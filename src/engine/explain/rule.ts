import { assertNever } from '#base/assertNever.ts'
import { equals, ONE } from '#base/rational.ts'
import { describeInterval, formatValue, type NumberDomain, notationUnit } from '#language/index.ts'
import type {
  Leaf,
  ProgramException,
  ProgramItems,
  ProgramPart,
  ProgramRule,
  ProgramTier,
} from '../program.ts'
import { pointsText } from './words.ts'

/** How a criterion gives points, a line a case, as the rulebook says it: `từ 75% đến dưới 86%: 4,5 điểm`. */
export function describeRule(leaf: Leaf): readonly string[] {
  const { value, rule, exceptions } = leaf
  const each = value?.each ? [`chấm từng ${EACH[value.each]}, lấy bình quân điểm`] : []
  return [
    ...each,
    ...describe(rule, leaf),
    ...exceptions.flatMap((exception) => describeException(exception, leaf)),
  ]
}

const EACH = { month: 'tháng', quarter: 'quý', year: 'năm' } as const

function describeException({ attribute, rule }: ProgramException, leaf: Leaf): readonly string[] {
  const lines = rule === 'notApplicable' ? ['không áp dụng'] : describe(rule, leaf)
  return lines.map((line) => `riêng «${attribute}»: ${line}`)
}

function describe(rule: ProgramRule, { value, maximum }: Leaf): readonly string[] {
  const domain = value && value.kind !== 'flag' ? value.domain : undefined
  const most = `tối đa ${pointsText(maximum)} điểm`
  const format = (amount: Parameters<typeof formatValue>[0]): string =>
    domain ? formatValue(amount, domain.notation) : ''
  switch (rule.kind) {
    case 'proportion': {
      const floor = rule.floor ? `; dưới ${format(rule.floor)}: 0 điểm` : ''
      return [`theo tỷ lệ đạt chỉ tiêu ${format(rule.target)}, ${most}${floor}`]
    }
    case 'relative': {
      const to = rule.to === 'best' ? 'mức cao nhất trong cụm' : 'bình quân trong cụm'
      return [`theo tỷ lệ so với ${to}, ${most}`]
    }
    case 'perItem':
      return [describeItems(rule.items, domain)]
    case 'tiers':
      return rule.tiers.map((tier) => describeTier(tier, domain))
    case 'parts':
      return rule.parts.flatMap(describePart)
    default:
      return assertNever(rule)
  }
}

function describePart(part: ProgramPart): readonly string[] {
  const title = `«${part.measure.title.text}»`
  switch (part.kind) {
    case 'flag':
      return [`có ${title}: cộng ${pointsText(part.points)} điểm`]
    case 'tiers':
      return part.tiers.map((tier) => `${title} ${describeTier(tier, part.domain)}`)
    case 'items':
      return [`${title} ${describeItems(part.items, part.domain)}`]
  }
}

const FROM = {
  value: '',
  shortfall: ' thiếu so với chỉ tiêu',
  excess: ' vượt chỉ tiêu',
  deviation: ' lệch so với chỉ tiêu',
} as const

function describeItems(
  { step, of, target, effect, award, limit }: ProgramItems,
  domain: NumberDomain | undefined,
): string {
  if (!domain) return ''
  const format = (amount: typeof step): string => formatValue(amount, domain.notation)
  const unit = notationUnit(domain.notation)
  const item = equals(step, ONE) && unit !== '' ? unit : format(step)
  const range = target
    ? ` ${equals(target.low, target.high) ? format(target.low) : `${format(target.low)} đến ${format(target.high)}`}`
    : ''
  const verb = effect === 'add' ? 'được' : 'trừ'
  const most = limit ? `, không quá ${pointsText(limit)} điểm` : ''
  return `mỗi ${item}${FROM[of]}${range} ${verb} ${pointsText(award)} điểm${most}`
}

function describeTier(
  { interval, condition, points }: ProgramTier,
  domain: NumberDomain | undefined,
): string {
  const given = `${pointsText(points)} điểm`
  if (interval && domain) return `${describeInterval(interval, domain)}: ${given}`
  return `${condition.kind === 'flag' ? (condition.is ? 'có' : 'không') : 'còn lại'}: ${given}`
}
