import { contains } from '#base/interval.ts'
import { compare } from '#base/rational.ts'
import type { CohortFigure, Criterion, Example, Rule } from '../../ast.ts'
import { describeInterval } from '../../describeInterval.ts'
import { domainOfValue, isAmount } from '../../domain.ts'
import { isRolledUp } from '../../symbols.ts'
import { type CheckContext, reportError, reportMismatch, reportWarning } from '../context.ts'
import { fitsAmount } from '../tierTables.ts'
import { describeNotation } from '../wording.ts'

const WORDS: Readonly<Record<CohortFigure, string>> = {
  best: 'cao nhất trong cụm',
  average: 'bình quân trong cụm',
}

/** Reports figures of the cluster that are asked for and not given, given and not asked for, or that cannot be. */
export function checkFigures(context: CheckContext, example: Example, criteria: readonly Criterion[]): void {
  const asked = criteria.flatMap((criterion) => {
    const rule = criterion.incomplete ? undefined : ruleFor(criterion, example)
    return rule?.kind === 'relative' ? [{ criterion, to: rule.to }] : []
  })
  for (const { criterion, to } of asked) {
    const given = figureIn(example, to)
    if (given) checkFigure(context, given, criterion, example)
    else if (hasValue(criterion, example)) reportAbsent(context, example, criterion, to)
  }
  for (const given of example.givens) {
    if (given.kind !== 'cohort' || asked.some(({ to }) => to === given.figure)) continue
    if (criteria.length === 0 || criteria.some(({ incomplete }) => incomplete)) continue
    reportWarning(
      context,
      'example-mismatch',
      `các tiêu chí trong ví dụ không chấm so với ${WORDS[given.figure]}`,
      [[given.span, 'phần này không dùng đến']],
      'bỏ phần này, hoặc sửa mã tiêu chí',
    )
  }
}

type Figure = Extract<Example['givens'][number], { kind: 'cohort' }>

function figureIn({ givens }: Example, to: CohortFigure): Figure | undefined {
  return givens.filter((given) => given.kind === 'cohort').find(({ figure }) => figure === to)
}

/** The rule that holds for the entrant of the example. */
function ruleFor({ rule, exceptions }: Criterion, { givens }: Example): Rule | undefined {
  const attributes = givens.flatMap((given) => (given.kind === 'attribute' ? [given.attribute.text] : []))
  const exception = exceptions.find(({ attribute }) => attributes.includes(attribute.text))
  return exception?.notApplicable ? undefined : (exception?.rule ?? rule)
}

/** Without a value there is nothing to hold against the cluster. */
function hasValue({ value }: Criterion, example: Example): boolean {
  if (!value) return false
  const below = value.denominator && !isAmount(value.denominator) ? [value.denominator] : []
  return [value.numerator, ...below].every(({ text }) => {
    const kind = givenFor(text, example)?.value.kind
    return kind !== undefined && kind !== 'missing' && kind !== 'notApplicable'
  })
}

function givenFor(name: string, { givens }: Example) {
  return givens.filter((given) => given.kind === 'measure').find(({ measure }) => measure.text === name)
}

function reportAbsent(
  context: CheckContext,
  { span, expectations }: Example,
  { code }: Criterion,
  to: CohortFigure,
): void {
  const at = expectations.find((expected) => expected.code.text === code.text)?.span ?? span
  reportError(
    context,
    'example-mismatch',
    `ví dụ chưa cho «${WORDS[to]}»`,
    [[at, `tiêu chí ${code.text} chấm so với ${WORDS[to]}`]],
    `thêm «${WORDS[to]} = …» sau chữ «với»`,
  )
}

function checkFigure(context: CheckContext, given: Figure, criterion: Criterion, example: Example): void {
  const { value } = criterion
  const rolledUp = isRolledUp(context.symbols, criterion)
  const domain = value && domainOfValue(value, context.symbols, rolledUp)
  if (!domain) return
  if (!fitsAmount(given.value, domain)) {
    reportMismatch(context, `${WORDS[given.figure]} không cùng loại với giá trị của tiêu chí`, [
      [given.span, describeNotation(domain)],
      [value.span, 'giá trị của tiêu chí'],
    ])
    return
  }
  if (domain.kind !== 'number') return
  if (!contains(domain.interval, given.value.value)) {
    reportError(
      context,
      'value-out-of-range',
      `${WORDS[given.figure]} nằm ngoài khoảng cho phép`,
      [[given.span, 'giá trị này']],
      `ở đây giá trị ${describeInterval(domain.interval, domain)}`,
    )
    return
  }
  const own = value.form.kind === 'plain' ? givenFor(value.numerator.text, example) : undefined
  if (given.figure !== 'best' || own?.value.kind !== 'amount') return
  if (compare(own.value.amount.value, given.value.value) <= 0) return
  reportError(
    context,
    'value-out-of-range',
    `${WORDS.best} thấp hơn giá trị của chính đối tượng trong ví dụ`,
    [
      [given.span, 'mức cao nhất này'],
      [own.span, 'giá trị này cao hơn'],
    ],
    'sửa một trong hai số: đối tượng cũng thuộc cụm',
  )
}
