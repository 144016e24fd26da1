import { didYouMean } from '#base/didYouMean.ts'
import type { Criterion, Words } from '../../ast.ts'
import { isAmount } from '../../domain.ts'
import { criteriaOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/** Reports every name that no `số liệu` declares, and every code in the ranking that no node has. */
export function checkUndeclaredNames(context: CheckContext): void {
  const { rulebook, symbols } = context
  const names = [
    ...rulebook.measures.flatMap(({ partOf }) => (partOf ? [partOf] : [])),
    ...criteriaOf(rulebook).flatMap(namesIn),
  ]
  for (const name of names) {
    if (symbols.measures.has(name.text)) continue
    const near = didYouMean(name.text, symbols.measures.keys())
    reportError(
      context,
      'undeclared-name',
      `số liệu \`${name.text}\` chưa được khai báo`,
      [[name.span, 'tên này không có trong các dòng «số liệu»']],
      near
        ? `ý bạn là \`${near}\`?`
        : `thêm dòng: số liệu ${name.text} "Tên đầy đủ": số nguyên người, hằng tháng`,
    )
  }
  for (const key of rulebook.ranking?.keys ?? []) {
    if (key.kind === 'total' || symbols.nodes.has(key.code.text)) continue
    reportError(
      context,
      'undeclared-name',
      `không có nhóm hay tiêu chí nào mang mã \`${key.code.text}\``,
      [[key.code.span, 'mã này không có trong bộ tiêu chí']],
      'dùng mã của một nhóm hay tiêu chí ở trên',
    )
  }
}

function namesIn({ value, zeroAnswer, rule }: Criterion): readonly Words[] {
  const names: Words[] = []
  if (value) names.push(value.numerator)
  if (value?.denominator && !isAmount(value.denominator)) names.push(value.denominator)
  if (zeroAnswer) names.push(zeroAnswer.measure)
  if (rule?.kind === 'parts') names.push(...rule.parts.map(({ measure }) => measure))
  return names
}
