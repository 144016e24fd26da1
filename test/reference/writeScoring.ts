import { dayText } from './calendar.ts'
import type {
  Condition,
  Deadline,
  Goal,
  Items,
  Notation,
  Part,
  Rule,
  Rulebook,
  Scoring,
  Target,
  Tier,
  Value,
  ZeroAnswer,
} from './model.ts'
import { amountText, awardText, EACH, LEVELS, rangeText, valueText } from './words.ts'

/** The names of the levels of a measure of levels; of others none. */
export function namesOf({ measures }: Rulebook, name: string): readonly string[] {
  const type = measures.find((measure) => measure.name === name)?.type
  return type?.kind === 'levels' ? type.names : []
}

/** What is said of missing facts. */
export function missingLine(policy: 'zero' | 'notApplicable'): string {
  return `chưa có số liệu: ${policy === 'zero' ? '0 điểm' : 'không áp dụng'}`
}

/** How a criterion is scored, a clause a line. */
export function scoringLines(scoring: Scoring, rulebook: Rulebook): readonly string[] {
  const { value, deadline, target, rule, exceptions, missing } = scoring
  const levels = value?.kind === 'plain' ? namesOf(rulebook, value.measure) : []
  return [
    ...(deadline ? [`thời hạn ${deadlineText(deadline)}`] : []),
    ...(value ? [`giá trị = ${valueClause(value)}${value.each ? ` ${EACH[value.each]}` : ''}`] : []),
    ...zeroLines(scoring),
    ...(missing ? [missingLine(missing)] : []),
    ...(target ? [targetLine(target, levels)] : []),
    ...ruleLines(rule, levels, rulebook),
    ...exceptions.flatMap((exception) => [
      `riêng ${LEVELS[exception.level]} "${exception.attribute}"`,
      ...(exception.notApplicable ? ['không áp dụng'] : []),
      ...(exception.target ? [targetLine(exception.target, levels)] : []),
      ...(exception.rule ? ruleLines(exception.rule, levels, rulebook) : []),
    ]),
  ]
}

function deadlineText(deadline: Deadline): string {
  if ('day' in deadline) return `${deadline.kind === 'before' ? 'trước ngày ' : ''}${dayText(deadline.day)}`
  const { kind, year, index } = deadline
  return kind === 'month' ? `tháng ${index}/${year}` : `quý ${['I', 'II', 'III', 'IV'][index - 1]}/${year}`
}

function valueClause(value: Value): string {
  switch (value.kind) {
    case 'plain':
      return value.measure
    case 'quotient':
      return `${value.top} / ${value.bottom}`
    case 'share':
      return `${value.top} / ${amountText(value.outOf)}`
    case 'per':
      return `${value.top} trên ${amountText(value.base)} ${value.bottom}`
    case 'lateness':
      return `số ${value.unit === 'day' ? 'ngày' : 'tháng'} chậm của ${value.measure}`
  }
}

const FIGURES = { best: 'cao nhất trong cụm', average: 'bình quân trong cụm' } as const

function zeroLines({ value, rule, zero, zeroFigure }: Scoring): readonly string[] {
  const line = (divisor: string, answer: ZeroAnswer): string =>
    `khi ${divisor} = 0: ${answer === 'notApplicable' ? 'không áp dụng' : awardText(answer)}`
  return [
    ...(zeroFigure && rule.kind === 'relative' ? [line(FIGURES[rule.to], zeroFigure)] : []),
    ...(zero && value && 'bottom' in value ? [line(value.bottom, zero)] : []),
  ]
}

function targetLine({ notation, goals }: Target, names: readonly string[]): string {
  const written = goals.map(({ goal, years }) => {
    const text = goalText(goal, notation, names)
    if (!years) return text
    const [first, last] = years
    return `năm ${first === last ? first : `${first}-${last}`} ${text}`
  })
  return `chỉ tiêu ${written.join(', ')}`
}

function goalText(goal: Goal, notation: Notation, names: readonly string[]): string {
  if (goal.kind === 'range') return `${valueText(goal.low, notation)}-${valueText(goal.high, notation)}`
  return `${goal.kind === 'most' ? 'không quá ' : ''}${valueText(goal.at, notation, names)}`
}

function ruleLines(rule: Rule, names: readonly string[], rulebook: Rulebook): readonly string[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map((tier) => tierLine(tier, names))
    case 'proportion': {
      const floor = rule.floor ? `, dưới ${valueText(rule.floor, 'percent')} chỉ tiêu thì 0 điểm` : ''
      return [`chấm theo tỷ lệ đạt chỉ tiêu${floor}`]
    }
    case 'relative':
      return [`chấm theo tỷ lệ so với ${FIGURES[rule.to]}`]
    case 'items':
      return [itemsLine(rule)]
    case 'parts':
      return rule.parts.flatMap((part) => partLines(part, rulebook))
  }
}

const SIDES = {
  reached: 'đạt chỉ tiêu',
  missed: 'chưa đạt chỉ tiêu',
  below: 'dưới chỉ tiêu',
  within: 'trong chỉ tiêu',
  above: 'vượt chỉ tiêu',
} as const

function tierLine({ condition, award }: Tier, names: readonly string[]): string {
  return `${conditionText(condition, names)}: ${awardText(award)}`
}

function conditionText(condition: Condition, names: readonly string[]): string {
  switch (condition.kind) {
    case 'range':
      return rangeText(condition, names)
    case 'target':
      return SIDES[condition.side]
    case 'flag':
      return condition.is ? 'có' : 'không'
    case 'rest':
      return 'còn lại'
  }
}

const COUNTED = {
  value: '',
  shortfall: ' thiếu so với chỉ tiêu',
  excess: ' vượt chỉ tiêu',
  deviation: ' lệch so với chỉ tiêu',
} as const

function itemsLine({ step, notation, of, effect, award, limit }: Items): string {
  const verb = effect === 'add' ? 'được' : 'trừ'
  const end = limit ? `, không quá ${awardText(limit)}` : ''
  return `mỗi ${valueText(step, notation)}${COUNTED[of]} ${verb} ${awardText(award)}${end}`
}

function partLines(part: Part, rulebook: Rulebook): readonly string[] {
  if (part.kind === 'flag') return [`cộng ${awardText(part.award)} khi ${part.measure}`]
  const names = namesOf(rulebook, part.measure)
  const lines = part.kind === 'items' ? [itemsLine(part)] : part.tiers.map((tier) => tierLine(tier, names))
  return [`cộng theo ${part.measure}`, ...lines]
}
