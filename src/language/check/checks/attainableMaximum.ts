import { formatExact } from '#base/formatNumber.ts'
import { compare, negate, type Rational, sum } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Group, Rulebook } from '../../ast.ts'
import { pointsOf } from '../../awards.ts'
import { rangeOfLeaf } from '../../ranges/leafRange.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { idleTiers, isTargetOutOfReach } from '../analysis/reach.ts'
import type { Shape } from '../analysis/shapes.ts'
import { reportWarning } from '../context.ts'

/**
 * Warns of criteria that declare more points than any value is given. It is told there, with the groups around that come short for
 * it. Where a tier or a target is out of reach, that is the cause, and is told instead.
 */
export function checkAttainableMaxima(context: AnalysisContext): void {
  for (const [criterion, shapes] of Map.groupBy(context.shapes, (shape) => shape.criterion)) {
    const range = rangeOfLeaf(criterion, context.symbols)
    const [{ role, maximum } = {}] = shapes
    if (!range || !maximum || !criterion.maximum || shapes.some(isCausedElsewhere)) continue
    const most = role === 'penalty' ? negate(range.least) : range.most
    if (compare(most, maximum) >= 0) continue
    const [want, got] = [formatExact(maximum), formatExact(most)]
    const verb = role === 'penalty' ? 'bị trừ' : 'được'
    reportWarning(
      context,
      'attainable-below-maximum',
      `tiêu chí ${criterion.code.text} khai tối đa ${want} điểm nhưng nhiều nhất chỉ ${verb} ${got} điểm`,
      [[criterion.maximum.span, `khai ${want} điểm`], ...above(context, criterion)],
      `sửa điểm tối đa thành ${got}, hoặc sửa cách chấm để có giá trị ${verb} ${want} điểm`,
    )
  }
}

/** Whether a tier or a target out of reach would have given more. */
function isCausedElsewhere(shape: Shape): boolean {
  const { maximum, role, range } = shape
  return (
    isTargetOutOfReach(shape) ||
    idleTiers(shape).some(({ award }) => {
      const points = pointsOf(award, maximum, role)
      return role === 'penalty' ? compare(points, range.least) < 0 : compare(points, range.most) > 0
    })
  )
}

/** The nodes around the criterion, and the scale, that come short of their maximum too. */
function above(context: AnalysisContext, criterion: Criterion): (readonly [Span, string])[] {
  const { rulebook, ranges, symbols } = context
  const around = ancestorsOf(rulebook, criterion).flatMap((node): (readonly [Span, string])[] => {
    const most = ranges.get(node.id)?.full.most
    if (!most || !node.maximum || compare(most, node.maximum.points.value) >= 0) return []
    return [[node.maximum.span, shortText(node.kind === 'group' ? 'nhóm này' : 'tiêu chí này', most)]]
  })
  const { scale } = rulebook
  const within = rulebook.children.filter(({ id }) => symbols.roles.get(id) === 'scale')
  const whole = sum(within.flatMap(({ id }) => ranges.get(id)?.full.most ?? []))
  if (!scale || compare(whole, scale.points.value) >= 0) return around
  return [...around, [scale.points.span, shortText('cả thang điểm', whole)]]
}

function shortText(what: string, most: Rational): string {
  return `vì thế ${what} nhiều nhất ${formatExact(most)} điểm`
}

function ancestorsOf(rulebook: Rulebook, criterion: Criterion): readonly (Group | Criterion)[] {
  const find = (nodes: readonly (Group | Criterion)[]): readonly (Group | Criterion)[] | undefined => {
    for (const node of nodes) {
      if (node === criterion) return []
      const below = find(node.children)
      if (below) return [...below, node]
    }
    return undefined
  }
  return find(rulebook.children) ?? []
}
