import { add, negate, type Rational, sum } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type {
  Amount,
  Bound,
  ClassTier,
  Condition,
  Criterion,
  Role,
  Rule,
  Rulebook,
  Target,
  TargetGoal,
  Tier,
} from '../ast.ts'
import { boundValue } from '../conditions.ts'
import {
  after,
  before,
  type Domain,
  domainOfTotal,
  domainOfValue,
  goalValue,
  type NumberDomain,
} from '../domain.ts'
import { isRolledUp, measureNamed, type Symbols } from '../symbols.ts'
import { parseUnit, unitsAgree } from '../units.ts'
import { criteriaOf } from '../visit.ts'

/** A list of tiers with what it is laid over. */
export interface TierTable {
  readonly tiers: readonly (Tier | ClassTier)[]
  readonly domain: Domain
  readonly target: Target | undefined
  /** The points that shares are of; none for classes. */
  readonly maximum: Rational | undefined
  readonly role: Role
  /** The line that the tiers belong to. */
  readonly owner: Span
  readonly of: 'criterion' | 'part' | 'classes'
}

/**
 * Every list of tiers in the rulebook whose domain is known. A list with a line that could not be read is left out:
 * that line may have been the missing tier.
 */
export function tierTables(rulebook: Rulebook, symbols: Symbols): readonly TierTable[] {
  const tables = criteriaOf(rulebook).flatMap((criterion) =>
    criterion.incomplete ? [] : tablesOf(criterion, symbols),
  )
  const { classification } = rulebook
  if (!classification || classification.incomplete || classification.classes.length === 0) return tables
  const classes = {
    tiers: classification.classes,
    target: undefined,
    maximum: undefined,
    role: 'scale',
  } as const
  return [
    ...tables,
    { ...classes, domain: domainOfTotals(rulebook), owner: classification.span, of: 'classes' },
  ]
}

/** What a total can be: bonuses go above the scale, penalties below zero. */
export function domainOfTotals(rulebook: Rulebook): NumberDomain {
  const outside = (role: Role): Rational =>
    sum(outermost(rulebook.children, role).map(({ points }) => points.value))
  const { scale } = rulebook
  return {
    kind: 'number',
    step: undefined,
    interval: {
      low: before(negate(outside('penalty'))),
      high: scale && after(add(scale.points.value, outside('bonus'))),
    },
    notation: { kind: 'unit', unit: { what: 'điểm', per: undefined }, showsRate: false },
  }
}

/** The maxima of that role that stand inside no other of the same role. */
function outermost(nodes: Rulebook['children'], role: Role): NonNullable<Criterion['maximum']>[] {
  return nodes.flatMap((node) =>
    node.maximum?.role === role ? [node.maximum] : outermost(node.children, role),
  )
}

function tablesOf(criterion: Criterion, symbols: Symbols): readonly TierTable[] {
  const { rule, target, span, exceptions } = criterion
  return [
    ...tablesOfRule(rule, target, span, criterion, symbols),
    ...exceptions.flatMap((exception) =>
      tablesOfRule(exception.rule, exception.target ?? target, exception.span, criterion, symbols),
    ),
  ]
}

function tablesOfRule(
  rule: Rule | undefined,
  target: Target | undefined,
  owner: Span,
  criterion: Criterion,
  symbols: Symbols,
): readonly TierTable[] {
  const { value, maximum } = criterion
  const rolledUp = isRolledUp(symbols, criterion)
  const common = { maximum: maximum?.points.value, role: symbols.roles.get(criterion.id) ?? 'scale' }
  switch (rule?.kind) {
    case 'tiers': {
      const domain = value && domainOfValue(value, symbols, rolledUp)
      return domain ? [{ ...common, tiers: rule.tiers, domain, target, owner, of: 'criterion' }] : []
    }
    case 'parts':
      return rule.parts.flatMap((part): TierTable[] => {
        const measure = part.kind === 'measurePart' ? measureNamed(symbols, part.measure) : undefined
        const domain = measure && domainOfTotal(measure, symbols, rolledUp, undefined)
        if (part.kind !== 'measurePart' || part.tiers.length === 0 || !domain) return []
        // A target is the criterion's; a part has none of its own.
        return [{ ...common, tiers: part.tiers, domain, target: undefined, owner: part.span, of: 'part' }]
      })
    default:
      return []
  }
}

/** Whether a condition can be asked of the domain at all; what does not fit is reported by the check of kinds. */
export function fits(condition: Condition, { domain, target }: TierTable): boolean {
  switch (condition.kind) {
    case 'rest':
      return true
    case 'flag':
      return domain.kind === 'flag'
    case 'target':
      return target !== undefined && fitsGoal(target.goal, domain) && fitsSide(condition.side, target.goal)
    case 'range':
      return [condition.low, condition.high].every((bound) => !bound || fitsBound(bound, domain))
  }
}

/** `dưới`, `trong` and `vượt chỉ tiêu` are said of a target with two ends. */
export function fitsSide(side: Extract<Condition, { kind: 'target' }>['side'], goal: TargetGoal): boolean {
  return goal.high !== undefined || side === 'reached' || side === 'notReached' || side === 'above'
}

/** Whether the table's tiers can be laid over its domain. */
export function isLayable(table: TierTable): boolean {
  return table.tiers.every(({ condition }) => fits(condition, table))
}

/** Whether a bound is written the way the domain's values are. */
export function fitsBound({ at, unit }: Bound, domain: Domain): boolean {
  if (at.kind === 'level') return boundValue(at, domain) !== undefined
  return fitsAmount(at.amount, domain) && fitsUnit(unit, domain)
}

/** Whether a target is written the way the domain's values are. */
export function fitsGoal(goal: TargetGoal, domain: Domain): boolean {
  if (goal.level) return goalValue(goal, domain) !== undefined
  return (
    [goal.low, goal.high].every((amount) => !amount || fitsAmount(amount, domain)) &&
    fitsUnit(goal.unit, domain)
  )
}

/** Whether a unit of measure that an author wrote beside a number is the domain's; none is always right. */
export function fitsUnit(written: string, domain: Domain): boolean {
  if (written === '') return true
  return (
    domain.kind === 'number' &&
    domain.notation.kind === 'unit' &&
    unitsAgree(parseUnit(written), domain.notation.unit)
  )
}

/** Whether a number is written the way the domain's values are: with a percent sign, or without. */
export function fitsAmount({ percent }: Pick<Amount, 'percent'>, domain: Domain): boolean {
  if (domain.kind !== 'number' || domain.notation.kind === 'levels') return false
  return percent === (domain.notation.kind === 'percent')
}
