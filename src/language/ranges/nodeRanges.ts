import { divide, isZero, multiply, ONE, type Rational, ZERO } from '#base/rational.ts'
import { roundWithin } from '#base/rounding.ts'
import type { Combine, Criterion, Group, NodeId, Role, Rulebook } from '../ast.ts'
import type { Symbols } from '../symbols.ts'
import { isLeaf } from '../visit.ts'
import { combinePoints, combineSigned } from './combinePoints.ts'
import { partsByMeasure, rangeOfLeaf } from './leafRange.ts'
import { addRanges, join, joinAll, mapRange, NOTHING, type Range, scaleRange } from './range.ts'
import { regionsOf } from './regions.ts'

/** What a node can give. */
export interface NodeRange {
  readonly node: Group | Criterion
  /** The part of the scale, the bonus or the penalty that the node makes up when everything in it applies. */
  readonly maximum: Rational
  /** When every fact is there and everything applies: what the declared maxima are held against. */
  readonly full: Range
  /** Whatever is missing, waits to be verified or does not apply; always holds 0. */
  readonly ever: Range
  /** The same as a share of the maximum that applies. */
  readonly share: Range
}

/** The ranges of all nodes, by id; those in which nothing counts are absent. */
export type NodeRanges = ReadonlyMap<NodeId, NodeRange>

/** Whom the ranges are for. */
export interface Scope {
  /** Whether the criterion is among those that the entrant is scored on. */
  readonly counts: (criterion: Criterion) => boolean
  /** Whether criteria may fail to apply to the entrant. */
  readonly mayNotApply: boolean
}

/**
 * The least and the most points of every node, exact and tight as long as no two criteria share measures; where they do,
 * never too narrow. A node with a criterion that could not be read is absent.
 */
export function nodeRanges(rulebook: Rulebook, symbols: Symbols, scope: Scope): NodeRanges {
  const ranges = new Map<NodeId, NodeRange>()
  const visit = (node: Group | Criterion): NodeRange | undefined => {
    const children = node.children.flatMap((child) => visit(child) ?? [])
    const range =
      node.kind === 'criterion' && isLeaf(node)
        ? leafRange(node, rulebook, symbols, scope)
        : branchRange(node, children, rulebook, symbols, scope)
    if (range) ranges.set(node.id, range)
    return range
  }
  for (const child of rulebook.children) visit(child)
  return ranges
}

function leafRange(
  node: Criterion,
  { criterionRounding }: Rulebook,
  symbols: Symbols,
  { counts, mayNotApply }: Scope,
): NodeRange | undefined {
  const exact = node.maximum && counts(node) ? rangeOfLeaf(node, symbols) : undefined
  if (!exact || !node.maximum) return undefined
  const most = node.maximum.points.value
  const rounded = (points: Rational): Rational =>
    criterionRounding ? roundWithin(points, most, criterionRounding.places, criterionRounding.method) : points
  const full = mapRange(exact, rounded)
  const ever = join(full, NOTHING)
  const whole = isZero(most) ? NOTHING : scaleRange(ever, divide(ONE, most))
  const share = mayNotApply ? join(whole, shareOfSomeParts(node, symbols)) : whole
  return { node, maximum: most, full, ever, share }
}

/** Parts that do not apply leave the maximum, so the others may give the whole of what is left. */
function shareOfSomeParts(node: Criterion, symbols: Symbols): Range {
  const regions = regionsOf(node, symbols)
  if (regions?.kind !== 'parts' || partsByMeasure(regions.parts).length < 2) return NOTHING
  return { least: ZERO, most: ONE }
}

function branchRange(
  node: Group | Criterion,
  children: readonly NodeRange[],
  { notApplicablePolicy }: Rulebook,
  symbols: Symbols,
  { mayNotApply }: Scope,
): NodeRange | undefined {
  if (children.length === 0) return undefined
  const role = symbols.roles.get(node.id) ?? 'scale'
  const counted = children.filter((child) => symbols.roles.get(child.node.id) === role)
  // What is out of 0 points is taken for what does not apply: only a sum has room for it.
  const judged = node.combine === 'sum' ? counted : counted.filter((child) => !isZero(child.maximum))
  const most = combinePoints(
    node.combine,
    judged.map((child) => child.maximum),
  )
  const full = combineRanges(
    node.combine,
    role,
    judged.map((child) => child.full),
  )
  const ever = mayNotApply
    ? openRange(
        node.combine,
        judged.map((child) => child.ever),
      )
    : combineRanges(
        node.combine,
        role,
        judged.map((child) => child.ever),
      )
  const share = shareOf(node.combine, role, judged, ever, most, mayNotApply)
  const range = { node, maximum: most, full, ever: join(ever, NOTHING), share }
  const declared = node.maximum?.points.value
  const carries =
    notApplicablePolicy?.redistribute === 'group' &&
    role === 'scale' &&
    node.kind === 'group' &&
    declared &&
    !isZero(most)
  if (!carries) return range
  return {
    ...range,
    maximum: declared,
    full: scaleRange(full, divide(declared, most)),
    ever: join(range.ever, scaleRange(share, declared)),
  }
}

/** What some of the nodes below, or all of them, make together: whoever does not apply is left out. */
function openRange(how: Combine, ranges: readonly Range[]): Range {
  return how === 'sum' ? addRanges(ranges) : joinAll(ranges)
}

/**
 * The points as a share of what applies. Of a sum and of an average it lies between the shares of the nodes below, whatever their
 * weights are. The least of several may be out of less than the one that gives it, or in a penalty takes it.
 */
function shareOf(
  how: Combine,
  role: Role,
  children: readonly NodeRange[],
  ever: Range,
  most: Rational,
  mayNotApply: boolean,
): Range {
  if (!mayNotApply) return isZero(most) ? NOTHING : scaleRange(ever, divide(ONE, most))
  const between = joinAll(children.map(({ share }) => share))
  if (how !== 'worst' || children.length === 0) return between
  const maxima = children.map((child) => child.maximum)
  const spread = divide(combinePoints('best', maxima), combinePoints('worst', maxima))
  return role === 'penalty'
    ? { least: between.least, most: multiply(between.most, spread) }
    : { least: multiply(between.least, spread), most: between.most }
}

function combineRanges(how: Combine, role: Role, ranges: readonly Range[]): Range {
  return {
    least: combineSigned(
      how,
      role,
      ranges.map(({ least }) => least),
    ),
    most: combineSigned(
      how,
      role,
      ranges.map(({ most }) => most),
    ),
  }
}
