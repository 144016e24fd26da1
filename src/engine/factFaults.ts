import { didYouMean } from '#base/didYouMean.ts'
import { type EntrantLevel, LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { contains } from '#base/interval.ts'
import { type Frequency, formatPeriod, periodKey } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { divide, equals, isInteger, ONE } from '#base/rational.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { describeInterval, domainOfMeasure, formatValue, type Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { levelsOfMeasures } from './measureLevels.ts'
import { covers } from './periods.ts'
import { placeOfFact } from './placeOfFact.ts'
import type { Program } from './program.ts'

/** Why the rulebook does not take a fact, looked at by itself; `undefined` where it does. */
export type FaultFinder = (fact: Fact, entrant: Entrant | undefined) => Diagnostic | undefined

/**
 * Holds a fact against the rulebook: its measure, the level it is measured at, its period, its value. `versions` are the
 * rulebook on each day on which it changes.
 */
export function faultFinder(program: Program, versions: readonly Program[]): FaultFinder {
  const levels = levelsOfMeasures(versions)
  return (fact, entrant) => {
    const measure = program.measures.get(fact.measure)
    if (!measure) return unknownMeasure(fact, program)
    return (
      checkLevel(fact, entrant, levels.get(fact.measure)) ??
      checkPeriod(fact, measure, program) ??
      checkValue(fact, measure, program)
    )
  }
}

function unknownMeasure(fact: Fact, program: Program): Diagnostic {
  const near = didYouMean(fact.measure, program.measures.keys())
  return {
    code: 'unknown-measure',
    severity: 'error',
    message: `bộ tiêu chí không có số liệu \`${fact.measure}\``,
    labels: [fact.label('cột measure', 'measure')],
    help: near ? `ý bạn là \`${near}\`?` : 'dùng tên số liệu như trong các dòng «số liệu» của bộ tiêu chí',
  }
}

function checkLevel(
  fact: Fact,
  entrant: Entrant | undefined,
  levels: ReadonlySet<EntrantLevel> | undefined,
): Diagnostic | undefined {
  if (!entrant || !levels || levels.has(entrant.level)) return undefined
  const wanted = [...levels].map((level) => LEVEL_NAMES[level]).join(', ')
  return {
    code: 'level-mismatch',
    severity: 'error',
    message: `số liệu \`${fact.measure}\` đo tại ${wanted}, nhưng \`${entrant.id}\` là ${entrant.kind}`,
    labels: [fact.label('cột entrant', 'entrant')],
    help: 'ghi số liệu cho đối tượng đúng cấp; số của xã được cộng từ các thôn',
  }
}

const FREQUENCIES: Readonly<Record<Frequency, string>> = {
  month: 'hằng tháng, ví dụ 2026-10',
  quarter: 'hằng quý, ví dụ 2026-Q3',
  year: 'hằng năm, ví dụ 2026',
}

function checkPeriod(
  { period, measure: name, label }: Fact,
  measure: Measure,
  program: Program,
): Diagnostic | undefined {
  const { from, to } = program.whole
  const fault = (message: string, help: string): Diagnostic => ({
    code: 'period-mismatch',
    severity: 'error',
    message,
    labels: [label('cột period', 'period')],
    help,
  })
  if (period.frequency !== measure.frequency) {
    return fault(
      `số liệu \`${name}\` không báo cáo theo kỳ ${periodKey(period)}`,
      `số liệu này báo cáo ${FREQUENCIES[measure.frequency]}`,
    )
  }
  if (covers(program.whole, period)) return undefined
  return fault(
    `${formatPeriod(period)} nằm ngoài thời gian của bộ tiêu chí`,
    `bộ tiêu chí chấm số liệu từ ${formatDate(from)} đến ${formatDate(to)}`,
  )
}

function checkValue(
  { value, measure: name, label }: Fact,
  measure: Measure,
  { allowsNotApplicable }: Program,
): Diagnostic | undefined {
  const domain = domainOfMeasure(measure)
  if (!domain || (value.kind === 'notApplicable' && allowsNotApplicable)) return undefined
  const fault = (
    code: 'kind-mismatch' | 'value-out-of-range',
    message: string,
    help: string,
  ): Diagnostic => ({
    code,
    severity: 'error',
    message,
    labels: [label('cột value', 'value')],
    help,
  })
  if (value.kind === 'notApplicable') {
    const help =
      'thêm vào bộ tiêu chí: «không áp dụng: quy đổi về thang điểm» hoặc «không áp dụng: không quy đổi»'
    return fault('kind-mismatch', 'bộ tiêu chí chưa nói phần không áp dụng được tính thế nào', help)
  }
  const wrongKind = (help: string): Diagnostic =>
    fault('kind-mismatch', `giá trị không đúng loại của số liệu \`${name}\``, help)
  if (domain.kind !== 'number') {
    if (domain.kind === value.kind) return undefined
    return wrongKind(domain.kind === 'flag' ? 'ghi «có» hoặc «không»' : 'ghi một ngày như 30/11/2026')
  }
  if (domain.notation.kind === 'levels') {
    const names = domain.notation.names.map((level) => `«${level}»`)
    if (placeOfFact({ value }, measure)) return undefined
    if (value.kind !== 'words') return wrongKind(`ghi một trong các mức: ${names.join(', ')}`)
    const near = didYouMean(value.text, domain.notation.names)
    return fault(
      'value-out-of-range',
      `số liệu \`${name}\` không có mức «${value.text}»`,
      near ? `ý bạn là «${near}»?` : `ghi một trong các mức: ${names.join(', ')}`,
    )
  }
  if (value.kind !== 'number') return wrongKind('ghi một số')
  const percent = domain.notation.kind === 'percent'
  if (value.percent !== percent) {
    return wrongKind(
      percent ? 'số liệu này là tỷ lệ: thêm dấu %, ví dụ 38,2%' : 'số liệu này là số đếm: bỏ dấu %',
    )
  }
  const written = formatValue(value.value, domain.notation)
  if (domain.step && !isInteger(divide(value.value, domain.step))) {
    const whole = equals(domain.step, ONE)
    return fault(
      'value-out-of-range',
      whole ? `${written} không phải số nguyên` : `${written} không phải bội của ${formatExact(domain.step)}`,
      whole
        ? `số liệu \`${name}\` chỉ nhận số nguyên`
        : `số liệu \`${name}\` đi từng bước ${formatExact(domain.step)}`,
    )
  }
  if (contains(domain.interval, value.value)) return undefined
  return fault(
    'value-out-of-range',
    `${written} nằm ngoài khoảng cho phép`,
    `số liệu \`${name}\` nhận giá trị ${describeInterval(domain.interval, domain)}`,
  )
}
