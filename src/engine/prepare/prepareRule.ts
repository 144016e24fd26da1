import { multiply, type Rational } from '#base/rational.ts'
import {
  amountOf,
  domainOfTotal,
  goalValue,
  intervalOf,
  isRolledUp,
  measureNamed,
  type NumberDomain,
  type PerItem,
  pointsOf,
  type Rule,
  type Symbols,
  type Target,
  type Tier,
} from '#language/index.ts'
import type { Leaf, ProgramItems, ProgramPart, ProgramRule, ProgramTier } from '../program.ts'
import { certain } from './certain.ts'

/** The parts of a leaf that its rules are made from. */
export type Judged = Pick<Leaf, 'maximum' | 'role' | 'value' | 'node'>

/** A rule with its points and its thresholds as numbers, for the target that holds. */
export function prepareRule(
  rule: Rule,
  target: Target | undefined,
  leaf: Judged,
  symbols: Symbols,
): ProgramRule {
  const { value } = leaf
  const domain = value && value.kind !== 'flag' ? value.domain : undefined
  switch (rule.kind) {
    case 'tiers':
      return { kind: 'tiers', tiers: prepareTiers(rule.tiers, target, domain, leaf) }
    case 'proportion': {
      const goal = goalOf(target, domain)
      const floor = rule.floor && multiply(rule.floor.value, goal)
      return { kind: 'proportion', target: goal, floor }
    }
    case 'relative':
      return { kind: 'relative', to: rule.to }
    case 'perItem':
      return { kind: 'perItem', items: prepareItems(rule, target, domain, leaf) }
    case 'parts':
      return { kind: 'parts', parts: rule.parts.map((part) => preparePart(part, leaf, symbols)) }
  }
}

function goalOf(target: Target | undefined, domain: NumberDomain | undefined): Rational {
  return certain(goalValue(certain(target).goal, certain(domain)))
}

function prepareTiers(
  tiers: readonly Tier[],
  target: Target | undefined,
  domain: NumberDomain | undefined,
  { maximum, role }: Judged,
): readonly ProgramTier[] {
  return tiers.map((tier) => ({
    id: tier.id,
    node: tier,
    condition: tier.condition,
    interval: intervalOf(tier.condition, target, domain ?? { kind: 'flag' }),
    points: pointsOf(tier.award, maximum, role),
  }))
}

function prepareItems(
  node: PerItem,
  target: Target | undefined,
  domain: NumberDomain | undefined,
  { maximum }: Judged,
): ProgramItems {
  const low = node.of === 'value' ? undefined : goalOf(target, domain)
  return {
    id: node.id,
    node,
    step: node.step.value,
    of: node.of,
    target: low && { low, high: target?.goal.high?.value ?? low },
    effect: node.effect,
    award: amountOf(node.award, maximum),
    limit: node.limit && amountOf(node.limit, maximum),
  }
}

function preparePart(
  part: Extract<Rule, { kind: 'parts' }>['parts'][number],
  leaf: Judged,
  symbols: Symbols,
): ProgramPart {
  const measure = certain(measureNamed(symbols, part.measure))
  if (part.kind === 'flagPart') {
    return { kind: 'flag', id: part.id, measure, points: pointsOf(part.award, leaf.maximum, leaf.role) }
  }
  const domain = certain(domainOfTotal(measure, symbols, isRolledUp(symbols, leaf.node), undefined))
  if (domain.kind !== 'number') throw new Error('a checked part by a measure has a number')
  const common = { id: part.id, measure, domain }
  if (part.perItem)
    return { ...common, kind: 'items', items: prepareItems(part.perItem, undefined, domain, leaf) }
  return { ...common, kind: 'tiers', tiers: prepareTiers(part.tiers, undefined, domain, leaf) }
}
