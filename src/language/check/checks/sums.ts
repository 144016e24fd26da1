import { formatExact } from '#base/formatNumber.ts'
import { equals, isZero, type Rational } from '#base/rational.ts'
import type { Amount, Combine, Criterion, Group, Maximum, Role } from '../../ast.ts'
import { KEYWORDS } from '../../keywords.ts'
import { combinePoints } from '../../ranges/combinePoints.ts'
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
    compareWhole(context, SCALE, rulebook.scale.points, rulebook.children, 'scale', 'sum')
  }
  for (const node of nodesOf(rulebook)) {
    if (node.children.length === 0 || node.incomplete || !node.maximum) continue
    const name = `${node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${node.code.text}`
    compareWhole(context, name, node.maximum.points, node.children, node.maximum.role, node.combine)
  }
}

/** What a message calls the whole rulebook's points; how they add up is not the author's to choose. */
const SCALE = 'thang điểm'

/** How a message says what the maxima of the parts come to. */
const COMBINED: Readonly<Record<Combine, string>> = {
  sum: 'các phần của {name} cộng lại được',
  best: 'phần cao nhất của {name} được',
  worst: 'phần thấp nhất của {name} được nhiều nhất',
  average: 'bình quân các phần của {name} được',
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
  return combinePoints(
    combine,
    parts.map(({ points }) => points.value),
  )
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

/** The other way of combining that the declared maximum fits, as an author says it. */
function otherCombination({ value }: Amount, parts: readonly Part[], combine: Combine): string {
  const fits = (way: Combine): boolean =>
    way !== combine && parts.length > 1 && equals(totalOf(parts, way), value)
  if (combine !== 'sum') return fits('sum') ? '; hoặc, nếu điểm các phần được cộng lại, bỏ cách tính này' : ''
  if (fits('best')) return `; hoặc, nếu chỉ tính phần cao nhất, thêm «, ${KEYWORDS.TakeBest}»`
  return fits('average') ? `; hoặc, nếu lấy bình quân, thêm «, ${KEYWORDS.TakeAverage}»` : ''
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
    `${COMBINED[combine].replace('{name}', name)} ${got} điểm, không phải ${want} điểm`,
    [
      [declared.span, `khai báo ${want} điểm`],
      ...counted
        .slice(0, MOST_LABELS)
        .map(({ span, points }) => [span, `${formatExact(points.value)} điểm`] as const),
    ],
    `sửa ${want} thành ${got}, hoặc sửa điểm của các phần cho đủ ${want}${name === SCALE ? '' : otherCombination(declared, counted, combine)}`,
    [isZero(total) || !context.isOnlyVersion ? undefined : replaceBy(got, declared.span)],
  )
}
