import { contains } from '#base/interval.ts'
import { isZero, ZERO } from '#base/rational.ts'
import type { Criterion, Divisor, Value, Words, ZeroAnswer } from '../../ast.ts'
import { type Domain, domainOfTotal, isAmount } from '../../domain.ts'
import { isRolledUp, measureNamed } from '../../symbols.ts'
import { casesOf, criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { addClause, removeClause, replaceBy } from '../repairs.ts'

/**
 * Reports every division by what can be zero while the rulebook does not say what that means: a measure, or the figure of
 * the cluster in a relative criterion. A measure declared `từ 1` needs no answer. Answers to what is not asked are
 * reported too; such a one is taken to be meant for what has none.
 */
export function checkZeroDenominators(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    const { value, zeroAnswers } = criterion
    const divisors = divisorsOf(criterion)
    reportFixedZero(context, value)
    const idle = value
      ? zeroAnswers.filter((answer) => !divisors.some((divisor) => isAbout(answer, divisor)))
      : []
    const unanswered = divisors.filter(
      (divisor) =>
        canBeZero(context, criterion, divisor) && !zeroAnswers.some((answer) => isAbout(answer, divisor)),
    )
    for (const [index, answer] of idle.entries()) {
      reportIdle(context, criterion, answer, { divisors, meant: unanswered[index] })
    }
    if (criterion.incomplete) continue
    for (const divisor of unanswered.slice(idle.length)) reportUnanswered(context, criterion, divisor)
  }
}

/** What a criterion divides by: the lower side of its value, and the figures of the cluster that its rules are held against. */
function divisorsOf(criterion: Criterion): readonly Divisor[] {
  const below = criterion.value?.denominator
  const figures = casesOf(criterion).flatMap(({ rule }) => (rule?.kind === 'relative' ? [rule] : []))
  const byFigure = new Map(figures.toReversed().map(({ to, span }) => [to, { kind: to, span }]))
  return [
    ...(below && !isAmount(below) ? [{ kind: 'measure' as const, name: below }] : []),
    ...byFigure.values(),
  ]
}

function isAbout({ divisor }: ZeroAnswer, other: Divisor): boolean {
  if (divisor.kind !== 'measure' || other.kind !== 'measure') return divisor.kind === other.kind
  return divisor.name.text === other.name.text
}

function canBeZero(context: CheckContext, criterion: Criterion, divisor: Divisor): boolean {
  const { value } = criterion
  if (divisor.kind === 'measure') {
    const domain = domainIn(context, criterion, divisor.name)
    return domain?.kind === 'number' && contains(domain.interval, ZERO)
  }
  // The figure of a value that is never zero is never zero.
  const domain = value && !value.denominator ? domainIn(context, criterion, value.numerator) : undefined
  return domain?.kind !== 'number' || contains(domain.interval, ZERO)
}

/** What the measure comes to where the criterion divides by it. */
function domainIn({ symbols }: CheckContext, criterion: Criterion, name: Words): Domain | undefined {
  const measure = measureNamed(symbols, name)
  return measure && domainOfTotal(measure, symbols, isRolledUp(symbols, criterion), criterion.value?.each)
}

function reportFixedZero(context: CheckContext, value: Value | undefined): void {
  const below = value?.denominator
  if (!below || !isAmount(below) || !isZero(below.value)) return
  reportError(context, 'zero-denominator', 'mẫu số bằng 0', [[below.span, 'không chia được cho 0']])
}

/** An answer to what is not asked; `meant`, what it may be meant for. */
function reportIdle(
  context: CheckContext,
  { value }: Criterion,
  answer: ZeroAnswer,
  { divisors, meant }: { readonly divisors: readonly Divisor[]; readonly meant: Divisor | undefined },
): void {
  const { source } = context.rulebook
  const { divisor } = answer
  if (meant && meant.kind !== 'measure') {
    const words = FIGURES[meant.kind]
    reportError(
      context,
      'zero-denominator',
      `chưa nói rõ khi ${words} bằng 0 thì chấm thế nào`,
      [[answer.span, 'dòng này nói về một mẫu số khác']],
      `thêm dòng: khi ${words} = 0: 0 điểm`,
    )
    return
  }
  if (divisors.length === 0) {
    reportError(
      context,
      'zero-denominator',
      'dòng này nói về mẫu số, nhưng giá trị của tiêu chí không chia cho số liệu nào',
      [
        [answer.span, 'dòng này không dùng đến'],
        ...(value ? [[value.span, 'giá trị của tiêu chí'] as const] : []),
      ],
      'bỏ dòng này, hoặc viết «giá trị = tử_số / mẫu_số»',
      [removeClause(source, answer.span)],
    )
    return
  }
  const [written, span] =
    divisor.kind === 'measure'
      ? [divisor.name.text, divisor.name.span]
      : [FIGURES[divisor.kind], divisor.span]
  const below = divisors.find(({ kind }) => kind === 'measure')
  reportError(
    context,
    'zero-denominator',
    `\`${written}\` không phải mẫu số của tiêu chí này`,
    [
      [span, 'tên này'],
      ...(below?.kind === 'measure' ? [[below.name.span, 'mẫu số là số liệu này'] as const] : []),
    ],
    meant ? `viết: khi ${meant.name.text} = 0: không áp dụng` : 'bỏ dòng này',
    [meant ? replaceBy(meant.name.text, span) : removeClause(source, answer.span)],
  )
}

function reportUnanswered(context: CheckContext, { value }: Criterion, divisor: Divisor): void {
  const { source } = context.rulebook
  if (divisor.kind !== 'measure') {
    const words = FIGURES[divisor.kind]
    reportError(
      context,
      'zero-denominator',
      `chưa nói rõ khi ${words} bằng 0 thì chấm thế nào`,
      [[divisor.span, 'cách chấm này']],
      `thêm dòng: khi ${words} = 0: 0 điểm`,
      // Below the value, for the rule may be an exception's.
      [addClause(source, value?.span ?? divisor.span, `khi ${words} = 0: 0 điểm`)],
    )
    return
  }
  const { name } = divisor
  const measure = measureNamed(context.symbols, name)
  if (!measure) return
  reportError(
    context,
    'zero-denominator',
    `chưa nói rõ khi \`${name.text}\` bằng 0 thì chấm thế nào`,
    [
      [name.span, 'mẫu số này có thể bằng 0'],
      [measure.span, 'khai báo cho phép giá trị 0'],
    ],
    measure.absentPeriod === 'zero'
      ? `thêm dòng «khi ${name.text} = 0: không áp dụng»: kỳ thiếu số liệu được tính là 0`
      : `thêm dòng «khi ${name.text} = 0: không áp dụng», hoặc khai báo số liệu này «từ 1»`,
    [value && addClause(source, value.span, `khi ${name.text} = 0: không áp dụng`)],
  )
}

const FIGURES = { best: 'cao nhất trong cụm', average: 'bình quân trong cụm' } as const
