import { type Rational, ZERO } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Amount, Bound, ClassTier, Condition, Criterion, Rulebook, Target, Tier } from '../ast.ts'
import { before, type Domain, domainOfTotal, domainOfValue } from '../domain.ts'
import { isRolledUp, measureNamed, type Symbols } from '../symbols.ts'
import { criteriaOf } from '../visit.ts'

/** A list of tiers with what it is laid over. */
export interface TierTable {
  readonly tiers: readonly (Tier | ClassTier)[]
  readonly domain: Domain
  readonly target: Target | undefined
  /** The points that shares are of; none for classes. */
  readonly maximum: Rational | undefined
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
  const domain = {
    kind: 'number',
    integer: false,
    // A total has no upper end here: bonuses lie outside the scale.
    interval: { low: before(ZERO), high: undefined },
    notation: { kind: 'unit', unit: 'điểm' },
  } as const
  const classes = { tiers: classification.classes, domain, target: undefined, maximum: undefined }
  return [...tables, { ...classes, owner: classification.span, of: 'classes' }]
}

function tablesOf(criterion: Criterion, symbols: Symbols): readonly TierTable[] {
  const { rule, value, target, maximum, span } = criterion
  const rolledUp = isRolledUp(symbols, criterion)
  switch (rule?.kind) {
    case 'tiers': {
      const domain = value && domainOfValue(value, symbols, rolledUp)
      if (!domain) return []
      return [
        { tiers: rule.tiers, domain, target, maximum: maximum?.points.value, owner: span, of: 'criterion' },
      ]
    }
    case 'parts':
      return rule.parts.flatMap((part): TierTable[] => {
        const measure = part.kind === 'tierPart' ? measureNamed(symbols, part.measure) : undefined
        const domain = measure && domainOfTotal(measure, rolledUp)
        if (part.kind !== 'tierPart' || part.tiers.length === 0 || !domain) return []
        const { tiers } = part
        // A target is the criterion's; a part has none of its own.
        return [
          { tiers, domain, target: undefined, maximum: maximum?.points.value, owner: part.span, of: 'part' },
        ]
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
    case 'targetReached':
      return target !== undefined && fitsAmount(target.low, domain)
    case 'range':
      return [condition.low, condition.high].every((bound) => !bound || fitsBound(bound, domain))
  }
}

/** Whether the table's tiers can be laid over its domain. */
export function isLayable(table: TierTable): boolean {
  return table.tiers.every(({ condition }) => fits(condition, table))
}

function fitsBound({ amount, unit }: Bound, domain: Domain): boolean {
  if (!fitsAmount(amount, domain)) return false
  return (
    unit === '' ||
    (domain.kind === 'number' && domain.notation.kind === 'unit' && domain.notation.unit === unit)
  )
}

/** Whether a number is written the way the domain's values are: with a percent sign, or without. */
export function fitsAmount({ percent }: Amount, domain: Domain): boolean {
  return domain.kind === 'number' && percent === (domain.notation.kind === 'percent')
}
