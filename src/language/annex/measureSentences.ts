import { assertNever } from '#base/assertNever.ts'
import { formatExact } from '#base/formatNumber.ts'
import type { AbsentPeriod, Aggregation, Measure } from '../ast.ts'
import { type Names, quotedMeasure } from './names.ts'
import { unitOfMeasure } from './units.ts'
import { amountText, PERIODS } from './words.ts'

/** What is counted in: `bài`, `%`, `có/không`, `điểm (thang 20)`. */
export function measureKind({ type }: Measure): string {
  switch (type?.kind) {
    case undefined:
      return ''
    case 'count':
    case 'money':
      return type.unit
    case 'ratio':
      return '%'
    case 'index':
      return 'chỉ số'
    case 'score':
      return `điểm (thang ${formatExact(type.outOf)})`
    case 'flag':
      return 'có/không'
    case 'levels':
      return `mức: ${type.names.map(({ text }) => text).join(' < ')}`
    case 'date':
      return 'ngày tháng năm'
    default:
      return assertNever(type)
  }
}

/** `hằng tháng`, and how the periods are gathered: `hằng tháng, cộng dồn`. */
export function measureFrequency({ frequency, aggregation }: Measure): string {
  return `hằng ${PERIODS[frequency]}, ${AGGREGATIONS[aggregation]}`
}

const AGGREGATIONS: Readonly<Record<Aggregation, string>> = {
  sum: 'cộng dồn',
  average: 'bình quân',
  least: 'số nhỏ nhất',
  greatest: 'số lớn nhất',
  latest: 'số mới nhất',
}

/** What else whoever reports it must know: its bounds, what it is a part of, proof, periods without a fact. */
export function measureRemarks(measure: Measure, names: Names): readonly string[] {
  const { type, step, partOf, absentPeriod, frequency, evidenceRequired, trackedOnly } = measure
  const absent = absentPhrase(absentPeriod, PERIODS[frequency])
  return [
    ...(type?.kind === 'count' && !type.integer ? ['số thập phân'] : []),
    ...boundsPhrase(measure),
    ...(step ? [`là bội số của ${amountText(step, '')}`] : []),
    ...(partOf ? [`là một phần của ${quotedMeasure(partOf, names)}`] : []),
    ...(absent ? [absent] : []),
    ...(evidenceRequired ? ['phải có minh chứng'] : []),
    ...(trackedOnly ? ['chỉ theo dõi, không chấm điểm'] : []),
  ]
}

function boundsPhrase(measure: Measure): readonly string[] {
  const { low, high } = measure
  const unit = unitOfMeasure(measure)
  if (low && high) return [`từ ${amountText(low, '')} đến ${amountText(high, unit)}`]
  if (low) return [`từ ${amountText(low, unit)} trở lên`]
  return high ? [`không quá ${amountText(high, unit)}`] : []
}

function absentPhrase(absent: AbsentPeriod, period: string): string | undefined {
  switch (absent) {
    case 'missing':
      return undefined
    case 'zero':
      return `${period} không báo cáo tính là 0`
    case 'skipped':
      return `bỏ qua ${period} không báo cáo`
    default:
      return assertNever(absent)
  }
}
