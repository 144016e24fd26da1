import type { Rational } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Exception, Role, Rule, Rulebook, Target } from '../../ast.ts'
import type { NumberDomain } from '../../domain.ts'
import { partsByMeasure, rangeOfRegions } from '../../ranges/leafRange.ts'
import { type Piece, piecesOf } from '../../ranges/pieces.ts'
import type { Range } from '../../ranges/range.ts'
import { type NumberRegions, type PartRegions, type Regions, regionsOf } from '../../ranges/regions.ts'
import type { Symbols } from '../../symbols.ts'
import { criteriaOf, isLeaf } from '../../visit.ts'

/** A criterion's rule, or what holds instead for some, with everything it makes of values. */
export interface Shape {
  readonly criterion: Criterion
  readonly exception: Exception | undefined
  readonly rule: Rule
  readonly target: Target | undefined
  readonly maximum: Rational
  readonly role: Role
  readonly regions: Regions
  /** The least and the most points, before any rounding. */
  readonly range: Range
  /** The points as they go up and down with each number that is judged. */
  readonly curves: readonly Curve[]
}

export interface Curve {
  readonly domain: NumberDomain
  /** In order and without gaps. */
  readonly pieces: readonly Piece[]
  /** The place that names the value: `giá trị = …`, or the measure of a part. */
  readonly value: Span
}

/** The shapes of every criterion that is scored by itself; where a rule could not be told there is none. */
export function shapesOf(rulebook: Rulebook, symbols: Symbols): readonly Shape[] {
  return criteriaOf(rulebook)
    .filter(isLeaf)
    .flatMap((criterion) => [
      ...shapeOf(criterion, undefined, symbols),
      ...criterion.exceptions.flatMap((exception) => shapeOf(criterion, exception, symbols)),
    ])
}

function shapeOf(criterion: Criterion, exception: Exception | undefined, symbols: Symbols): readonly Shape[] {
  const regions = regionsOf(criterion, symbols, exception)
  const rule = exception?.rule ?? criterion.rule
  if (!regions || !rule || !criterion.maximum) return []
  const target = exception?.target ?? criterion.target
  const role = symbols.roles.get(criterion.id) ?? 'scale'
  const maximum = criterion.maximum.points.value
  const common = { criterion, exception, rule, target, maximum, role, regions }
  return [{ ...common, range: rangeOfRegions(regions), curves: curvesOf(regions, criterion) }]
}

function curvesOf(regions: Regions, { value, span }: Criterion): readonly Curve[] {
  switch (regions.kind) {
    case 'number':
      return curveOf([regions], value?.span ?? span)
    case 'parts':
      return partsByMeasure(regions.parts).flatMap((parts) => curveOf(numbersOf(parts), placeOf(parts, span)))
    case 'flag':
    case 'relative':
      return []
  }
}

function curveOf(rules: readonly NumberRegions[], value: Span): readonly Curve[] {
  const [first] = rules
  const pieces = piecesOf(rules)
  return first && pieces && pieces.length > 0 ? [{ domain: first.domain, pieces, value }] : []
}

function numbersOf(parts: readonly PartRegions[]): readonly NumberRegions[] {
  return parts.flatMap(({ regions }) => (regions.kind === 'number' ? [regions] : []))
}

function placeOf([first]: readonly PartRegions[], otherwise: Span): Span {
  return first?.part.measure.span ?? otherwise
}

/** Whether values between two tiers fall to `còn lại`: that is told by itself, and how the points jump there is no second mistake. */
export function hasHole({ pieces }: Curve): boolean {
  return pieces
    .slice(1, -1)
    .some(({ sources }) => sources.some((one) => one.kind === 'tier' && one.condition.kind === 'rest'))
}
