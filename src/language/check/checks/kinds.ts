import { isZero } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Measure, Words } from '../../ast.ts'
import { type Domain, domainOfMeasure, domainOfValue, isAmount } from '../../domain.ts'
import { measureNamed } from '../../symbols.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { fits, tierTables } from '../tierTables.ts'

/**
 * Reports what is used as something it is not: có/không as a number, a percentage where a count is due, a ratio that
 * would have to be added up.
 */
export function checkKinds(context: CheckContext): void {
  for (const measure of context.rulebook.measures) checkMeasure(context, measure)
  for (const criterion of criteriaOf(context.rulebook)) checkCriterion(context, criterion)
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

function checkMeasure(context: CheckContext, measure: Measure): void {
  const { type, name, partOf, low, high } = measure
  if (type && type.kind !== 'count' && measure.aggregation === 'sum') {
    mismatch(
      context,
      `\`${name.text}\` không cộng dồn được`,
      [
        [
          measure.span,
          type.kind === 'ratio' ? 'các tỷ lệ không cộng được với nhau' : 'đây là số liệu có/không',
        ],
      ],
      'dùng «mới nhất», hoặc khai báo tử số và mẫu số là hai số liệu riêng',
    )
  }
  for (const bound of [low, high]) {
    if (!bound || !type || bound.percent === (type.kind === 'ratio')) continue
    mismatch(context, 'giới hạn không cùng loại với số liệu', [
      [bound.span, describeNotation(domainOfMeasure(measure))],
    ])
  }
  const whole = partOf && measureNamed(context.symbols, partOf)
  if (!partOf || !whole?.type || !type) return
  if (type.kind !== whole.type.kind || type.kind !== 'count') {
    mismatch(context, `\`${name.text}\` không thể là một phần của \`${partOf.text}\``, [
      [partOf.span, 'hai số liệu phải cùng là số đếm'],
      [whole.span, 'số liệu này'],
    ])
  }
}

function checkCriterion(context: CheckContext, criterion: Criterion): void {
  const { value, target, rule } = criterion
  const { denominator } = value ?? {}
  if (value && denominator) {
    requireCount(context, value.numerator)
    if (!isAmount(denominator)) requireCount(context, denominator)
  }
  const domain = value && domainOfValue(value, context.symbols)
  if (target && domain) {
    for (const amount of target.high ? [target.low, target.high] : [target.low]) {
      if (domain.kind === 'number' && amount.percent === (domain.notation.kind === 'percent')) continue
      mismatch(context, 'chỉ tiêu không cùng loại với giá trị của tiêu chí', [
        [amount.span, 'chỉ tiêu này'],
        [value.span, describeNotation(domain)],
      ])
    }
  }
  if (rule?.kind === 'proportion') checkProportion(context, criterion, rule.span, domain)
  if (rule?.kind === 'parts') {
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
  checkRollUp(context, criterion, domain)
}

function requireCount(context: CheckContext, name: Words): void {
  const measure = measureNamed(context.symbols, name)
  if (!measure?.type || measure.type.kind === 'count') return
  mismatch(context, `\`${name.text}\` không chia được`, [
    [name.span, measure.type.kind === 'flag' ? 'đây là số liệu có/không' : 'đây đã là một tỷ lệ'],
    [measure.span, 'khai báo ở đây'],
  ])
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

/** A percentage or a flag of a village says nothing of the commune: only counts add up. */
function checkRollUp(context: CheckContext, criterion: Criterion, domain: Domain | undefined): void {
  const { value, level } = criterion
  const levels = context.rulebook.application?.levels ?? []
  if (!value || value.denominator || level?.level !== 'village' || !levels.includes('commune') || !domain)
    return
  if (domain.kind === 'number' && domain.notation.kind === 'unit') return
  const measure = measureNamed(context.symbols, value.numerator)
  mismatch(
    context,
    `\`${value.numerator.text}\` đo tại thôn thì không cộng lên xã được`,
    [
      [value.span, 'xã cũng được chấm theo tiêu chí này'],
      ...(measure ? [[measure.span, 'chỉ số đếm mới cộng được'] as const] : []),
    ],
    'khai báo tử số và mẫu số là hai số liệu đếm, rồi viết: giá trị = tử_số / mẫu_số',
  )
}

function checkTiers(context: CheckContext): void {
  for (const { tiers, domain, target } of tierTables(context.rulebook, context.symbols)) {
    for (const { condition } of tiers) {
      // Tiers without a target are reported as such by the check of what is required.
      if (fits(condition, domain, target) || condition.kind === 'targetReached') continue
      mismatch(
        context,
        'mức này không cùng loại với giá trị được chấm',
        [[condition.span, describeNotation(domain)]],
        domain.kind === 'flag'
          ? 'viết «có: … điểm» và «không: … điểm»'
          : 'viết các cận cùng loại với giá trị',
      )
    }
  }
}

function describeNotation(domain: Domain | undefined): string {
  if (!domain || domain.kind === 'flag') return 'giá trị là có hoặc không'
  return domain.notation.kind === 'percent'
    ? 'giá trị là tỷ lệ, viết bằng % (ví dụ 80%)'
    : `giá trị tính bằng ${domain.notation.unit}, không viết %`
}
