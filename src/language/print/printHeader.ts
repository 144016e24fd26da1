import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import type {
  Acceptance,
  DateRange,
  MissingPolicy,
  Redistribution,
  Rounding,
  Rulebook,
  Words,
} from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { indent } from './indent.ts'
import { printAmount } from './printPoints.ts'

/** What opens a rulebook: its name and all that is said of it as a whole. */
export function printHeader(rulebook: Rulebook): readonly string[] {
  const { title, code, version, application, factPeriod, attributes, scale } = rulebook
  const { totalRounding, criterionRounding, missingPolicy, notApplicablePolicy } = rulebook
  const body = [
    ...printTexts('căn cứ', rulebook.citations),
    ...printTexts('ghi chú', rulebook.notes),
    ...printAcceptances(rulebook.acceptances),
    ...(application
      ? [
          `áp dụng cho ${application.levels.map((level) => application.levelNames[level]).join(', ')} ${printDates(application.range)}`,
        ]
      : []),
    ...(factPeriod ? [`kỳ số liệu ${factPeriod.range ? printDates(factPeriod.range) : 'từng năm'}`] : []),
    ...attributes.map(
      ({ level, names }) => `đặc điểm ${LEVEL_NAMES[level]} ${names.map(inQuotes).join(', ')}`,
    ),
    ...(scale ? [`thang điểm ${printAmount(scale.points)}${scale.tentative ? ' dự kiến' : ''}`] : []),
    ...(totalRounding ? [printRounding(totalRounding)] : []),
    ...(criterionRounding ? [printRounding(criterionRounding)] : []),
    ...(missingPolicy ? [printMissingPolicy(missingPolicy)] : []),
    ...(notApplicablePolicy ? [`không áp dụng: ${REDISTRIBUTION[notApplicablePolicy.redistribute]}`] : []),
    ...(rulebook.leadPolicy ? ['đơn vị được chấm theo các tiêu chí chủ trì'] : []),
  ]
  return [`bộ tiêu chí ${quoted(title.text)} mã ${code.text} phiên bản ${version.text}`, ...indent(body)]
}

/** `căn cứ "…"`, a line for each text. */
export function printTexts(keyword: string, texts: readonly Words[]): readonly string[] {
  return texts.map((text) => `${keyword} ${inQuotes(text)}`)
}

/** `chấp nhận cảnh báo cliff vì "…"`, a line for each. */
export function printAcceptances(acceptances: readonly Acceptance[]): readonly string[] {
  return acceptances.map(({ code, reason }) => `chấp nhận cảnh báo ${code.text} vì ${inQuotes(reason)}`)
}

/** `chưa có số liệu: 0 điểm`. */
export function printMissingPolicy({ counts }: MissingPolicy): string {
  return `chưa có số liệu: ${counts === 'zero' ? '0 điểm' : 'không áp dụng'}`
}

function printRounding({ kind, places, method }: Rounding): string {
  const what = kind === 'totalRounding' ? 'tổng điểm' : 'từng tiêu chí'
  return `làm tròn ${what} ${places} chữ số, ${METHODS[method]}`
}

const METHODS: Readonly<Record<RoundingMethod, string>> = {
  halfUp: 'nửa làm tròn lên',
  halfEven: 'nửa làm tròn về số chẵn',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
}

const REDISTRIBUTION: Readonly<Record<Redistribution, string>> = {
  scale: 'quy đổi về thang điểm',
  group: 'quy đổi trong nhóm',
  none: 'không quy đổi',
}

function printDates({ from, to }: DateRange): string {
  return `từ ${formatDate(from)} đến ${formatDate(to)}`
}

function inQuotes({ text }: Words): string {
  return quoted(text)
}
