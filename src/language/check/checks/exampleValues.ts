import { formatExact } from '#base/formatNumber.ts'
import { contains } from '#base/interval.ts'
import { compare, divide, equals, isInteger, ONE, type Rational } from '#base/rational.ts'
import type { Criterion, Given, Measure } from '../../ast.ts'
import { describeInterval } from '../../describeInterval.ts'
import {
  type Domain,
  domainOfTotal,
  formatValue,
  isAmount,
  type NumberDomain,
  placeOfLevel,
} from '../../domain.ts'
import { isRolledUp, measureNamed } from '../../symbols.ts'
import { type CheckContext, reportError, reportMismatch } from '../context.ts'
import { fitsAmount, fitsUnit } from '../tierTables.ts'
import { describeNotation } from '../wording.ts'

export type GivenMeasure = Extract<Given, { kind: 'measure' }>

/** Reports a value of another kind than the measure's, or one that it cannot have where the criteria judge it. */
export function checkGivenValue(
  context: CheckContext,
  given: GivenMeasure,
  criteria: readonly Criterion[],
): void {
  const measure = measureNamed(context.symbols, given.measure)
  if (!measure?.type) return
  if (given.each && given.each !== measure.frequency) {
    reportOtherPeriod(context, given, measure)
    return
  }
  // The same name may stand for a year's total in one criterion and for one month in another.
  const used = criteria.flatMap((criterion) => domainsOf(measure, criterion, given, context))
  const domains = used.length > 0 ? used : [domainOfTotal(measure, context.symbols, false, given.each)]
  for (const domain of domains) {
    if (domain && checkInDomain(context, given, measure, domain)) return
  }
}

/** What the measure comes to in the criterion, as often as it is used there in different ways. */
function domainsOf(
  measure: Measure,
  criterion: Criterion,
  { each }: GivenMeasure,
  { symbols }: CheckContext,
): (Domain | undefined)[] {
  const { value, rule, exceptions } = criterion
  const sides = value
    ? [value.numerator, ...(value.denominator && !isAmount(value.denominator) ? [value.denominator] : [])]
    : []
  const parts = [rule, ...exceptions.map((exception) => exception.rule)].flatMap((one) =>
    one?.kind === 'parts' ? one.parts.map((part) => part.measure) : [],
  )
  const isNamed = ({ text }: { readonly text: string }): boolean => text === measure.name.text
  const rolledUp = isRolledUp(symbols, criterion)
  return [
    ...(sides.some(isNamed) ? [domainOfTotal(measure, symbols, rolledUp, each ?? value?.each)] : []),
    ...(parts.some(isNamed) ? [domainOfTotal(measure, symbols, rolledUp, each)] : []),
  ]
}

const OFTEN = { month: 'hằng tháng', quarter: 'hằng quý', year: 'hằng năm' } as const
const EACH = { month: 'mỗi tháng', quarter: 'mỗi quý', year: 'mỗi năm' } as const

function reportOtherPeriod(
  context: CheckContext,
  { measure, each, span }: GivenMeasure,
  declared: Measure,
): void {
  reportMismatch(
    context,
    `số liệu \`${measure.text}\` không báo cáo theo kỳ này`,
    [
      [span, each ? `cho theo «${EACH[each]}»` : 'kỳ này'],
      [declared.span, `báo cáo ${OFTEN[declared.frequency]}`],
    ],
    `viết «${measure.text} ${EACH[declared.frequency]} = …», hoặc «${measure.text} = …» cho cả thời gian chấm`,
  )
}

/** Whether something was reported. */
function checkInDomain(
  context: CheckContext,
  given: GivenMeasure,
  measure: Measure,
  domain: Domain,
): boolean {
  const { value, span } = given
  const mismatch = (): true => {
    reportMismatch(context, `giá trị không đúng loại của số liệu \`${measure.name.text}\``, [
      [span, describeNotation(domain)],
      [measure.span, 'khai báo ở đây'],
    ])
    return true
  }
  switch (value.kind) {
    case 'missing':
      return false
    case 'notApplicable':
      return checkNotApplicable(context, given)
    case 'flag':
    case 'date':
      return domain.kind === value.kind ? false : mismatch()
    case 'level':
      if (domain.kind !== 'number' || domain.notation.kind !== 'levels') return mismatch()
      return placeOfLevel(value.name.text, domain)
        ? false
        : reportUnknownLevel(context, value.name, measure, domain)
    case 'amount':
      if (domain.kind !== 'number' || !fitsAmount(value.amount, domain) || !fitsUnit(value.unit, domain))
        return mismatch()
      return checkNumber(context, given, value.amount.value, measure, domain)
  }
}

function checkNotApplicable(context: CheckContext, { span }: GivenMeasure): boolean {
  if (context.rulebook.notApplicablePolicy) return false
  reportMismatch(
    context,
    'bộ tiêu chí chưa nói phần không áp dụng được tính thế nào',
    [[span, 'phần này']],
    'thêm vào bộ tiêu chí: «không áp dụng: quy đổi về thang điểm» hoặc «không áp dụng: không quy đổi»',
  )
  return true
}

function reportUnknownLevel(
  context: CheckContext,
  name: { readonly text: string; readonly span: GivenMeasure['span'] },
  measure: Measure,
  domain: NumberDomain,
): true {
  reportError(
    context,
    'undeclared-name',
    `số liệu \`${measure.name.text}\` không có mức "${name.text}"`,
    [
      [name.span, describeNotation(domain)],
      [measure.span, 'khai báo ở đây'],
    ],
    'dùng một mức đã khai báo',
  )
  return true
}

function checkNumber(
  context: CheckContext,
  { span }: GivenMeasure,
  value: Rational,
  { name, span: declared }: Measure,
  domain: NumberDomain,
): boolean {
  const written = formatValue(value, domain.notation)
  const fault = (message: string, help: string): true => {
    reportError(
      context,
      'value-out-of-range',
      message,
      [
        [span, 'giá trị này'],
        [declared, 'khai báo ở đây'],
      ],
      help,
    )
    return true
  }
  if (domain.step && !isInteger(divide(value, domain.step))) {
    const step = formatExact(domain.step)
    return equals(domain.step, ONE)
      ? fault(`${written} không phải số nguyên`, `số liệu \`${name.text}\` chỉ nhận số nguyên`)
      : fault(`${written} không phải bội của ${step}`, `số liệu \`${name.text}\` đi từng bước ${step}`)
  }
  if (contains(domain.interval, value)) return false
  return fault(
    `${written} nằm ngoài khoảng cho phép`,
    `ở đây số liệu \`${name.text}\` nhận giá trị ${describeInterval(domain.interval, domain)}`,
  )
}

/** A part that is larger than its whole, which no dossier can report either. */
export function checkWholes(context: CheckContext, givens: readonly GivenMeasure[]): void {
  for (const part of givens) {
    const wholeName = measureNamed(context.symbols, part.measure)?.partOf?.text
    const whole = givens.find(({ measure, each }) => measure.text === wholeName && each === part.each)
    if (part.value.kind !== 'amount' || whole?.value.kind !== 'amount') continue
    if (compare(part.value.amount.value, whole.value.amount.value) <= 0) continue
    reportError(
      context,
      'part-exceeds-whole',
      `\`${part.measure.text}\` lớn hơn \`${whole.measure.text}\`, trong khi là một phần của số đó`,
      [
        [part.span, 'phần'],
        [whole.span, 'tổng'],
      ],
      'kiểm tra lại hai số này',
    )
  }
}
