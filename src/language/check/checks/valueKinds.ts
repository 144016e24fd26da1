import { compare, equals, ZERO } from '#base/rational.ts'
import type { Criterion, Measure, Value, Words } from '../../ast.ts'
import { isAmount } from '../../domain.ts'
import { isRolledUp, measureNamed } from '../../symbols.ts'
import { casesOf, criteriaOf } from '../../visit.ts'
import { type CheckContext, reportMismatch } from '../context.ts'

/** Reports values made of measures whose kinds do not go together, or that cannot be added up for a commune. */
export function checkValueKinds(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    const { value } = criterion
    if (value) checkForm(context, criterion, value)
    if (value?.each) checkEach(context, value)
    for (const one of casesOf(criterion)) {
      if (one.rule?.kind === 'parts') checkParts(context, one.rule.parts)
      if (isRolledUp(context.symbols, criterion)) checkRollUp(context, one)
    }
  }
}

function checkForm(context: CheckContext, { deadline, code, incomplete }: Criterion, value: Value): void {
  const top = measureNamed(context.symbols, value.numerator)
  switch (value.form.kind) {
    case 'plain':
      if (top?.type?.kind !== 'date') return
      reportMismatch(
        context,
        `\`${value.numerator.text}\` là một ngày nên không chấm trực tiếp được`,
        [
          [value.numerator.span, 'giá trị phải là một số'],
          [top.span, 'khai báo là ngày'],
        ],
        `viết: giá trị = số tháng chậm của ${value.numerator.text}`,
      )
      return
    case 'lateness':
      if (top?.type && top.type.kind !== 'date') {
        reportMismatch(
          context,
          `\`${value.numerator.text}\` không phải là một ngày nên không tính chậm được`,
          [
            [value.numerator.span, 'ở đây cần một ngày'],
            [top.span, 'khai báo ở đây'],
          ],
          'khai báo số liệu này là «ngày»',
        )
      }
      if (deadline?.date || incomplete) return
      reportMismatch(
        context,
        `tiêu chí ${code.text} tính chậm nhưng chưa có thời hạn là một ngày`,
        [
          [value.span, 'chậm so với ngày nào?'],
          ...(deadline ? [[deadline.span, 'thời hạn này không phải là một ngày'] as const] : []),
        ],
        'thêm dòng: thời hạn 30/11/2026',
      )
      return
    case 'ratio':
    case 'per':
      checkBase(context, value)
      checkQuotient(context, value, top)
  }
}

/** `trên 0 dân` divides by nothing. */
function checkBase(context: CheckContext, { form }: Value): void {
  if (form.kind !== 'per' || (!form.base.percent && compare(form.base.value, ZERO) > 0)) return
  reportMismatch(
    context,
    'số đứng sau «trên» phải lớn hơn 0',
    [[form.base.span, 'số này']],
    'viết ví dụ: trên 1.000',
  )
}

function checkQuotient(
  context: CheckContext,
  { numerator, denominator }: Value,
  top: Measure | undefined,
): void {
  if (!denominator) return
  if (isAmount(denominator)) {
    if (denominator.percent) {
      reportMismatch(context, 'mẫu số không viết bằng phần trăm', [[denominator.span, 'bỏ dấu %']])
    }
    if (top?.type?.kind !== 'score') {
      requireCount(context, numerator)
      return
    }
    if (equals(top.type.outOf, denominator.value)) return
    reportMismatch(context, 'mẫu số không phải thang của điểm khảo sát', [
      [denominator.span, 'mẫu số này'],
      [top.span, 'thang khai báo ở đây'],
    ])
    return
  }
  requireCount(context, numerator)
  requireCount(context, denominator)
  const bottom = measureNamed(context.symbols, denominator)
  if (
    top?.type?.kind !== 'money' ||
    bottom?.type?.kind !== 'money' ||
    top.type.unit.toLowerCase() === bottom.type.unit.toLowerCase()
  )
    return
  reportMismatch(
    context,
    'hai số tiền không cùng đơn vị tính',
    [
      [top.span, `tính bằng «${top.type.unit}»`],
      [bottom.span, `tính bằng «${bottom.type.unit}»`],
    ],
    'khai báo hai số liệu cùng một đơn vị tiền',
  )
}

function requireCount(context: CheckContext, name: Words): void {
  const measure = measureNamed(context.symbols, name)
  const kind = measure?.type?.kind
  if (!measure || !kind || kind === 'count' || kind === 'money') return
  const why = {
    flag: 'đây là số liệu có/không',
    ratio: 'đây đã là một tỷ lệ',
    index: 'đây là một chỉ số',
    score: 'đây là điểm khảo sát: chỉ chia cho thang của nó',
    levels: 'đây là một mức',
    date: 'đây là một ngày',
  }[kind]
  reportMismatch(context, `\`${name.text}\` không chia được`, [
    [name.span, why],
    [measure.span, 'khai báo ở đây'],
  ])
}

const EACH = { month: 'mỗi tháng', quarter: 'mỗi quý', year: 'mỗi năm' } as const
const FREQUENCY = { month: 'hằng tháng', quarter: 'hằng quý', year: 'hằng năm' } as const

/** What is judged each month must be reported each month. */
function checkEach(context: CheckContext, { each, numerator, denominator, span }: Value): void {
  const names = denominator && !isAmount(denominator) ? [numerator, denominator] : [numerator]
  for (const name of names) {
    const measure = measureNamed(context.symbols, name)
    if (!each || !measure?.type || measure.frequency === each) continue
    reportMismatch(
      context,
      `không chấm ${EACH[each]} được: \`${name.text}\` báo cáo ${FREQUENCY[measure.frequency]}`,
      [
        [span, `chấm ${EACH[each]}`],
        [measure.span, `báo cáo ${FREQUENCY[measure.frequency]}`],
      ],
      `bỏ «${EACH[each]}», hoặc khai báo số liệu «${FREQUENCY[each]}»`,
    )
  }
}

type Parts = Extract<NonNullable<Criterion['rule']>, { kind: 'parts' }>['parts']

function checkParts(context: CheckContext, parts: Parts): void {
  for (const { kind, measure } of parts) {
    const part = measureNamed(context.symbols, measure)
    if (!part?.type || part.type.kind === (kind === 'flagPart' ? 'flag' : undefined)) continue
    if (kind === 'measurePart' && part.type.kind !== 'flag' && part.type.kind !== 'date') continue
    reportMismatch(context, `\`${measure.text}\` không dùng được ở đây`, [
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
    if (!measure?.type || measure.type.kind === 'count' || measure.type.kind === 'money') continue
    reportMismatch(
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
    reportMismatch(context, 'giá trị chia cho một số cố định thì không cộng lên xã được', labels, help)
  }
}
