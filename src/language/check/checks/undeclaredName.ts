import { didYouMean } from '#base/didYouMean.ts'
import type { Criterion, RankingKey, Words } from '../../ast.ts'
import { isAmount } from '../../domain.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/** Reports every name that no `số liệu` declares, and every code in the ranking that no such node has. */
export function checkUndeclaredNames(context: CheckContext): void {
  const { rulebook } = context
  for (const { partOf } of rulebook.measures) if (partOf) requireDeclared(context, partOf)
  for (const criterion of criteriaOf(rulebook)) {
    // A name said twice of one criterion is one mistake.
    const names = Map.groupBy(namesIn(criterion), ({ text }) => text)
    for (const [name] of names.values()) if (name) requireDeclared(context, name)
  }
  for (const key of rulebook.ranking?.keys ?? []) if (key.kind !== 'total') requireNode(context, key)
}

function requireDeclared(context: CheckContext, name: Words): void {
  const { measures } = context.symbols
  if (measures.has(name.text) || context.isFull()) return
  const near = didYouMean(name.text, measures.keys())
  reportError(
    context,
    'undeclared-name',
    `số liệu \`${name.text}\` chưa được khai báo`,
    [[name.span, 'tên này không có trong các dòng «số liệu»']],
    near
      ? `ý bạn là \`${near}\`?`
      : `thêm dòng: số liệu ${name.text} "Tên đầy đủ": số nguyên <đơn vị tính>, hằng tháng`,
  )
}

function requireNode(context: CheckContext, { kind, code }: Exclude<RankingKey, { kind: 'total' }>): void {
  if (context.symbols.nodes.get(code.text)?.kind === kind) return
  reportError(
    context,
    'undeclared-name',
    `không có ${kind === 'group' ? 'nhóm' : 'tiêu chí'} nào mang mã \`${code.text}\``,
    [[code.span, 'mã này không có trong bộ tiêu chí']],
    'dùng mã của một nhóm hay tiêu chí ở trên',
  )
}

/** Every name of a measure that the criterion uses. */
export function namesIn({ value, zeroAnswer, rule }: Criterion): readonly Words[] {
  const names: Words[] = []
  if (value) names.push(value.numerator)
  if (value?.denominator && !isAmount(value.denominator)) names.push(value.denominator)
  if (zeroAnswer) names.push(zeroAnswer.measure)
  if (rule?.kind === 'parts') names.push(...rule.parts.map(({ measure }) => measure))
  return names
}
