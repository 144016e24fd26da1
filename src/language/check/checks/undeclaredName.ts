import { didYouMean } from '#base/didYouMean.ts'
import type { CriterionBody, Rulebook, Test, Words } from '../../ast.ts'
import { isAmount } from '../../domain.ts'
import { criteriaOf, nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { replaceBy } from '../repairs.ts'

/** Reports every name that no `số liệu` declares, and every code in the ranking that no such node has. */
export function checkUndeclaredNames(context: CheckContext): void {
  const { rulebook } = context
  for (const { partOf } of rulebook.measures) if (partOf) requireDeclared(context, partOf)
  for (const criterion of criteriaOf(rulebook)) {
    // A name said twice of one criterion is one mistake.
    const names = Map.groupBy(namesIn(criterion), ({ text }) => text)
    for (const [name, ...others] of names.values()) if (name) requireDeclared(context, name, others)
  }
  for (const name of namesInTests(rulebook)) requireDeclared(context, name)
  for (const key of rulebook.ranking?.keys ?? []) {
    if (key.kind === 'group' || key.kind === 'criterion') requireNode(context, key.kind, key.code)
  }
  for (const test of testsOf(rulebook)) if (test.kind === 'node') requireNode(context, test.scope, test.code)
  checkAttributes(context)
}

/** Reports the name unless a `số liệu` declares it; `others` are places that use it too. */
export function requireDeclared(context: CheckContext, name: Words, others: readonly Words[] = []): void {
  const { measures } = context.symbols
  if (measures.has(name.text) || context.rulebook.unread.includes(name.text) || context.isFull()) return
  const near = didYouMean(name.text, measures.keys())
  reportError(
    context,
    'undeclared-name',
    `số liệu \`${name.text}\` chưa được khai báo`,
    [[name.span, 'tên này không có trong các dòng «số liệu»']],
    near
      ? `ý bạn là \`${near}\`?`
      : `thêm dòng: số liệu ${name.text} "Tên đầy đủ": số nguyên <đơn vị tính>, hằng tháng`,
    [near ? replaceBy(near, name.span, ...others.map(({ span }) => span)) : undefined],
  )
}

/** Reports the code unless a node of that kind carries it. */
function requireNode(context: CheckContext, kind: 'group' | 'criterion', code: Words): void {
  if (context.symbols.nodes.get(code.text)?.kind === kind || context.rulebook.unread.includes(code.text))
    return
  const codes = nodesOf(context.rulebook).flatMap((node) => (node.kind === kind ? [node.code.text] : []))
  // Of a code of one letter every other is near.
  const near = code.text.length > 1 ? didYouMean(code.text, codes) : undefined
  reportError(
    context,
    'undeclared-name',
    `không có ${kind === 'group' ? 'nhóm' : 'tiêu chí'} nào mang mã \`${code.text}\``,
    [[code.span, 'mã này không có trong bộ tiêu chí']],
    near ? `ý bạn là \`${near}\`?` : 'dùng mã của một nhóm hay tiêu chí ở trên',
    [near ? replaceBy(near, code.span) : undefined],
  )
}

/** An exception for an attribute that nobody can have would never hold. */
function checkAttributes(context: CheckContext): void {
  const { rulebook } = context
  // A line that could not be read may have declared it.
  if (rulebook.incomplete) return
  const declared = rulebook.attributes.flatMap(({ names }) => names.map(({ text }) => text))
  const used = [
    ...criteriaOf(rulebook).flatMap(({ exceptions }) => exceptions.map(({ attribute }) => attribute)),
    ...rulebook.examples.flatMap(({ givens }) =>
      givens.flatMap((given) => (given.kind === 'attribute' ? [given.attribute] : [])),
    ),
  ]
  for (const { text, span } of used) {
    if (declared.includes(text)) continue
    const near = didYouMean(text, declared)
    reportError(
      context,
      'undeclared-name',
      `đặc điểm "${text}" chưa được khai báo`,
      [[span, 'không có trong các dòng «đặc điểm»']],
      near ? `ý bạn là "${near}"?` : `thêm ở đầu bộ tiêu chí: đặc điểm thôn "${text}"`,
      [near ? replaceBy(`"${near}"`, span) : undefined],
    )
  }
}

/** Every name of a measure that the criterion uses. */
export function namesIn({ value, zeroAnswers, rule, exceptions }: CriterionBody): readonly Words[] {
  const names: Words[] = []
  if (value) names.push(value.numerator)
  if (value?.denominator && !isAmount(value.denominator)) names.push(value.denominator)
  for (const { divisor } of zeroAnswers) if (divisor.kind === 'measure') names.push(divisor.name)
  for (const one of [rule, ...exceptions.map((exception) => exception.rule)]) {
    if (one?.kind === 'parts') names.push(...one.parts.map(({ measure }) => measure))
  }
  return names
}

/** Every condition that bars from the ranking or from a class. */
export function testsOf({ knockOuts, classification }: Rulebook): readonly Test[] {
  return [
    ...knockOuts.map(({ test }) => test),
    ...(classification?.classes ?? []).flatMap(({ tests }) => tests),
  ]
}

/** Every name of a measure that such a condition uses. */
export function namesInTests(rulebook: Rulebook): readonly Words[] {
  return testsOf(rulebook).flatMap((test) =>
    test.kind === 'flag' || test.kind === 'measure' ? [test.measure] : [],
  )
}
