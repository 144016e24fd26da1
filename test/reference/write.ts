import { dayText } from './calendar.ts'
import type { ClassLine, Key, Measure, Node, Rounding, Rulebook } from './model.ts'
import {
  amountText,
  COMBINATIONS,
  FREQUENCIES,
  GATHERINGS,
  LEVELS,
  ROLES,
  testText,
  valueText,
} from './words.ts'
import { missingLine, namesOf, scoringLines } from './writeScoring.ts'

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
