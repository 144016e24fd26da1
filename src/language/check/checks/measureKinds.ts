import { compare, divide, isInteger, isZero } from '#base/rational.ts'
import type { Measure } from '../../ast.ts'
import { domainOfMeasure } from '../../domain.ts'
import { measureNamed } from '../../symbols.ts'
import { MONEY_UNITS, parseUnit } from '../../units.ts'
import { type CheckContext, reportError, reportMismatch } from '../context.ts'
import { swap } from '../repairs.ts'
import { fitsAmount } from '../tierTables.ts'
import { describeNotation } from '../wording.ts'

/** Reports declarations that contradict themselves: bounds, ways of gathering and parts that their kind cannot have. */
export function checkMeasureKinds(context: CheckContext): void {
  for (const measure of context.rulebook.measures) {
    checkBounds(context, measure)
    checkStep(context, measure)
    checkAggregation(context, measure)
    checkPartOf(context, measure)
    checkUnit(context, measure)
  }
}

function checkBounds(context: CheckContext, measure: Measure): void {
  const { low, high } = measure
  const domain = domainOfMeasure(measure)
  for (const bound of [low, high]) {
    if (!bound || !domain || fitsAmount(bound, domain)) continue
    reportMismatch(context, 'giới hạn không cùng loại với số liệu', [[bound.span, describeNotation(domain)]])
  }
  if (measure.type?.kind === 'score' && high && compare(high.value, measure.type.outOf) > 0) {
    const labels = [[high.span, 'cao hơn điểm cao nhất của thang']] as const
    reportMismatch(context, 'giới hạn vượt thang điểm khảo sát', labels, 'bỏ giới hạn này, hoặc sửa thang')
  }
  if (!low || !high || compare(low.value, high.value) <= 0) return
  reportError(
    context,
    'bounds-order',
    'giới hạn dưới lớn hơn giới hạn trên',
    [[high.span, 'số này nhỏ hơn số đứng trước']],
    'viết số nhỏ trước, số lớn sau',
    [swap(context.rulebook.source, low.span, high.span)],
  )
}

/** Values are counted in steps from 0, so the bounds must be steps too. */
function checkStep(context: CheckContext, measure: Measure): void {
  const { step, low, high } = measure
  const domain = domainOfMeasure(measure)
  if (!step || !domain) return
  if (domain.kind !== 'number' || domain.notation.kind === 'levels' || !fitsAmount(step, domain)) {
    reportMismatch(context, 'bước không cùng loại với số liệu', [[step.span, describeNotation(domain)]])
    return
  }
  if (isZero(step.value)) {
    reportMismatch(context, 'bước phải lớn hơn 0', [[step.span, 'bước này']], 'bỏ phần «bước …»')
    return
  }
  const off = [low, high].find((bound) => bound && !isInteger(divide(bound.value, step.value)))
  if (!off) return
  reportMismatch(
    context,
    'giới hạn không phải bội của bước',
    [
      [off.span, 'giới hạn này không bao giờ xảy ra'],
      [step.span, 'các giá trị cách nhau một bước'],
    ],
    'sửa giới hạn hoặc bước',
  )
}

/** What facts of that kind can be gathered into, besides the newest of them. */
function checkAggregation(context: CheckContext, { type, aggregation, name, span }: Measure): void {
  if (!type || aggregation === 'latest' || type.kind === 'count' || type.kind === 'money') {
    if (aggregation === 'sum' && type?.kind === 'count' && parseUnit(type.unit).per) {
      reportMismatch(
        context,
        `\`${name.text}\` không cộng dồn được`,
        [[span, `«${type.unit}» đã là số tính cho một khoảng thời gian`]],
        'bỏ phần sau dấu «/» trong đơn vị tính, hoặc dùng «bình quân»',
      )
    }
    return
  }
  const number = type.kind === 'ratio' || type.kind === 'index' || type.kind === 'score'
  if (number && aggregation !== 'sum') return
  if (type.kind === 'levels' && (aggregation === 'least' || aggregation === 'greatest')) return
  const why = {
    ratio: 'các tỷ lệ không cộng được với nhau',
    index: 'các chỉ số không cộng được với nhau',
    score: 'điểm khảo sát các kỳ không cộng được với nhau',
    flag: 'đây là số liệu có/không',
    levels: 'các mức không cộng được với nhau',
    date: 'các ngày không gộp được với nhau',
  }[type.kind]
  reportMismatch(
    context,
    aggregation === 'sum'
      ? `\`${name.text}\` không cộng dồn được`
      : `\`${name.text}\` không gộp được theo cách này`,
    [[span, why]],
    type.kind === 'ratio'
      ? 'dùng «mới nhất», hoặc khai báo tử số và mẫu số là hai số liệu riêng'
      : 'dùng «mới nhất»',
  )
}

function checkPartOf(context: CheckContext, measure: Measure): void {
  const { type, name, partOf, aggregation } = measure
  const whole = partOf && measureNamed(context.symbols, partOf)
  if (!partOf || !whole?.type || !type) return
  const countable = (kind: string): boolean => kind === 'count' || kind === 'money'
  const why =
    whole === measure
      ? 'một số liệu không thể là một phần của chính nó'
      : !countable(type.kind) || type.kind !== whole.type.kind
        ? 'hai số liệu phải cùng là số đếm'
        : aggregation !== whole.aggregation
          ? 'hai số liệu phải cùng «cộng dồn» hoặc cùng «mới nhất»'
          : undefined
  if (!why) return
  reportMismatch(context, `\`${name.text}\` không thể là một phần của \`${partOf.text}\``, [
    [partOf.span, why],
    ...(whole === measure ? [] : [[whole.span, 'số liệu này'] as const]),
  ])
}

/** Units of money are a closed list, for sums and shares of money to mean something. */
function checkUnit(context: CheckContext, { type, span, low, absentPeriod }: Measure): void {
  if (type?.kind === 'money' && !Object.hasOwn(MONEY_UNITS, type.unit.toLowerCase())) {
    reportMismatch(
      context,
      `không có đơn vị tiền «${type.unit}»`,
      [[span, 'đơn vị tính của số liệu này']],
      `dùng một trong: ${Object.keys(MONEY_UNITS).join(', ')}`,
    )
  }
  if (
    type?.kind === 'levels' &&
    new Set(type.names.map(({ text }) => text.toLowerCase())).size < type.names.length
  ) {
    reportMismatch(context, 'hai mức trùng tên', [[span, 'số liệu này']], 'đặt mỗi mức một tên')
  }
  if ((type?.kind === 'date' || type?.kind === 'levels') && absentPeriod === 'zero') {
    reportMismatch(
      context,
      'kỳ thiếu của số liệu này không tính là 0 được',
      [[span, type.kind === 'date' ? 'đây là một ngày' : 'đây là một mức']],
      'bỏ «kỳ thiếu tính 0», hoặc viết «bỏ qua kỳ thiếu»',
    )
  }
  if (type?.kind === 'date' && low) {
    reportMismatch(context, 'số liệu là ngày thì không có giới hạn bằng số', [[low.span, 'giới hạn này']])
  }
}
