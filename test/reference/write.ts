import { dayText } from './calendar.ts'
import type {
  ClassLine,
  Condition,
  Deadline,
  Goal,
  Items,
  Key,
  Measure,
  Node,
  Notation,
  Part,
  Rounding,
  Rule,
  Rulebook,
  Scoring,
  Target,
  Tier,
  Value,
} from './model.ts'
import {
  amountText,
  awardText,
  COMBINATIONS,
  EACH,
  FREQUENCIES,
  GATHERINGS,
  LEVELS,
  ROLES,
  rangeText,
  testText,
  valueText,
} from './words.ts'

/** The text of the rulebook, a clause a line. */
export function writeRulebook(rulebook: Rulebook): string {
  const scopes = new Map(allNodes(rulebook.nodes).map(({ code, kind }) => [code, SCOPES[kind]]))
  const names = (measure: string) => namesOf(rulebook, measure)
  const lines = [
    'bộ tiêu chí "Thử" mã thu phiên bản 2026.1',
    ...headLines(rulebook),
    ...rulebook.measures.map(measureLine),
    ...rulebook.nodes.flatMap((node) => nodeLines(node, rulebook)),
    ...rulebook.knockOuts.map((test) => `không xếp hạng khi ${testText(test, scopes, names)}`),
    ...rankingLines(rulebook, scopes),
    ...(rulebook.classes.length > 0 ? ['xếp loại'] : []),
    ...rulebook.classes.map((line) => classLine(line, (test) => testText(test, scopes, names))),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const SCOPES = { group: 'nhóm', criterion: 'tiêu chí', subCriterion: 'tiêu chí thành phần' } as const

function allNodes(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)])
}

function namesOf({ measures }: Rulebook, name: string): readonly string[] {
  const type = measures.find((measure) => measure.name === name)?.type
  return type?.kind === 'levels' ? type.names : []
}

function headLines(rulebook: Rulebook): readonly string[] {
  const { levels, from, to, factPeriod, attributes, scale, missing, notApplicable } = rulebook
  return [
    `áp dụng cho ${levels.map((level) => LEVELS[level]).join(', ')} từ ${dayText(from)} đến ${dayText(to)}`,
    ...(factPeriod === 'own' ? [] : factPeriod === 'yearly' ? ['kỳ số liệu từng năm'] : []),
    ...(typeof factPeriod === 'object'
      ? [`kỳ số liệu từ ${dayText(factPeriod.from)} đến ${dayText(factPeriod.to)}`]
      : []),
    ...attributes.map(({ level, name }) => `đặc điểm ${LEVELS[level]} "${name}"`),
    `thang điểm ${amountText(scale)}`,
    ...roundingLines('làm tròn tổng điểm', rulebook.totalRounding),
    ...roundingLines('làm tròn từng tiêu chí', rulebook.criterionRounding),
    ...(missing ? [missingLine(missing)] : []),
    `không áp dụng: ${NOT_APPLICABLE[notApplicable]}`,
    ...(rulebook.unitsByLead ? ['đơn vị được chấm theo các tiêu chí chủ trì'] : []),
  ]
}

const NOT_APPLICABLE = {
  toScale: 'quy đổi về thang điểm',
  inGroup: 'quy đổi trong nhóm',
  asIs: 'không quy đổi',
} as const
const METHODS = {
  halfUp: 'nửa làm tròn lên',
  halfEven: 'nửa làm tròn về số chẵn',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
} as const

function roundingLines(what: string, rounding: Rounding | undefined): readonly string[] {
  if (!rounding) return []
  const { places, method } = rounding
  return [`${what} ${places} chữ số${method ? `, ${METHODS[method]}` : ''}`]
}

function missingLine(policy: 'zero' | 'notApplicable'): string {
  return `chưa có số liệu: ${policy === 'zero' ? '0 điểm' : 'không áp dụng'}`
}

function measureLine(measure: Measure): string {
  const { name, type, frequency, gathering, low, high, step, partOf, absent, needsEvidence } = measure
  const notation = type.kind === 'ratio' ? 'percent' : 'number'
  const attributes = [
    FREQUENCIES[frequency],
    GATHERINGS[gathering],
    low && `từ ${valueText(low, notation)}${high ? ` đến ${valueText(high, notation)}` : ''}`,
    step && `bước ${valueText(step, notation)}`,
    partOf && `là một phần của ${partOf}`,
    absent && (absent === 'zero' ? 'kỳ thiếu tính 0' : 'bỏ qua kỳ thiếu'),
    needsEvidence && 'minh chứng bắt buộc',
  ]
  return `số liệu ${name} "${name}": ${[typeText(type), ...attributes].filter((text) => text).join(', ')}`
}

function typeText(type: Measure['type']): string {
  switch (type.kind) {
    case 'integer':
      return `số nguyên ${type.unit}`
    case 'decimal':
      return `số thập phân ${type.unit}`
    case 'money':
      return `số tiền ${type.unit}`
    case 'survey':
      return `điểm theo thang ${amountText(type.outOf)}`
    case 'levels':
      return `mức ${type.names.map((name) => `"${name}"`).join(' rồi ')}`
    default:
      return { ratio: 'tỷ lệ', index: 'chỉ số', flag: 'có/không', day: 'ngày' }[type.kind]
  }
}

function nodeLines(node: Node, rulebook: Rulebook): readonly string[] {
  const { kind, code, maximum, role, combination, level, lead, scoring, children } = node
  const capped = scoring?.capped ? ', không vượt quá điểm tối đa' : ''
  return [
    `${SCOPES[kind]} ${code} "${code}" ${ROLES[role]} ${amountText(maximum)} điểm${COMBINATIONS[combination]}${capped}`,
    ...(lead ? [`chủ trì "${lead}"`] : []),
    ...(level ? [`đo tại ${LEVELS[level]}`] : []),
    ...(scoring ? scoringLines(scoring, rulebook) : []),
    ...children.flatMap((child) => nodeLines(child, rulebook)),
  ]
}

function scoringLines(scoring: Scoring, rulebook: Rulebook): readonly string[] {
  const { value, deadline, zero, target, rule, exceptions, missing } = scoring
  const levels = value?.kind === 'plain' ? namesOf(rulebook, value.measure) : []
  return [
    ...(deadline ? [`thời hạn ${deadlineText(deadline)}`] : []),
    ...(value ? [`giá trị = ${valueClause(value)}${value.each ? ` ${EACH[value.each]}` : ''}`] : []),
    ...(zero ? [zeroLine(scoring, zero)] : []),
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

function zeroLine({ value, rule }: Scoring, zero: NonNullable<Scoring['zero']>): string {
  const answer = zero === 'notApplicable' ? 'không áp dụng' : awardText(zero)
  if (rule.kind === 'relative') return `khi ${FIGURES[rule.to]} = 0: ${answer}`
  return `khi ${value && 'bottom' in value ? value.bottom : ''} = 0: ${answer}`
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

function rankingLines({ ranking }: Rulebook, scopes: ReadonlyMap<string, string>): readonly string[] {
  if (!ranking) return []
  const { scope, keys, ties } = ranking
  const where = scope === undefined ? '' : scope === 'all' ? ' chung các cụm' : ' trong từng cụm'
  const last = { skip: '', next: ', hạng sau liền kề', mean: ', lấy hạng trung bình' }[ties]
  const key = (one: Key) =>
    one.kind === 'node' ? `điểm ${scopes.get(one.code)} ${one.code}` : KEYS[one.kind]
  return [`xếp hạng${where} theo ${keys.map(key).join(', rồi ')}, vẫn bằng thì đồng hạng${last}`]
}

const KEYS = {
  total: 'tổng điểm',
  roundedTotal: 'tổng điểm đã làm tròn',
  penalty: 'ít điểm trừ hơn',
  bonus: 'nhiều điểm thưởng hơn',
} as const

function classLine(
  { title, range, tests, quota }: ClassLine,
  write: (test: ClassLine['tests'][number]) => string,
) {
  const conditions = tests.map((test) => `, khi ${write(test)}`).join('')
  const ties = quota?.atTheEdge === 'all' ? 'bằng nhau thì cùng được' : 'bằng nhau thì cùng không được'
  const most = quota
    ? `, không quá ${valueText(quota.share, 'percent')} số ${LEVELS[quota.level]}, ${ties}`
    : ''
  return `"${title}" ${classRangeText(range)}${conditions}${most}`
}

function classRangeText(range: ClassLine['range']): string {
  if (!range) return 'còn lại'
  const { low, high } = range
  if (!low) return `${high?.included ? 'không quá' : 'dưới'} ${high ? amountText(high.at) : ''} điểm`
  const start = `${low.included ? 'từ' : 'trên'} ${amountText(low.at)}`
  if (high) return `${start} ${high.included ? 'đến' : 'đến dưới'} ${amountText(high.at)} điểm`
  return `${start} điểm${low.included ? ' trở lên' : ''}`
}
