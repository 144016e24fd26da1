import { contains } from '#base/interval.ts'
import { add, compare, divide, minimum, multiply, ZERO } from '#base/rational.ts'
import type { Criterion } from '../ast.ts'
import { pointsOf } from '../awards.ts'
import { domainOfTotal, isAmount } from '../domain.ts'
import { isRolledUp, measureNamed, type Symbols } from '../symbols.ts'
import { piecesOf, rangeOfPieces } from './pieces.ts'
import { addRanges, joinAll, mapRange, NOTHING, type Range } from './range.ts'
import type {
  FlagRegions,
  NumberRegions,
  PartRegions,
  PartsRegions,
  Regions,
  RelativeRegions,
} from './regions.ts'
import { regionsOf } from './regions.ts'

/**
 * The least and the most points that a criterion gives when its facts are there: by its own rule, by those of its exceptions, and
 * for a denominator of zero. Before `làm tròn từng tiêu chí`. The average of several periods lies where one period's points do.
 * `undefined` where its rule cannot be told (see {@link regionsOf}).
 */
export function rangeOfLeaf(criterion: Criterion, symbols: Symbols): Range | undefined {
  const own = regionsOf(criterion, symbols)
  if (!own) return undefined
  const instead = criterion.exceptions.flatMap((exception) => regionsOf(criterion, symbols, exception) ?? [])
  const rules = [own, ...instead]
  return joinAll([...rules.map(rangeOfRegions), ...zeroAnswers(criterion, rules, symbols)])
}

/** The least and the most points of a rule. */
export function rangeOfRegions(regions: Regions): Range {
  switch (regions.kind) {
    case 'number':
      return rangeOfPieces(piecesOf([regions]) ?? [], regions.domain)
    case 'flag':
      return joinAll(regions.regions.map(({ points }) => ({ least: points, most: points })))
    case 'relative':
      return rangeOfRelative(regions)
    case 'parts':
      return rangeOfParts(regions)
  }
}

/** Whoever has the cluster's best value has the maximum; the least is the domain's lower end against its upper one. */
function rangeOfRelative({ domain, maximum: most }: RelativeRegions): Range {
  const { low, high } = domain.interval
  if (!low || !high || compare(low.at, ZERO) <= 0) return { least: ZERO, most }
  return { least: divide(multiply(most, low.at), high.at), most }
}

/**
 * Parts by the same measure are added value by value, so that two that exclude each other do not both count. Measures are taken
 * to be independent of each other; with very many steps so are the parts, which gives too wide a range, never too narrow a one.
 */
function rangeOfParts({ parts, maximum: most }: PartsRegions): Range {
  const groups = partsByMeasure(parts)
  return mapRange(addRanges(groups.map(rangeOfGroup)), (points) => minimum(points, most))
}

/** The parts of each measure together. */
export function partsByMeasure(parts: readonly PartRegions[]): readonly (readonly PartRegions[])[] {
  return [...Map.groupBy(parts, ({ part }) => part.measure.text).values()]
}

/** The least and the most of parts by one measure. */
export function rangeOfGroup(parts: readonly PartRegions[]): Range {
  const numbers = parts.flatMap(({ regions }): NumberRegions[] =>
    regions.kind === 'number' ? [regions] : [],
  )
  const flags = parts.flatMap(({ regions }): FlagRegions[] => (regions.kind === 'flag' ? [regions] : []))
  const [first] = numbers
  const together = piecesOf(numbers)
  const byNumber =
    first && together ? rangeOfPieces(together, first.domain) : addRanges(numbers.map(rangeOfRegions))
  const byFlag = [false, true].map((is) => {
    const points = flags.flatMap(({ regions }) => regions.filter((region) => region.is === is))
    const total = points.reduce((sum, one) => add(sum, one.points), ZERO)
    return { least: total, most: total }
  })
  return addRanges([numbers.length > 0 ? byNumber : NOTHING, flags.length > 0 ? joinAll(byFlag) : NOTHING])
}

/** The points for a denominator of zero, or a cluster's figure of zero, where that can be. */
function zeroAnswers(criterion: Criterion, rules: readonly Regions[], symbols: Symbols): readonly Range[] {
  const { zeroAnswers: said, maximum: declared, value } = criterion
  if (!declared) return []
  const below = value?.denominator
  const measure = below && !isAmount(below) ? measureNamed(symbols, below) : undefined
  const divisor = measure && domainOfTotal(measure, symbols, isRolledUp(symbols, criterion), value?.each)
  const canBeZero = divisor?.kind === 'number' && contains(divisor.interval, ZERO)
  // A cluster without a figure is answered as one whose figure is zero.
  const isRelative = rules.some(({ kind }) => kind === 'relative')
  const role = symbols.roles.get(criterion.id) ?? 'scale'
  return said.flatMap(({ divisor: { kind }, answer }) => {
    if (answer.kind === 'notApplicable' || !(kind === 'measure' ? canBeZero : isRelative)) return []
    const points = pointsOf(answer, declared.points.value, role)
    return [{ least: points, most: points }]
  })
}
