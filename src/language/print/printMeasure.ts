import { formatExact } from '#base/formatNumber.ts'
import type { Frequency } from '#base/period.ts'
import type { AbsentPeriod, Aggregation, Measure, MeasureType } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { printAmount } from './printPoints.ts'

/** The declaration of a measure; what holds without being said is said only where it helps the reader. */
export function printMeasure(measure: Measure): string {
  const { name, title, type, frequency, low, high, step, partOf, absentPeriod, sources } = measure
  const said = [
    ...(type ? [printType(type)] : []),
    OFTEN[frequency],
    ...gathered(measure),
    ...(low ? [`từ ${printAmount(low)}${high ? ` đến ${printAmount(high)}` : ''}`] : []),
    ...(step ? [`bước ${printAmount(step)}`] : []),
    ...(partOf ? [`là một phần của ${partOf.text}`] : []),
    ...ABSENT[absentPeriod],
    ...(measure.evidenceRequired ? ['minh chứng bắt buộc'] : []),
    ...(measure.trackedOnly ? ['chỉ theo dõi'] : []),
    ...sources.map(({ text }) => `nguồn ${quoted(text)}`),
  ]
  return `số liệu ${name.text} ${quoted(title.text)}: ${said.join(', ')}`
}

function printType(type: MeasureType): string {
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
      return `mức ${type.names.map(({ text }) => quoted(text)).join(' rồi ')}`
    case 'date':
      return 'ngày'
  }
}

const OFTEN: Readonly<Record<Frequency, string>> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  year: 'hằng năm',
}

/** Of facts that come once a year the newest is the only one, which needs no word. */
function gathered({ frequency, aggregation }: Measure): readonly string[] {
  return frequency === 'year' && aggregation === 'latest' ? [] : [GATHERED[aggregation]]
}

const GATHERED: Readonly<Record<Aggregation, string>> = {
  sum: 'cộng dồn',
  average: 'bình quân',
  least: 'nhỏ nhất',
  greatest: 'lớn nhất',
  latest: 'mới nhất',
}

const ABSENT: Readonly<Record<AbsentPeriod, readonly string[]>> = {
  missing: [],
  zero: ['kỳ thiếu tính 0'],
  skipped: ['bỏ qua kỳ thiếu'],
}
