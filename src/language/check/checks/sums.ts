import { formatExact } from '#base/formatNumber.ts'
import {
  divide,
  equals,
  isZero,
  maximum,
  minimum,
  type Rational,
  rational,
  sum,
  ZERO,
} from '#base/rational.ts'
import type { Amount, Combine, Criterion, Group, Maximum, Role } from '../../ast.ts'
import { nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'
import { replaceBy } from '../repairs.ts'

/**
 * Reports every node whose parts do not make up its declared maximum, the rulebook and its scale included: together or,
 * where only one of them counts, that one.
 *
 * Bonuses and penalties lie outside the scale and are not counted, but for those that make up such a node themselves. Where
 * a maximum could not be read nothing is said.
 */
export function checkSums(context: CheckContext): void {
  const { rulebook } = context
  if (rulebook.scale && !rulebook.incomplete) {
    compareWhole(context, 'thang điểm', rulebook.scale.points, rulebook.children, 'scale', 'sum')
  }
  for (const node of nodesOf(rulebook)) {
    if (node.children.length === 0 || node.incomplete || !node.maximum) continue
    const name = `${node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${node.code.text}`
    compareWhole(context, name, node.maximum.points, node.children, node.maximum.role, node.combine)
  }
}

/** How the maxima of the parts make up that of the whole, and how a message says it. */
const WHOLES: Readonly<
  Record<Combine, { readonly of: (maxima: readonly Rational[]) => Rational; readonly text: string }>
> = {
  sum: { of: sum, text: 'các phần của {name} cộng lại được' },
  best: { of: (maxima) => maxima.reduce(maximum, ZERO), text: 'phần cao nhất của {name} được' },
  worst: { of: (maxima) => maxima.reduce(minimum), text: 'phần thấp nhất của {name} được nhiều nhất' },
  average: {
    of: (maxima) => divide(sum(maxima), rational(BigInt(maxima.length))),
    text: 'bình quân các phần của {name} được',
  },
}

type Part = Pick<Maximum, 'role'> & { readonly points: Pick<Amount, 'value'> }

/** Bonuses and penalties do not count in what is within the scale. */
function countedIn<Counted extends Part>(
  parts: readonly (Counted | undefined)[],
  role: Role,
): readonly Counted[] {
  return parts
    .filter((part) => part !== undefined)
    .filter((part) => role !== 'scale' || part.role === 'scale')
}

function totalOf(parts: readonly Part[], combine: Combine): Rational {
  return parts.length === 0 ? ZERO : WHOLES[combine].of(parts.map(({ points }) => points.value))
}

/** The maximum of a node as its parts make it up. */
function asMadeUp({ maximum, children, combine }: Group | Criterion): Part | undefined {
  if (!maximum || children.length === 0 || children.some((child) => !child.maximum)) return maximum
  const parts = countedIn(
    children.map((child) => child.maximum),
    maximum.role,
  )
  return { role: maximum.role, points: { value: totalOf(parts, combine) } }
}

/** As many parts as a reader can add up; past that the first few show where to look. */
const MOST_LABELS = 8

function compareWhole(
  context: CheckContext,
  name: string,
  declared: Amount,
  children: readonly (Group | Criterion)[],
  role: Role,
  combine: Combine,
): void {
  const maxima = children.flatMap((child) => (child.maximum ? [child.maximum] : []))
  if (maxima.length < children.length || children.length === 0) return
  const whole = WHOLES[combine]
  const counted = countedIn(maxima, role)
  const total = totalOf(counted, combine)
  // Where the parts would make up the whole but for one of them that its own parts do not make up, that one is to be told.
  if (
    equals(total, declared.value) ||
    equals(totalOf(countedIn(children.map(asMadeUp), role), combine), declared.value)
  )
    return
  const [want, got] = [formatExact(declared.value), formatExact(total)]
  reportError(
    context,
    'sum-mismatch',
    `${whole.text.replace('{name}', name)} ${got} điểm, không phải ${want} điểm`,
    [
      [declared.span, `khai báo ${want} điểm`],
      ...counted
        .slice(0, MOST_LABELS)
        .map(({ span, points }) => [span, `${formatExact(points.value)} điểm`] as const),
    ],
    `sửa ${want} thành ${got}, hoặc sửa điểm của các phần cho đủ ${want}`,
    [isZero(total) || !context.isOnlyVersion ? undefined : replaceBy(got, declared.span)],
  )
}
