import { compare, divide, type Rational } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import { nextItem, nextTier, stepToTarget } from './nextStep.ts'
import {
  itemPoints,
  proportionPoints,
  steppedAmount,
  tierOfFlag,
  tierOfNumber,
  wholeSteps,
} from './operations.ts'
import type { Leaf, ProgramRule } from './program.ts'
import type { RuleTrace, ValueTrace } from './trace.ts'

/**
 * The points that a rule gives for a value, and how: which tier, how much of the target, how many steps, and the nearest
 * value that would give more. `figure` is the cluster's, above zero, where the rule is relative to it.
 */
export function applyRule(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  value: ValueTrace,
  { value: source, maximum, role }: Leaf,
  figure: Rational | undefined,
): { readonly points: Rational; readonly rule: RuleTrace } {
  const measure: Measure | undefined = source?.kind === 'quotient' ? source.numerator : source?.measure
  if (!measure) throw new Error('a value has a measure')
  if (rule.kind === 'tiers') {
    const taken =
      value.kind === 'flag' ? tierOfFlag(rule.tiers, value.is) : tierOfNumber(rule.tiers, value.value)
    const next = value.kind === 'flag' ? undefined : nextTier(rule.tiers, taken.points, value, measure)
    return { points: taken.points, rule: { kind: 'tiers', taken, next } }
  }
  if (value.kind === 'flag') throw new Error('a checked rule by number has a number')
  switch (rule.kind) {
    case 'proportion': {
      const { target, floor } = rule
      const points = proportionPoints(value.value, target, maximum, floor)
      const pointsAt = (at: Rational): Rational => proportionPoints(at, target, maximum, floor)
      const next =
        compare(value.value, target) < 0 ? stepToTarget(target, points, value, measure, pointsAt) : undefined
      return {
        points,
        rule: { kind: 'proportion', target, floor, share: divide(value.value, target), next },
      }
    }
    case 'relative': {
      if (!figure) throw new Error('a relative rule is given its figure')
      const points = proportionPoints(value.value, figure, maximum, undefined)
      const pointsAt = (at: Rational): Rational => proportionPoints(at, figure, maximum, undefined)
      // Whoever rises moves the average too, so there is no saying what would be enough.
      const next =
        rule.to === 'best' && compare(value.value, figure) < 0
          ? stepToTarget(figure, points, value, measure, pointsAt)
          : undefined
      return {
        points,
        rule: { kind: 'relative', to: rule.to, figure, share: divide(value.value, figure), next },
      }
    }
    case 'perItem': {
      const { items } = rule
      const amount = steppedAmount(items, value.value)
      const points = itemPoints(items, value.value, maximum, role)
      const next = nextItem(items, points, value, measure, maximum, role)
      return { points, rule: { kind: 'perItem', items, amount, steps: wholeSteps(items, amount), next } }
    }
  }
}
