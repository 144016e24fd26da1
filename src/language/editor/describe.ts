import { formatExact } from '#base/formatNumber.ts'
import type { Amount, Criterion, Group, Maximum, Measure, MeasureType } from '../ast.ts'
import { formatPercentExact } from './tierText.ts'

const FREQUENCY = { month: 'hằng tháng', quarter: 'hằng quý', year: 'hằng năm' } as const

const GATHERED = {
  sum: 'cộng dồn',
  average: 'bình quân các kỳ',
  least: 'lấy kỳ nhỏ nhất',
  greatest: 'lấy kỳ lớn nhất',
  latest: 'lấy kỳ mới nhất',
} as const

const ABSENT = { missing: undefined, zero: 'kỳ thiếu tính 0', skipped: 'bỏ qua kỳ thiếu' } as const

/** The declaration of a measure in words: `số nguyên lần, báo cáo hằng tháng, cộng dồn, từ 0 đến 62`. */
export function describeMeasure(measure: Measure): string {
  const { type, frequency, aggregation, low, high, step, partOf, absentPeriod } = measure
  const said = [
    type ? describeType(type) : 'chưa hiểu được khai báo',
    `báo cáo ${FREQUENCY[frequency]}`,
    GATHERED[aggregation],
    describeBounds(low, high),
    step && `bước ${amountText(step)}`,
    partOf && `là một phần của ${partOf.text}`,
    ABSENT[absentPeriod],
    measure.evidenceRequired && 'minh chứng bắt buộc',
    measure.trackedOnly && 'chỉ theo dõi, không chấm điểm',
  ]
  return said.filter((text) => typeof text === 'string').join(', ')
}

function describeType(type: MeasureType): string {
  switch (type.kind) {
    case 'count':
      return `${type.integer ? 'số nguyên' : 'số thập phân'} ${type.unit}`
    case 'money':
      return `số tiền ${type.unit}`
    case 'ratio':
      return 'tỷ lệ'
    case 'index':
      return 'chỉ số'
    case 'score':
      return `điểm theo thang ${formatExact(type.outOf)}`
    case 'flag':
      return 'có/không'
    case 'levels':
      return `mức từ thấp đến cao: ${type.names.map(({ text }) => `"${text}"`).join(', ')}`
    case 'date':
      return 'ngày'
  }
}

function describeBounds(low: Amount | undefined, high: Amount | undefined): string | undefined {
  if (!low) return undefined
  return high ? `từ ${amountText(low)} đến ${amountText(high)}` : `từ ${amountText(low)}`
}

function amountText({ value, percent }: Amount): string {
  return percent ? formatPercentExact(value) : formatExact(value)
}

/** What a group or criterion is worth: `tối đa 10 điểm`, `điểm thưởng, tối đa 2 điểm dự kiến`. */
export function describeMaximum(maximum: Maximum | undefined): string {
  if (!maximum) return 'chưa hiểu được điểm tối đa'
  const { points, role, tentative } = maximum
  const words = { scale: 'tối đa', bonus: 'điểm thưởng, tối đa', penalty: 'điểm trừ, tối đa' }[role]
  return `${words} ${formatExact(points.value)} điểm${tentative ? ' dự kiến' : ''}`
}

/** `nhóm II`, `tiêu chí 5`. */
export function nameOf({ kind, code }: Pick<Group | Criterion, 'kind' | 'code'>): string {
  return `${kind === 'group' ? 'nhóm' : 'tiêu chí'} ${code.text}`
}
