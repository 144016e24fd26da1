import type { Rational } from '#base/rational.ts'
import { ZERO } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { ClassTier, Condition, Criterion, Rulebook, Target, Tier } from '../ast.ts'
import { before, type Domain, domainOfMeasure, domainOfValue } from '../domain.ts'
import type { Symbols } from '../symbols.ts'
import { measureNamed } from '../symbols.ts'
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
  return [...tables, { ...classes, owner: classification.span }]
}

function tablesOf({ rule, value, target, maximum, span }: Criterion, symbols: Symbols): readonly TierTable[] {
  const common = { target, maximum: maximum?.points.value }
  switch (rule?.kind) {
    case 'tiers': {
      const domain = value && domainOfValue(value, symbols)
      return domain ? [{ ...common, tiers: rule.tiers, domain, owner: span }] : []
    }
    case 'parts':
      return rule.parts.flatMap((part) => {
        const measure = part.kind === 'tierPart' ? measureNamed(symbols, part.measure) : undefined
        const domain = measure && domainOfMeasure(measure)
        if (part.kind !== 'tierPart' || !domain) return []
        return [{ ...common, target: undefined, tiers: part.tiers, domain, owner: part.span }]
      })
    default:
      return []
  }
}

/** Whether a condition can be asked of the domain at all; what does not fit is reported by the check of kinds. */
export function fits(condition: Condition, domain: Domain, target: Target | undefined): boolean {
  switch (condition.kind) {
    case 'rest':
      return true
    case 'flag':
      return domain.kind === 'flag'
    case 'targetReached':
      return domain.kind === 'number' && target !== undefined
    case 'range': {
      if (domain.kind !== 'number') return false
      const percent = domain.notation.kind === 'percent'
      return [condition.low, condition.high].every((bound) => !bound || bound.amount.percent === percent)
    }
  }
}
