import { formatExact } from '#base/formatNumber.ts'
import { equals, sum } from '#base/rational.ts'
import type { Amount, Criterion, Group } from '../../ast.ts'
import { nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/**
 * Reports every node whose parts do not add up to its declared maximum, the rulebook and its scale included.
 *
 * Bonuses lie outside the scale and are not counted, but for those that make up a bonus themselves. Where a maximum
 * could not be read nothing is said.
 */
export function checkSums(context: CheckContext): void {
  const { rulebook } = context
  if (rulebook.scale && !rulebook.incomplete) {
    compareSum(context, 'thang điểm', rulebook.scale.points, rulebook.children, false)
  }
  for (const node of nodesOf(rulebook)) {
    if (node.children.length === 0 || node.incomplete || !node.maximum) continue
    const name = `${node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${node.code.text}`
    compareSum(context, name, node.maximum.points, node.children, node.maximum.bonus)
  }
}

/** As many parts as a reader can add up; past that the first few show where to look. */
const MOST_LABELS = 8

function compareSum(
  context: CheckContext,
  name: string,
  declared: Amount,
  children: readonly (Group | Criterion)[],
  bonus: boolean,
): void {
  const maxima = children.flatMap(({ maximum }) => (maximum ? [maximum] : []))
  const counted = maxima.filter((maximum) => bonus || !maximum.bonus)
  if (maxima.length < children.length || children.length === 0) return
  const total = sum(counted.map(({ points }) => points.value))
  if (equals(total, declared.value)) return
  const [want, got] = [formatExact(declared.value), formatExact(total)]
  reportError(
    context,
    'sum-mismatch',
    `các phần của ${name} cộng lại được ${got} điểm, không phải ${want} điểm`,
    [
      [declared.span, `khai báo ${want} điểm`],
      ...counted
        .slice(0, MOST_LABELS)
        .map(({ span, points }) => [span, `${formatExact(points.value)} điểm`] as const),
    ],
    `sửa ${want} thành ${got}, hoặc sửa điểm của các phần cho đủ ${want}`,
  )
}
