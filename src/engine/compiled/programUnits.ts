import { denominator, numerator, type Rational, rational, sum } from '#base/rational.ts'
import { duePeriods } from '../periods.ts'
import { leavesOf, type Program, type ProgramNode, type ProgramPart, type ProgramRule } from '../program.ts'
import type { Evaluation } from '../readInput.ts'
import { leastCommonMultiple, multipleOfAllUpTo, type Units, unitsFor } from './units.ts'

/** Units in which all points that the rulebook names are whole, and so are their means and roundings. */
export function unitsOf({ program, asOf }: Evaluation): Units {
  const { nodes, scale, totalRounding, criterionRounding } = program
  const digits = [totalRounding.places, criterionRounding?.places ?? 0].map((places) =>
    rational(1n, 10n ** BigInt(places)),
  )
  const leaves = leavesOf(nodes)
  const named = leaves.flatMap(({ rule, exceptions, zeros, maximum }) => [
    maximum,
    ...Object.values(zeros).flatMap((zero) => (zero.kind === 'points' ? [zero.points] : [])),
    ...[rule, ...exceptions.map((one) => one.rule)].flatMap((one) => pointsOf(one)),
  ])
  const periods = leaves.map(({ value }) =>
    value?.each ? BigInt(multipleOfAllUpTo(duePeriods(program, value.each, asOf).length) ?? 1) : 1n,
  )
  const declared = maximaOf(nodes)
  const overPeriods = periods.reduce(leastCommonMultiple, 1n)
  // The scale, and whatever maxima lie in or outside it, as often as points are added.
  const farthest = sum([scale, ...declared])
  const reach = (numerator(farthest) / denominator(farthest) + 1n) * BigInt(leaves.length + 16)
  return unitsFor([scale, ...digits, ...named, ...declared], meanDivisor(nodes) * overPeriods, reach)
}

function maximaOf(nodes: Program['nodes']): readonly Rational[] {
  return nodes.flatMap((node) => [node.maximum, ...(node.kind === 'branch' ? maximaOf(node.children) : [])])
}

function pointsOf(rule: ProgramRule | 'notApplicable'): readonly Rational[] {
  if (rule === 'notApplicable') return []
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map(({ points }) => points)
    case 'perItem':
      return [rule.items.award, ...(rule.items.limit ? [rule.items.limit] : [])]
    case 'parts':
      return rule.parts.flatMap(pointsOfPart)
    case 'proportion':
    case 'relative':
      return []
  }
}

function pointsOfPart(part: ProgramPart): readonly Rational[] {
  switch (part.kind) {
    case 'flag':
      return [part.points]
    case 'tiers':
      return pointsOf({ kind: 'tiers', tiers: part.tiers })
    case 'items':
      return pointsOf({ kind: 'perItem', items: part.items })
  }
}

/** What the points of leaves must be divisible by for all means of children to be whole. */
function meanDivisor(nodes: readonly ProgramNode[]): bigint {
  return nodes.reduce((divisor, node) => {
    if (node.kind === 'leaf') return divisor
    const own = node.combine === 'average' ? BigInt(multipleOfAllUpTo(node.children.length) ?? 1) : 1n
    return leastCommonMultiple(divisor, own * meanDivisor(node.children))
  }, 1n)
}
