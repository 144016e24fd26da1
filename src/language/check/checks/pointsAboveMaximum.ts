import { formatExact } from '#base/formatNumber.ts'
import { compare, maximum as larger, type Rational, sum, ZERO } from '#base/rational.ts'
import type { Award, Criterion, Part, PerItem, Rule } from '../../ast.ts'
import { amountOf } from '../../awards.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError, reportMismatch } from '../context.ts'
import { append } from '../repairs.ts'

/**
 * Reports awards above the criterion's maximum, points that grow without end, and parts that can add up to more than the
 * maximum unless the criterion says `không vượt quá điểm tối đa`. Also awards with the wrong sign: a penalty takes points
 * away, a bonus does not.
 */
export function checkPointsAboveMaximum(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    const { maximum, rule, exceptions } = criterion
    if (!maximum || criterion.incomplete) continue
    const limit = maximum.points.value
    const rules = [rule, ...exceptions.map((exception) => exception.rule)].filter((one) => one !== undefined)
    const awards = [...answersOf(criterion), ...rules.flatMap(awardsOf)]
    checkSigns(context, criterion, awards, rules)
    for (const one of rules) if (one.kind === 'parts') checkPartAwards(context, one.parts)
    // One award too large explains the others and the sum of the parts.
    const above = awards.find((award) => compare(amountOf(award, limit), limit) > 0)
    if (above) {
      reportError(
        context,
        'points-above-maximum',
        `${formatExact(amountOf(above, limit))} điểm là hơn điểm tối đa ${formatExact(limit)} của tiêu chí ${criterion.code.text}`,
        [
          [above.span, 'số điểm này'],
          [maximum.span, 'điểm tối đa'],
        ],
        'sửa một trong hai số',
      )
      continue
    }
    if (criterion.capped) continue
    for (const one of rules) {
      if (one.kind === 'parts') checkParts(context, criterion, one.parts, limit)
      if (one.kind === 'perItem') checkPerItem(context, criterion, one)
    }
  }
}

/** What a part takes off would be taken from the whole maximum: less done would give more. */
function checkPartAwards(context: CheckContext, parts: readonly Part[]): void {
  for (const part of parts) {
    const taken = part.kind === 'measurePart' ? part.tiers.find(({ award }) => award.deducted) : undefined
    if (!taken) continue
    reportMismatch(
      context,
      'dưới «cộng theo» không trừ điểm được',
      [
        [taken.award.span, 'phần này trừ điểm'],
        [part.span, 'ở đây các phần được cộng lại'],
      ],
      'viết số điểm được cộng, hoặc tách phần bị trừ thành một tiêu chí «trừ tối đa …»',
    )
  }
}

function checkSigns(
  context: CheckContext,
  { id, maximum, code }: Criterion,
  awards: readonly Award[],
  rules: readonly Rule[],
): void {
  if (!maximum) return
  // Part of a penalty is a penalty, whatever its own line says.
  const role = context.symbols.roles.get(id) ?? maximum.role
  const penalty = role === 'penalty'
  const given = (award: Award): boolean => compare(amountOf(award, maximum.points.value), ZERO) > 0
  const wrong = penalty
    ? (awards.find((award) => !award.deducted && given(award)) ??
      rules.find((rule) => rule.kind === 'proportion' || rule.kind === 'relative' || rule.kind === 'parts') ??
      rules.find((rule) => rule.kind === 'perItem' && rule.effect === 'add'))
    : role === 'bonus'
      ? (awards.find(({ deducted }) => deducted) ??
        rules.find((rule) => rule.kind === 'perItem' && rule.effect === 'deduct'))
      : undefined
  if (!wrong) return
  reportMismatch(
    context,
    penalty
      ? `tiêu chí ${code.text} là điểm trừ nên không cho điểm`
      : `tiêu chí ${code.text} là điểm thưởng nên không trừ điểm`,
    [
      ['span' in wrong ? wrong.span : code.span, 'phần này'],
      [maximum.span, penalty ? 'đây là điểm trừ' : 'đây là điểm thưởng'],
    ],
    penalty
      ? 'viết số điểm bị trừ: «từ 3 trở lên: trừ 2 điểm», hoặc «mỗi lần trừ 0,5 điểm»'
      : 'viết số điểm được thưởng, không có chữ «trừ»',
  )
}

/** What is given for each of many is only bounded where the rulebook says so; what is taken stops at the maximum. */
function checkPerItem(
  context: CheckContext,
  { code, maximum }: Criterion,
  { effect, limit, span }: PerItem,
): void {
  if (effect === 'deduct' || limit || !maximum) return
  reportError(
    context,
    'points-above-maximum',
    `chưa nói rõ tiêu chí ${code.text} cộng đến bao nhiêu điểm thì dừng`,
    [
      [span, 'càng nhiều càng được cộng'],
      [maximum.span, 'điểm tối đa'],
    ],
    `thêm «, không quá điểm tối đa» vào cuối dòng «mỗi …»`,
    [append(span, ', không quá điểm tối đa')],
  )
}

/** Enough places to see how it adds up. */
const MOST_LABELS = 8

function checkParts(
  context: CheckContext,
  criterion: Criterion,
  parts: readonly Part[],
  limit: Rational,
): void {
  const endless = parts.find((part) => part.kind === 'measurePart' && part.perItem && !part.perItem.limit)
  if (endless?.kind === 'measurePart' && endless.perItem) {
    checkPerItem(context, criterion, endless.perItem)
    return
  }
  const most = sum(parts.map((part) => mostOf(part, limit)))
  if (compare(most, limit) <= 0) return
  reportError(
    context,
    'points-above-maximum',
    `các phần của tiêu chí ${criterion.code.text} cộng lại được tới ${formatExact(most)} điểm, hơn điểm tối đa ${formatExact(limit)}`,
    [
      [criterion.maximum?.span ?? criterion.span, 'điểm tối đa'],
      ...parts
        .slice(0, MOST_LABELS)
        .map((part) => [part.span, `tới ${formatExact(mostOf(part, limit))} điểm`] as const),
    ],
    'thêm «, không vượt quá điểm tối đa» vào dòng tiêu chí, hoặc giảm điểm của các phần',
    [append(criterion.span, ', không vượt quá điểm tối đa')],
  )
}

function mostOf(part: Part, limit: Rational): Rational {
  if (part.kind === 'flagPart') return amountOf(part.award, limit)
  if (part.perItem?.limit) return amountOf(part.perItem.limit, limit)
  return part.tiers.reduce((most, { award }) => larger(most, amountOf(award, limit)), ZERO)
}

function answersOf({ zeroAnswers }: Criterion): readonly Award[] {
  return zeroAnswers.flatMap(({ answer }) => (answer.kind === 'notApplicable' ? [] : [answer]))
}

function awardsOf(rule: Rule): readonly Award[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map(({ award }) => award)
    case 'perItem':
      return perItemAwards(rule)
    case 'parts':
      return rule.parts.flatMap((part) => {
        if (part.kind === 'flagPart') return [part.award]
        return part.perItem ? perItemAwards(part.perItem) : part.tiers.map(({ award }) => award)
      })
    case 'proportion':
    case 'relative':
      return []
  }
}

function perItemAwards({ award, limit, effect }: PerItem): readonly Award[] {
  const deducted = effect === 'deduct'
  return [award, ...(limit ? [limit] : [])].map((one) => ({ ...one, deducted }))
}
