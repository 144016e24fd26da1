import { contains } from '#base/interval.ts'
import { isZero, ZERO } from '#base/rational.ts'
import type { Amount, Criterion, Divisor, Measure, Words } from '../../ast.ts'
import { type Domain, domainOfTotal, isAmount } from '../../domain.ts'
import { isRolledUp, measureNamed } from '../../symbols.ts'
import { casesOf, criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { addClause, removeClause, replaceBy } from '../repairs.ts'

/**
 * Reports every division by what can be zero while the rulebook does not say what that means: a measure, or the figure of
 * the cluster in a relative criterion. A measure declared `từ 1` needs no answer. Answers to what is not asked are
 * reported too.
 */
export function checkZeroDenominators(context: CheckContext): void {
  for (const criterion of criteriaOf(context.rulebook)) {
    const cases = casesOf(criterion).map((one) => ({ one, divisors: divisorsOf(one) }))
    if (criterion.zeroAnswer && criterion.value && cases.every(({ divisors }) => divisors.length === 0)) {
      reportIdleAnswer(context, criterion)
    }
    const figures = cases.flatMap(({ one: { rule } }) => (rule?.kind === 'relative' ? [rule.to] : []))
    const isOfCluster = figures.some((figure) => figure === criterion.zeroAnswer?.divisor.kind)
    for (const { one, divisors } of cases) {
      for (const divisor of divisors) checkDivisor(context, one, divisor, isOfCluster)
    }
  }
}

type Checked = Divisor | { readonly kind: 'amount'; readonly amount: Amount }

/** What a criterion divides by: the lower side of its value, and the figure of the cluster that it is held against. */
function divisorsOf({ value, rule }: Criterion): readonly Checked[] {
  const denominator = value?.denominator
  const figure: Checked[] = rule?.kind === 'relative' ? [{ kind: rule.to, span: rule.span }] : []
  if (!denominator) return figure
  const below: Checked = isAmount(denominator)
    ? { kind: 'amount', amount: denominator }
    : { kind: 'measure', name: denominator }
  return [below, ...figure]
}

/** `isOfCluster`: the answer is about the cluster's figure, of this case of the criterion or of another. */
function checkDivisor(
  context: CheckContext,
  criterion: Criterion,
  divisor: Checked,
  isOfCluster: boolean,
): void {
  switch (divisor.kind) {
    case 'amount':
      if (!isZero(divisor.amount.value)) return
      reportError(context, 'zero-denominator', 'mẫu số bằng 0', [
        [divisor.amount.span, 'không chia được cho 0'],
      ])
      return
    case 'measure':
      // The answer of a relative criterion is about the cluster; what it divides by itself must not be zero.
      checkMeasure(
        context,
        isOfCluster || criterion.rule?.kind === 'relative'
          ? { ...criterion, zeroAnswer: undefined }
          : criterion,
        divisor.name,
      )
      return
    case 'best':
    case 'average':
      checkFigure(context, criterion, divisor)
  }
}

function reportIdleAnswer(context: CheckContext, { value, zeroAnswer }: Criterion): void {
  if (!value || !zeroAnswer) return
  reportError(
    context,
    'zero-denominator',
    'dòng này nói về mẫu số, nhưng giá trị của tiêu chí không chia cho số liệu nào',
    [
      [zeroAnswer.span, 'dòng này không dùng đến'],
      [value.span, 'giá trị của tiêu chí'],
    ],
    'bỏ dòng này, hoặc viết «giá trị = tử_số / mẫu_số»',
    [removeClause(context.rulebook.source, zeroAnswer.span)],
  )
}

function checkMeasure(context: CheckContext, criterion: Criterion, denominator: Words): void {
  const { zeroAnswer, incomplete, value } = criterion
  if (
    zeroAnswer &&
    (zeroAnswer.divisor.kind !== 'measure' || zeroAnswer.divisor.name.text !== denominator.text)
  ) {
    const { divisor } = zeroAnswer
    const [written, span] =
      divisor.kind === 'measure'
        ? [divisor.name.text, divisor.name.span]
        : [FIGURES[divisor.kind], divisor.span]
    reportError(
      context,
      'zero-denominator',
      `\`${written}\` không phải mẫu số của tiêu chí này`,
      [
        [span, 'tên này'],
        [denominator.span, 'mẫu số là số liệu này'],
      ],
      `viết: khi ${denominator.text} = 0: không áp dụng`,
      [replaceBy(denominator.text, span)],
    )
    return
  }
  if (zeroAnswer || incomplete) return
  const measure = measureNamed(context.symbols, denominator)
  const domain = measure && domainIn(context, criterion, measure)
  if (!measure || domain?.kind !== 'number' || !contains(domain.interval, ZERO)) return
  reportError(
    context,
    'zero-denominator',
    `chưa nói rõ khi \`${denominator.text}\` bằng 0 thì chấm thế nào`,
    [
      [denominator.span, 'mẫu số này có thể bằng 0'],
      [measure.span, 'khai báo cho phép giá trị 0'],
    ],
    measure.absentPeriod === 'zero'
      ? `thêm dòng «khi ${denominator.text} = 0: không áp dụng»: kỳ thiếu số liệu được tính là 0`
      : `thêm dòng «khi ${denominator.text} = 0: không áp dụng», hoặc khai báo số liệu này «từ 1»`,
    [value && addClause(context.rulebook.source, value.span, `khi ${denominator.text} = 0: không áp dụng`)],
  )
}

/** What the measure comes to where the criterion divides by it. */
function domainIn({ symbols }: CheckContext, criterion: Criterion, measure: Measure): Domain | undefined {
  return domainOfTotal(measure, symbols, isRolledUp(symbols, criterion), criterion.value?.each)
}

const FIGURES = { best: 'cao nhất trong cụm', average: 'bình quân trong cụm' } as const

function checkFigure(
  context: CheckContext,
  criterion: Criterion,
  figure: Extract<Divisor, { kind: 'best' | 'average' }>,
): void {
  const { zeroAnswer, incomplete, value } = criterion
  if (zeroAnswer?.divisor.kind === figure.kind || incomplete) return
  // The figure of a value that is never zero is never zero.
  const measure = value && !value.denominator ? measureNamed(context.symbols, value.numerator) : undefined
  const domain = measure && domainIn(context, criterion, measure)
  if (!zeroAnswer && domain?.kind === 'number' && !contains(domain.interval, ZERO)) return
  const words = FIGURES[figure.kind]
  reportError(
    context,
    'zero-denominator',
    `chưa nói rõ khi ${words} bằng 0 thì chấm thế nào`,
    [[zeroAnswer?.span ?? figure.span, zeroAnswer ? 'dòng này nói về một mẫu số khác' : 'cách chấm này']],
    `thêm dòng: khi ${words} = 0: 0 điểm`,
    [zeroAnswer ? undefined : addClause(context.rulebook.source, figure.span, `khi ${words} = 0: 0 điểm`)],
  )
}
