import type { Interval } from '#base/interval.ts'
import { type Rational, ZERO } from '#base/rational.ts'
import type {
  Criterion,
  Exception,
  FlagPart,
  Part,
  PerItem,
  Proportion,
  Relative,
  Role,
  Rule,
  Target,
  Tier,
} from '../ast.ts'
import { pointsOf } from '../awards.ts'
import { type Domain, domainOfTotal, goalValue, type NumberDomain } from '../domain.ts'
import { isRolledUp, measureNamed, type Symbols } from '../symbols.ts'
import { attainableDomain, onSteps } from './attainableDomain.ts'
import { itemRegions } from './itemRegions.ts'
import { proportionRegions } from './proportionRegions.ts'
import { flagTierRegions, tierRegions } from './tierRegions.ts'

/** What a rule makes of values: for every value that can occur the points it gives, exactly as the engine gives them. */
export type Regions = NumberRegions | FlagRegions | RelativeRegions | PartsRegions

/** The regions lie in order, without gap or overlap, over the whole domain; where only steps occur their ends lie on steps. */
export interface NumberRegions {
  readonly kind: 'number'
  readonly domain: NumberDomain
  readonly regions: readonly Region[]
}

/** Points for không and for có, in that order. */
export interface FlagRegions {
  readonly kind: 'flag'
  readonly regions: readonly FlagRegion[]
}

/** The maximum times the value over the cluster's figure, at most the maximum: points that no value has by itself. */
export interface RelativeRegions {
  readonly kind: 'relative'
  readonly domain: NumberDomain
  readonly maximum: Rational
  readonly source: Relative
}

/** The sum of the parts, at most the maximum. */
export interface PartsRegions {
  readonly kind: 'parts'
  readonly parts: readonly PartRegions[]
  readonly maximum: Rational
}

export interface PartRegions {
  readonly part: Part
  readonly regions: NumberRegions | FlagRegions
}

/** Some values, none of them outside the interval, and what they are given. */
export interface Region {
  readonly interval: Interval
  readonly points: RegionPoints
  /** The line that gives them. */
  readonly source: Tier | PerItem | Proportion
}

export interface FlagRegion {
  readonly is: boolean
  readonly points: Rational
  readonly source: Tier | FlagPart
}

export type RegionPoints =
  | { readonly kind: 'constant'; readonly points: Rational }
  /** `slope × value + offset` */
  | { readonly kind: 'linear'; readonly slope: Rational; readonly offset: Rational }
  /**
   * `offset + rise × ⌊(value - from) / step⌋`, with a step below zero where it is counted downwards: only where there would
   * be too many constant regions to list.
   */
  | {
      readonly kind: 'stairs'
      readonly from: Rational
      readonly step: Rational
      readonly rise: Rational
      readonly offset: Rational
    }

/**
 * What the criterion's rule makes of the values that can occur or, where an exception is named, what holds instead. Points
 * are those before `làm tròn từng tiêu chí`; a criterion judged in each period has them in one period. The answer for a
 * denominator of zero stands beside it and is no region.
 *
 * `undefined` for a node with criteria below it, for an exception to which the criterion does not apply, and where something
 * is absent that an error was reported for.
 */
export function regionsOf(
  criterion: Criterion,
  symbols: Symbols,
  exception?: Exception,
): Regions | undefined {
  const rule = exception?.rule ?? criterion.rule
  const target = exception?.target ?? criterion.target
  const maximum = criterion.maximum?.points.value
  if (!rule || !maximum || criterion.children.length > 0 || exception?.notApplicable) return undefined
  const scored: Scored = { maximum, role: symbols.roles.get(criterion.id) ?? 'scale' }
  const rolledUp = isRolledUp(symbols, criterion)
  if (rule.kind === 'parts') {
    const parts = rule.parts.map((part) => partRegions(part, scored, symbols, rolledUp))
    return parts.every((part) => part !== undefined) ? { kind: 'parts', parts, maximum } : undefined
  }
  const domain = criterion.value && attainableDomain(criterion.value, symbols, rolledUp)
  return domain && ruleRegions(rule, target, domain, scored)
}

/** The points that a rule shares out, and what they count as. */
export interface Scored {
  readonly maximum: Rational
  readonly role: Role
}

function ruleRegions(
  rule: Exclude<Rule, { kind: 'parts' }>,
  target: Target | undefined,
  domain: Domain,
  scored: Scored,
): Exclude<Regions, PartsRegions> | undefined {
  if (domain.kind === 'date') return undefined
  if (domain.kind === 'flag') {
    const regions = rule.kind === 'tiers' ? flagTierRegions(rule.tiers, scored) : undefined
    return regions && { kind: 'flag', regions }
  }
  const number = (regions: readonly Region[] | undefined): NumberRegions | undefined =>
    regions && { kind: 'number', domain, regions }
  const goal = target && goalValue(target.goal, domain)
  switch (rule.kind) {
    case 'tiers':
      return number(tierRegions(rule.tiers, target, domain, scored))
    case 'proportion':
      return goal && number(proportionRegions(rule, goal, domain, scored.maximum))
    case 'relative':
      return { kind: 'relative', domain, maximum: scored.maximum, source: rule }
    case 'perItem': {
      const ends = goal && { low: goal, high: target?.goal.high?.value ?? goal }
      return number(itemRegions(rule, ends, domain, scored))
    }
  }
}

function partRegions(
  part: Part,
  scored: Scored,
  symbols: Symbols,
  rolledUp: boolean,
): PartRegions | undefined {
  if (part.kind === 'flagPart') return { part, regions: flagPartRegions(part, scored) }
  const measure = measureNamed(symbols, part.measure)
  const total = measure && domainOfTotal(measure, symbols, rolledUp, undefined)
  if (total?.kind !== 'number') return undefined
  const domain = onSteps(total)
  const within: Scored = { ...scored, role: part.perItem ? 'scale' : scored.role }
  const regions = part.perItem
    ? itemRegions(part.perItem, undefined, domain, within)
    : tierRegions(part.tiers, undefined, domain, within)
  return regions && { part, regions: { kind: 'number', domain, regions } }
}

function flagPartRegions(part: FlagPart, { maximum, role }: Scored): FlagRegions {
  const given = pointsOf(part.award, maximum, role)
  return {
    kind: 'flag',
    regions: [
      { is: false, points: ZERO, source: part },
      { is: true, points: given, source: part },
    ],
  }
}
