import { compare, isZero, ZERO } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, PerItem, Rule, Target } from '../../ast.ts'
import { type Domain, domainOfTotal, domainOfValue } from '../../domain.ts'
import { isRolledUp, measureNamed } from '../../symbols.ts'
import { casesOf, criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError, reportMismatch } from '../context.ts'
import { append, swap } from '../repairs.ts'
import { nearLevel } from '../tierRepairs.ts'
import { fitsAmount, fitsGoal, fitsUnit } from '../tierTables.ts'
import { describeNotation } from '../wording.ts'

/** Reports targets of another kind than what they are held against, and ways of scoring that their value does not allow. */
export function checkTargetKinds(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    const { value, target, rule, exceptions } = criterion
    const domain = value && domainOfValue(value, context.symbols, isRolledUp(context.symbols, criterion))
    checkTarget(context, target, domain, value?.span)
    checkRule(context, rule, target, domain)
    for (const exception of exceptions) {
      checkTarget(context, exception.target, domain, value?.span)
      checkRule(
        context,
        exception.rule ?? rule,
        exception.target ?? target,
        domain,
        exception.rule === undefined,
      )
    }
    for (const one of casesOf(criterion)) {
      checkPartItems(context, one)
      checkPartTarget(context, one)
    }
  }
}

function checkTarget(
  context: CheckContext,
  target: Target | undefined,
  domain: Domain | undefined,
  valueSpan: Span | undefined,
): void {
  if (!target) return
  const { goal } = target
  if (domain && valueSpan && !fitsGoal(goal, domain)) {
    reportMismatch(
      context,
      'chỉ tiêu không cùng loại với giá trị của tiêu chí',
      [
        [goal.span, goal.unit === '' ? 'chỉ tiêu này' : `chỉ tiêu này tính bằng «${goal.unit}»`],
        [valueSpan, describeNotation(domain)],
      ],
      undefined,
      [goal.level && nearLevel(goal.level, domain)],
    )
  }
  if (!goal.high || compare(goal.low.value, goal.high.value) <= 0) return
  reportError(
    context,
    'bounds-order',
    'chỉ tiêu có hai đầu ngược nhau',
    [[target.span, 'số sau nhỏ hơn số trước']],
    'viết số nhỏ trước, số lớn sau',
    [swap(context.rulebook.source, goal.low.span, goal.high.span)],
  )
}

/** `inherited`: the rule stands above and was looked at there; only what the new target changes is of interest. */
function checkRule(
  context: CheckContext,
  rule: Rule | undefined,
  target: Target | undefined,
  domain: Domain | undefined,
  inherited = false,
): void {
  switch (rule?.kind) {
    case 'proportion':
      if (!inherited) requireNumber(context, rule.span, domain)
      checkProportionTarget(context, rule.span, target)
      if (!inherited && rule.floor && !rule.floor.percent) {
        reportMismatch(
          context,
          'phần của chỉ tiêu viết bằng phần trăm',
          [[rule.floor.span, 'thêm dấu %']],
          undefined,
          [append(rule.floor.span, '%')],
        )
      }
      return
    case 'relative':
      if (!inherited) requireNumber(context, rule.span, domain)
      return
    case 'perItem':
      if (!inherited) checkPerItem(context, rule, domain)
      if ((rule.of === 'shortfall' || rule.of === 'deviation') && target?.goal.atMost) {
        reportMismatch(context, 'chỉ tiêu «không quá» thì dùng «mỗi … vượt chỉ tiêu»', [
          [rule.span, 'cách chấm này'],
          [target.span, 'chỉ tiêu này'],
        ])
      }
      return
    default:
  }
}

function requireNumber(context: CheckContext, span: Span, domain: Domain | undefined): void {
  if (!domain || (domain.kind === 'number' && domain.notation.kind !== 'levels')) return
  const what = domain.kind === 'number' ? 'số liệu là một mức' : 'số liệu có/không'
  if (domain.kind === 'date') return
  reportMismatch(context, `${what} không chấm theo tỷ lệ được`, [
    [span, 'cách chấm này cần một giá trị là số'],
  ])
}

function checkProportionTarget(context: CheckContext, span: Span, target: Target | undefined): void {
  if (!target) return
  const { goal } = target
  if (goal.high || goal.atMost) {
    const what = goal.high ? 'một khoảng' : 'một mức không được vượt'
    reportMismatch(context, `chỉ tiêu là ${what} thì không chấm theo tỷ lệ được`, [
      [span, 'cách chấm này cần một chỉ tiêu là một số'],
      [target.span, `chỉ tiêu là ${what}`],
    ])
  }
  if (!goal.level && isZero(goal.low.value)) {
    reportMismatch(context, 'chỉ tiêu bằng 0 thì không chấm theo tỷ lệ được', [
      [goal.low.span, 'chỉ tiêu này'],
    ])
  }
}

/** A target above parts must be of the kind of one of them. */
function checkPartTarget(context: CheckContext, criterion: Criterion): void {
  const { rule, target } = criterion
  if (rule?.kind !== 'parts' || !target) return
  const rolledUp = isRolledUp(context.symbols, criterion)
  const domains = rule.parts.flatMap((part) => {
    const measure = part.kind === 'measurePart' ? measureNamed(context.symbols, part.measure) : undefined
    const domain = measure && domainOfTotal(measure, context.symbols, rolledUp, undefined)
    return domain ? [domain] : []
  })
  const [first] = domains
  if (!first || domains.some((domain) => fitsGoal(target.goal, domain))) return
  reportMismatch(context, 'chỉ tiêu không cùng loại với phần nào của tiêu chí', [
    [target.goal.span, 'chỉ tiêu này'],
    [rule.parts[0]?.span ?? criterion.code.span, describeNotation(first)],
  ])
}

function checkPartItems(context: CheckContext, criterion: Criterion): void {
  const { rule } = criterion
  if (rule?.kind !== 'parts') return
  for (const part of rule.parts) {
    if (part.kind !== 'measurePart' || !part.perItem) continue
    const measure = measureNamed(context.symbols, part.measure)
    const rolledUp = isRolledUp(context.symbols, criterion)
    const domain = measure && domainOfTotal(measure, context.symbols, rolledUp, undefined)
    checkPerItem(context, part.perItem, domain)
    if (part.perItem.of === 'value' && part.perItem.effect === 'add') continue
    reportMismatch(
      context,
      'dưới «cộng theo» chỉ cộng điểm theo số liệu của phần đó',
      [[part.perItem.span, 'dòng này không cộng điểm theo giá trị']],
      'viết «mỗi bài được 0,5 điểm»',
    )
  }
}

function checkPerItem(
  context: CheckContext,
  { step, unit, span }: PerItem,
  domain: Domain | undefined,
): void {
  if (!domain) return
  if (domain.kind !== 'number' || domain.notation.kind === 'levels') {
    requireNumber(context, span, domain)
    return
  }
  if (compare(step.value, ZERO) <= 0) {
    reportMismatch(context, 'bước tính phải lớn hơn 0', [[step.span, 'bước này']])
  }
  const percent = domain.notation.kind === 'percent'
  const fits = percent ? fitsAmount(step, domain) && unit === '' : !step.percent && fitsUnit(unit, domain)
  if (fits) return
  reportMismatch(
    context,
    'bước tính không cùng loại với giá trị được chấm',
    [[span, describeNotation(domain)]],
    percent ? 'viết «mỗi 10% được …»' : 'viết đúng đơn vị tính của giá trị sau chữ «mỗi»',
  )
}
