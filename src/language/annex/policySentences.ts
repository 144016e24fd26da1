import { assertNever } from '#base/assertNever.ts'
import { LEVEL_NAMES, type LevelNames } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatDate } from '#base/plainDate.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type {
  Application,
  AttributeDeclaration,
  FactPeriod,
  NotApplicablePolicy,
  Rounding,
  Rulebook,
  Scale,
} from '../ast.ts'
import { nodesOf } from '../visit.ts'
import { missingSentence } from './criterionSentences.ts'
import { marked, sentence } from './words.ts'

/** What holds for the whole rulebook, in the order it is read; what holds by default is said too. */
export function policySentences(rulebook: Rulebook): readonly string[] {
  const { application, factPeriod, scale, criterionRounding, totalRounding } = rulebook
  const { missingPolicy, notApplicablePolicy, leadPolicy, attributes } = rulebook
  const { levels, levelNames } = application ?? { levels: [], levelNames: LEVEL_NAMES }
  return [
    ...(application ? [applicationSentence(application)] : []),
    ...levelSentences(levels, levelNames, leadPolicy, isMeasuredAtUnits(rulebook)),
    ...attributes.map((attribute) => attributeSentence(attribute, levelNames)),
    ...(factPeriod ? [factPeriodSentence(factPeriod)] : []),
    ...(scale ? [scaleSentence(scale, outsideScale(rulebook))] : []),
    ...(criterionRounding ? [roundingSentence(criterionRounding)] : []),
    roundingSentence(totalRounding ?? { kind: 'totalRounding', places: 2, method: 'halfUp' }),
    missingSentence(missingPolicy ?? { counts: 'zero' }),
    ...(notApplicablePolicy ? [notApplicableSentence(notApplicablePolicy, scale)] : []),
    ...(hasLatest(rulebook)
      ? ['Cách tính điểm không nói khác thì lấy số liệu của kỳ báo cáo mới nhất.']
      : []),
  ]
}

function applicationSentence({ levels, levelNames, range }: Application): string {
  const whom = listText(levels.map((level) => levelNames[level]))
  return `Áp dụng cho ${whom}, từ ngày ${formatDate(range.from)} đến ngày ${formatDate(range.to)}.`
}

/** Who is scored on what, where more than one level is. */
function levelSentences(
  levels: Application['levels'],
  levelNames: LevelNames,
  leadPolicy: Rulebook['leadPolicy'],
  measuredAtUnits: boolean,
): readonly string[] {
  if (levels.length < 2) return []
  const { commune } = levelNames
  const below = levels.filter((level) => level !== 'commune')
  const own = below
    .filter((level) => !(leadPolicy && level === 'unit'))
    .map((level) => levelNames[level])
    .map((name) => sentence(`${name} được chấm theo các tiêu chí đo tại ${name}`))
  const names = listText(
    below.map((level) => levelNames[level]),
    'hoặc',
  )
  const whole = levels.includes('commune')
    ? [
        sentence(
          `${commune} được chấm theo mọi tiêu chí; ở tiêu chí đo tại ${names}, số liệu của ${commune} là số liệu cộng lại`,
        ),
      ]
    : []
  const besides = measuredAtUnits ? ', và theo các tiêu chí đo tại đơn vị' : ''
  const led = leadPolicy
    ? [sentence(`đơn vị được chấm theo điểm của ${commune} ở các tiêu chí do đơn vị chủ trì${besides}`)]
    : []
  return [...own, ...whole, ...led]
}

function isMeasuredAtUnits(rulebook: Rulebook): boolean {
  return nodesOf(rulebook).some((node) => node.kind === 'criterion' && node.level?.level === 'unit')
}

function attributeSentence({ level, names }: AttributeDeclaration, levelNames: LevelNames): string {
  return `Đặc điểm của ${levelNames[level]} được xét riêng: ${names.map(({ text }) => text).join(', ')}.`
}

function factPeriodSentence({ range }: FactPeriod): string {
  if (!range) return 'Mỗi năm chấm theo số liệu của năm đó.'
  return `Chấm theo số liệu từ ngày ${formatDate(range.from)} đến ngày ${formatDate(range.to)}.`
}

function scaleSentence({ points, tentative }: Scale, outside: readonly string[]): string {
  const apart = outside.length > 0 ? `; ${listText(outside)} tính ngoài thang điểm` : ''
  return `${marked(`Thang điểm ${formatExact(points.value)}`, tentative)}${apart}.`
}

function outsideScale(rulebook: Rulebook): readonly string[] {
  const roles = new Set(nodesOf(rulebook).map(({ maximum }) => maximum?.role))
  return [...(roles.has('bonus') ? ['điểm thưởng'] : []), ...(roles.has('penalty') ? ['điểm trừ'] : [])]
}

function roundingSentence({ kind, places, method }: Pick<Rounding, 'kind' | 'places' | 'method'>): string {
  const what = kind === 'totalRounding' ? 'Tổng điểm' : 'Điểm từng tiêu chí'
  const precision = places === 0 ? 'số nguyên' : `${places} chữ số thập phân`
  return `${what} làm tròn đến ${precision}, ${methodPhrase(method)}.`
}

function methodPhrase(method: RoundingMethod): string {
  switch (method) {
    case 'halfUp':
      return 'phần lẻ từ một nửa trở lên làm tròn lên'
    case 'halfEven':
      return 'phần lẻ đúng một nửa làm tròn về số chẵn'
    case 'down':
      return 'luôn làm tròn xuống'
    case 'up':
      return 'luôn làm tròn lên'
    default:
      return assertNever(method)
  }
}

function notApplicableSentence({ redistribute }: NotApplicablePolicy, scale: Scale | undefined): string {
  const left = 'Tiêu chí không áp dụng thì không tính vào điểm tối đa'
  switch (redistribute) {
    case 'scale':
      return `${left}; điểm của các tiêu chí còn lại quy đổi về thang điểm${scale ? ` ${formatExact(scale.points.value)}` : ''}.`
    case 'group':
      return `${left}; điểm của các tiêu chí còn lại trong nhóm quy đổi về điểm tối đa của nhóm.`
    case 'none':
      return `${left}; điểm không quy đổi.`
    default:
      return assertNever(redistribute)
  }
}

function hasLatest({ measures }: Rulebook): boolean {
  return measures.some(({ aggregation, frequency }) => aggregation === 'latest' && frequency !== 'year')
}
