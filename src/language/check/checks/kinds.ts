import { compare, isZero } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Measure, Words } from '../../ast.ts'
import { type Domain, domainOfMeasure, domainOfValue, isAmount } from '../../domain.ts'
import { isRolledUp, measureNamed } from '../../symbols.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { fits, fitsAmount, tierTables } from '../tierTables.ts'

/**
 * Reports what is used as something it is not: có/không as a number, a percentage where a count is due, a ratio that
 * would have to be added up; and bounds that are the wrong way round.
 */
export function checkKinds(context: CheckContext): void {
  for (const measure of context.rulebook.measures) {
    checkBounds(context, measure)
    checkAggregation(context, measure)
    checkPartOf(context, measure)
  }
  for (const criterion of criteriaOf(context.rulebook)) {
    checkValue(context, criterion)
    checkTarget(context, criterion)
    checkParts(context, criterion)
    if (isRolledUp(context.symbols, criterion)) checkRollUp(context, criterion)
  }
  checkTiers(context)
}

function mismatch(
  context: CheckContext,
  message: string,
  labels: readonly (readonly [Span, string])[],
  help?: string,
) {
  reportError(context, 'kind-mismatch', message, labels, help)
}

function checkBounds(context: CheckContext, measure: Measure): void {
  const { low, high } = measure
  const domain = domainOfMeasure(measure)
  for (const bound of [low, high]) {
    if (!bound || !domain || fitsAmount(bound, domain)) continue
    mismatch(context, 'giới hạn không cùng loại với số liệu', [[bound.span, describeNotation(domain)]])
  }
  if (!low || !high || compare(low.value, high.value) <= 0) return
  const labels = [[high.span, 'số này nhỏ hơn số đứng trước']] as const
  reportError(
    context,
    'bounds-order',
    'giới hạn dưới lớn hơn giới hạn trên',
    labels,
    'viết số nhỏ trước, số lớn sau',
  )
}

function checkAggregation(context: CheckContext, { type, aggregation, name, span }: Measure): void {
  if (!type || type.kind === 'count' || aggregation !== 'sum') return
  mismatch(
    context,
    `\`${name.text}\` không cộng dồn được`,
    [[span, type.kind === 'ratio' ? 'các tỷ lệ không cộng được với nhau' : 'đây là số liệu có/không']],
    'dùng «mới nhất», hoặc khai báo tử số và mẫu số là hai số liệu riêng',
  )
}

function checkPartOf(context: CheckContext, measure: Measure): void {
  const { type, name, partOf, aggregation } = measure
  const whole = partOf && measureNamed(context.symbols, partOf)
  if (!partOf || !whole?.type || !type) return
  const why =
    whole === measure
      ? 'một số liệu không thể là một phần của chính nó'
      : type.kind !== 'count' || whole.type.kind !== 'count'
        ? 'hai số liệu phải cùng là số đếm'
        : aggregation !== whole.aggregation
          ? 'hai số liệu phải cùng «cộng dồn» hoặc cùng «mới nhất»'
          : undefined
  if (!why) return
  mismatch(context, `\`${name.text}\` không thể là một phần của \`${partOf.text}\``, [
    [partOf.span, why],
    ...(whole === measure ? [] : [[whole.span, 'số liệu này'] as const]),
  ])
}

function checkValue(context: CheckContext, { value }: Criterion): void {
  if (!value?.denominator) return
  requireCount(context, value.numerator)
  if (!isAmount(value.denominator)) requireCount(context, value.denominator)
  else if (value.denominator.percent) {
    mismatch(context, 'mẫu số không viết bằng phần trăm', [[value.denominator.span, 'bỏ dấu %']])
  }
}

function requireCount(context: CheckContext, name: Words): void {
  const measure = measureNamed(context.symbols, name)
  if (!measure?.type || measure.type.kind === 'count') return
  mismatch(context, `\`${name.text}\` không chia được`, [
    [name.span, measure.type.kind === 'flag' ? 'đây là số liệu có/không' : 'đây đã là một tỷ lệ'],
    [measure.span, 'khai báo ở đây'],
  ])
}

function checkTarget(context: CheckContext, criterion: Criterion): void {
  const { value, target, rule } = criterion
  const domain = value && domainOfValue(value, context.symbols, isRolledUp(context.symbols, criterion))
  if (target && domain) {
    const misfit = [target.low, target.high].find((amount) => amount && !fitsAmount(amount, domain))
    if (misfit) {
      mismatch(context, 'chỉ tiêu không cùng loại với giá trị của tiêu chí', [
        [misfit.span, 'chỉ tiêu này'],
        [value.span, describeNotation(domain)],
      ])
    }
  }
  if (target?.high && compare(target.low.value, target.high.value) > 0) {
    const labels = [[target.span, 'số sau nhỏ hơn số trước']] as const
    reportError(
      context,
      'bounds-order',
      'chỉ tiêu có hai đầu ngược nhau',
      labels,
      'viết số nhỏ trước, số lớn sau',
    )
  }
  if (rule?.kind === 'proportion') checkProportion(context, criterion, rule.span, domain)
}

function checkProportion(
  context: CheckContext,
  { target }: Criterion,
  span: Span,
  domain: Domain | undefined,
): void {
  if (domain?.kind === 'flag') {
    mismatch(context, 'số liệu có/không không chấm theo tỷ lệ được', [
      [span, 'cách chấm này cần một giá trị là số'],
    ])
  }
  if (target?.high) {
    mismatch(context, 'chỉ tiêu là một khoảng thì không chấm theo tỷ lệ được', [
      [span, 'cách chấm này cần một chỉ tiêu là một số'],
      [target.span, 'chỉ tiêu là một khoảng'],
    ])
  }
  if (target && isZero(target.low.value)) {
    mismatch(context, 'chỉ tiêu bằng 0 thì không chấm theo tỷ lệ được', [[target.low.span, 'chỉ tiêu này']])
  }
}

function checkParts(context: CheckContext, { rule }: Criterion): void {
  if (rule?.kind !== 'parts') return
  for (const { kind, measure } of rule.parts) {
    const part = measureNamed(context.symbols, measure)
    if (!part?.type || (kind === 'flagPart') === (part.type.kind === 'flag')) continue
    mismatch(context, `\`${measure.text}\` không dùng được ở đây`, [
      [
        measure.span,
        kind === 'flagPart' ? '«khi» cần một số liệu có/không' : '«cộng theo» cần một số liệu là số',
      ],
      [part.span, 'khai báo ở đây'],
    ])
  }
}

/** A percentage, a flag or a score out of 20 of a village says nothing of the commune: only counts add up. */
function checkRollUp(context: CheckContext, { value, rule }: Criterion): void {
  const names = [...(value && !value.denominator ? [value.numerator] : [])]
  if (rule?.kind === 'parts') names.push(...rule.parts.map(({ measure }) => measure))
  const help =
    'dùng số liệu đếm: tử số và mẫu số là hai số liệu, rồi viết «giá trị = tử_số / mẫu_số»; hoặc «đo tại xã»'
  for (const name of names) {
    const measure = measureNamed(context.symbols, name)
    if (!measure?.type || measure.type.kind === 'count') continue
    mismatch(
      context,
      `\`${name.text}\` không đo tại xã nên không cộng lên xã được`,
      [
        [name.span, 'xã cũng được chấm theo tiêu chí này'],
        [measure.span, 'chỉ số đếm mới cộng được'],
      ],
      help,
    )
  }
  if (value?.denominator && isAmount(value.denominator)) {
    const labels = [[value.denominator.span, 'khi cộng các thôn, mẫu số này không còn đúng']] as const
    mismatch(context, 'giá trị chia cho một số cố định thì không cộng lên xã được', labels, help)
  }
}

function checkTiers(context: CheckContext): void {
  for (const table of tierTables(context.rulebook, context.symbols)) {
    for (const { condition } of table.tiers) {
      if (fits(condition, table)) continue
      if (condition.kind !== 'targetReached') {
        const flag = table.domain.kind === 'flag'
        mismatch(
          context,
          'dòng này không cùng loại với giá trị được chấm',
          [[condition.span, describeNotation(table.domain)]],
          flag ? 'viết «có: … điểm» và «không: … điểm»' : 'viết các cận cùng loại với giá trị',
        )
      } else if (table.of === 'part') {
        mismatch(
          context,
          '«đạt chỉ tiêu» không dùng được dưới «cộng theo»',
          [[condition.span, 'chỉ tiêu là của cả tiêu chí, không phải của một phần']],
          'viết rõ cận, ví dụ «từ 24 trở lên: …»',
        )
      }
      // A tier by the target without a target, or with one of another kind, is reported where the target belongs.
    }
  }
}

function describeNotation(domain: Domain): string {
  if (domain.kind === 'flag') return 'giá trị là có hoặc không'
  return domain.notation.kind === 'percent'
    ? 'giá trị là tỷ lệ, viết bằng % (ví dụ 80%)'
    : `giá trị tính bằng «${domain.notation.unit}»`
}
