import {
  type Fraction,
  fraction,
  isLess,
  isSame,
  least,
  minus,
  most,
  over,
  times,
  wholesIn,
  ZERO,
} from './fractions.ts'
import type { Award, Bound, Condition, Goal, Items, Rule, Tier } from './model.ts'

/** What the points of a criterion go by, besides its value. */
export interface Terms {
  readonly maximum: Fraction
  readonly penalty: boolean
  readonly goal: Goal | undefined
}

/** Points, and which line of the rule gave them. */
export interface Given {
  readonly points: Fraction
  readonly branch: string
}

/** So many points, or that share of the maximum, before anything is taken from anything. */
export function amountOf({ kind, amount }: Award, maximum: Fraction): Fraction {
  return kind === 'share' ? times(amount, maximum) : amount
}

/** The points that an award stands for. */
export function pointsOf(award: Award, { maximum, penalty }: Terms): Fraction {
  const amount = amountOf(award, maximum)
  if (!award.deducted) return amount
  return penalty ? minus(ZERO, amount) : minus(maximum, amount)
}

/** What a rule by one value gives for it; a relative one is held against the figure of the cluster. */
export function pointsFor(rule: Rule, value: Fraction, terms: Terms, figure: Fraction | undefined): Given {
  switch (rule.kind) {
    case 'tiers': {
      const index = tierOf(rule.tiers, value, terms.goal)
      return { points: tierPoints(rule.tiers, index, terms), branch: `tier ${index}` }
    }
    case 'proportion': {
      if (terms.goal?.kind !== 'least') throw new Error('a proportion of what?')
      const target = terms.goal.at
      if (rule.floor && isLess(value, times(rule.floor, target)))
        return { points: ZERO, branch: 'proportion' }
      return { points: shareOf(value, target, terms.maximum), branch: 'proportion' }
    }
    case 'relative':
      if (!figure) throw new Error('relative to what?')
      return { points: shareOf(value, figure, terms.maximum), branch: 'relative' }
    case 'items':
      return { points: itemPoints(rule, value, terms), branch: 'items' }
    case 'parts':
      throw new Error('parts have no value in common')
  }
}

function shareOf(value: Fraction, whole: Fraction, maximum: Fraction): Fraction {
  return times(maximum, least([over(value, whole), fraction(1)]))
}

/** Which tier takes the value: the checks prove that one does. */
export function tierOf(tiers: readonly Tier[], value: Fraction, goal: Goal | undefined): number {
  const taken = tiers.findIndex(({ condition }) => takes(condition, value, goal))
  const index = taken >= 0 ? taken : tiers.findIndex(({ condition }) => condition.kind === 'rest')
  if (index < 0) throw new Error('no tier takes the value')
  return index
}

/** What a tier gives. */
export function tierPoints(tiers: readonly Tier[], index: number, terms: Terms): Fraction {
  const tier = tiers[index]
  if (!tier) throw new Error('there is no such tier')
  return pointsOf(tier.award, terms)
}

function takes(condition: Condition, value: Fraction, goal: Goal | undefined): boolean {
  switch (condition.kind) {
    case 'range':
      return lies(value, condition)
    case 'flag':
      return isSame(value, condition.is ? fraction(1) : ZERO)
    case 'rest':
      return false
    case 'target':
      if (!goal) throw new Error('which target?')
      return isOnSide(condition.side, value, goal)
  }
}

/** Whether the value lies between the bounds. */
export function lies(
  value: Fraction,
  { low, high }: { readonly low?: Bound | undefined; readonly high?: Bound | undefined },
): boolean {
  const above = !low || isLess(low.at, value) || (low.included && isSame(low.at, value))
  const below = !high || isLess(value, high.at) || (high.included && isSame(high.at, value))
  return above && below
}

function isOnSide(
  side: Extract<Condition, { kind: 'target' }>['side'],
  value: Fraction,
  goal: Goal,
): boolean {
  const reached = goal.kind === 'most' ? !isLess(goal.at, value) : !isLess(value, lowEnd(goal))
  if (side === 'reached') return reached
  if (side === 'missed') return !reached
  if (goal.kind !== 'range') throw new Error('the target has one end')
  if (side === 'below') return isLess(value, goal.low)
  return side === 'above' ? isLess(goal.high, value) : !isLess(value, goal.low) && !isLess(goal.high, value)
}

const lowEnd = (goal: Goal): Fraction => (goal.kind === 'range' ? goal.low : goal.at)
const highEnd = (goal: Goal): Fraction => (goal.kind === 'range' ? goal.high : goal.at)

/** Points by whole steps: what is given, what is left of the maximum, or what is taken as a penalty. */
export function itemPoints(items: Items, value: Fraction, terms: Terms): Fraction {
  const { maximum, penalty } = terms
  const steps = fraction(wholesIn(over(countedOf(items.of, value, terms.goal), items.step)))
  const amount = least([
    times(steps, amountOf(items.award, maximum)),
    ...(items.limit ? [amountOf(items.limit, maximum)] : []),
    maximum,
  ])
  if (items.effect === 'add') return amount
  return penalty ? minus(ZERO, amount) : minus(maximum, amount)
}

function countedOf(of: Items['of'], value: Fraction, goal: Goal | undefined): Fraction {
  if (of === 'value') return value
  if (!goal) throw new Error('beside which target?')
  const shortfall = most([ZERO, minus(lowEnd(goal), value)])
  const excess = most([ZERO, minus(value, highEnd(goal))])
  if (of === 'shortfall') return shortfall
  return of === 'excess' ? excess : most([shortfall, excess])
}
