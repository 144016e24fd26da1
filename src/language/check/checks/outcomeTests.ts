import { compare, ONE, ZERO } from '#base/rational.ts'
import type { Test } from '../../ast.ts'
import { domainOfTotal } from '../../domain.ts'
import { measureNamed } from '../../symbols.ts'
import { nodesOf } from '../../visit.ts'
import { type CheckContext, reportMismatch } from '../context.ts'
import { fitsBound } from '../tierTables.ts'
import { describeNotation } from '../wording.ts'
import { testsOf } from './undeclaredName.ts'

/** Reports conditions of ranking and classes that ask a measure for what it is not, and quotas that are no share. */
export function checkOutcomeTests(context: CheckContext): void {
  for (const test of testsOf(context.rulebook)) {
    checkTest(context, test)
    checkScope(context, test)
  }
  for (const { quota } of context.rulebook.classification?.classes ?? []) {
    const share = quota?.share
    if (!share || (share.percent && compare(share.value, ZERO) > 0 && compare(share.value, ONE) <= 0))
      continue
    reportMismatch(
      context,
      'mức khống chế số lượng phải là một tỷ lệ trên 0% đến 100%',
      [[share.span, 'tỷ lệ này']],
      'viết ví dụ «không quá 20% số thôn»',
    )
  }
}

/** «mọi nhóm» of a rulebook without groups would always hold. */
function checkScope(context: CheckContext, test: Test): void {
  if (test.kind !== 'every') return
  const nodes = nodesOf(context.rulebook)
  if (nodes.some(({ id, kind }) => kind === test.scope && context.symbols.roles.get(id) === 'scale')) return
  reportMismatch(
    context,
    'bộ tiêu chí không có nhóm nào để xét điều kiện này',
    [[test.span, 'điều kiện này lúc nào cũng đạt']],
    'viết «mọi tiêu chí», hoặc bỏ điều kiện này',
  )
}

function checkTest(context: CheckContext, test: Test): void {
  if (test.kind !== 'flag' && test.kind !== 'measure') return
  const measure = measureNamed(context.symbols, test.measure)
  const domain = measure && domainOfTotal(measure, context.symbols, false, undefined)
  if (!measure || !domain) return
  const declared = [measure.span, 'khai báo ở đây'] as const
  if (test.kind === 'flag' && domain.kind !== 'flag') {
    reportMismatch(
      context,
      `\`${test.measure.text}\` không phải số liệu có/không`,
      [[test.measure.span, 'điều kiện này cần có hoặc không'], declared],
      `viết rõ mức, ví dụ «${test.measure.text} từ 3 trở lên»`,
    )
  }
  if (test.kind !== 'measure') return
  const { low, high } = test.range
  if ([low, high].every((bound) => !bound || fitsBound(bound, domain))) return
  reportMismatch(context, 'điều kiện này không cùng loại với số liệu', [
    [test.range.span, describeNotation(domain)],
    declared,
  ])
}
