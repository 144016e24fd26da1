import type { Interval } from '#base/interval.ts'
import {
  add,
  ceiling,
  divide,
  isZero,
  minimum,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '#base/rational.ts'
import type {
  LeafTrace,
  PeriodTrace,
  ProgramItems,
  ProgramPart,
  ProgramRule,
  ProgramTier,
} from '#engine/index.ts'
import { domainOfMeasure, intervalOf, type Measure } from '#language/index.ts'
import type { MeasureTest } from './lever.ts'

/**
 * Where an answer can change as a gathered measure moves: at the cuts, and at every number in the stretches. Between two
 * neighbouring ones nothing changes, so whoever looks for the least effort need not look there.
 */
export interface TurningPoints {
  readonly cuts: readonly Rational[]
  readonly stretches: readonly Stretch[]
}

export interface Stretch {
  readonly from: Rational
  /** `undefined` where it has no end. */
  readonly to: Rational | undefined
}

export const NOWHERE: TurningPoints = { cuts: [], stretches: [] }

/** Those of several answers together. */
export function together(all: readonly TurningPoints[]): TurningPoints {
  return {
    cuts: all.flatMap(({ cuts }) => cuts),
    stretches: all.flatMap(({ stretches }) => stretches),
  }
}

/** Where there are more steps than that, every value between the first and the last is looked at. */
const MOST_STEPS = 5_000n

/**
 * Those of a criterion, in terms of the measure as it is gathered: `at` is the criterion's trace, or of one that is judged in
 * each period that period's, from which the lower side of a ratio is taken.
 *
 * `heldAgainstOthers`: what others come to matters too, so of a criterion relative to the cluster every value does.
 */
export function turningPointsOf(
  { node, exception }: LeafTrace,
  { inputs, rule: applied }: Pick<LeafTrace | PeriodTrace, 'inputs' | 'rule'>,
  measure: Measure,
  heldAgainstOthers: boolean,
): TurningPoints {
  const rule = exception ? exception.rule : node.rule
  if (rule === 'notApplicable') return NOWHERE
  if (rule.kind === 'parts') return pointsOfParts(rule, node.maximum, measure)
  const { value } = node
  const factor = value?.kind === 'quotient' ? lowerSide(value, inputs[1]) : ONE
  if (!factor) return NOWHERE
  const inMeasure = (points: TurningPoints): TurningPoints => ({
    cuts: points.cuts.map((cut) => multiply(cut, factor)),
    stretches: points.stretches.map(({ from, to }) => ({
      from: multiply(from, factor),
      to: to && multiply(to, factor),
    })),
  })
  switch (rule.kind) {
    case 'tiers':
      return inMeasure({ cuts: cutsOfTiers(rule.tiers), stretches: [] })
    case 'proportion':
      return inMeasure({ cuts: [rule.target], stretches: [{ from: rule.floor ?? ZERO, to: rule.target }] })
    case 'perItem':
      return inMeasure(pointsOfItems(rule.items, node.maximum))
    case 'relative': {
      const figure = applied?.kind === 'relative' ? applied.figure : undefined
      // The average rises with the entrant's own value, but never as fast: at twice the average it is reached.
      const most = figure && !heldAgainstOthers ? multiply(figure, rational(2n)) : undefined
      return inMeasure({ cuts: [ZERO], stretches: [{ from: ZERO, to: most }] })
    }
  }
}

/** Those of a condition on the measure. */
export function turningPointsOfTest(test: MeasureTest, measure: Measure): TurningPoints {
  if (test.kind === 'flag') return { cuts: [ZERO, ONE], stretches: [] }
  const domain = domainOfMeasure(measure)
  const interval = domain && intervalOf(test.range, undefined, domain)
  return { cuts: interval ? endsOf(interval) : [], stretches: [] }
}

function lowerSide(
  { denominator, base }: Extract<NonNullable<LeafTrace['node']['value']>, { kind: 'quotient' }>,
  input: LeafTrace['inputs'][number] | undefined,
): Rational | undefined {
  if (!('name' in denominator)) return divide(denominator, base)
  if (input?.outcome.kind !== 'value' || input.outcome.value.kind !== 'number') return undefined
  const { value } = input.outcome.value
  return isZero(value) ? undefined : divide(value, base)
}

function cutsOfTiers(tiers: readonly ProgramTier[]): readonly Rational[] {
  // Tiers of có and không have no ends: they part 0 from 1.
  return [ZERO, ONE, ...tiers.flatMap(({ interval }) => (interval ? endsOf(interval) : []))]
}

function endsOf({ low, high }: Interval): readonly Rational[] {
  return [low, high].flatMap((end) => end?.at ?? [])
}

function pointsOfItems({ step, of, target, award, limit }: ProgramItems, maximum: Rational): TurningPoints {
  const most = minimum(limit ?? maximum, maximum)
  const count = isZero(award) ? 0n : ceiling(divide(most, award))
  const reach = multiply(rational(count), step)
  const [low, high] = target && of !== 'value' ? [target.low, target.high] : [ZERO, ZERO]
  const below = of === 'shortfall' || of === 'deviation'
  const above = of !== 'shortfall'
  if (count > MOST_STEPS) {
    const stretch = { from: below ? subtract(low, reach) : low, to: above ? add(high, reach) : high }
    return { cuts: [], stretches: [stretch] }
  }
  const amounts = Array.from({ length: Number(count) + 1 }, (_, index) =>
    multiply(rational(BigInt(index)), step),
  )
  const cuts = amounts.flatMap((amount) => [
    ...(below ? [subtract(low, amount)] : []),
    ...(above ? [add(high, amount)] : []),
  ])
  return { cuts, stretches: [] }
}

function pointsOfParts(
  { parts }: Extract<ProgramRule, { kind: 'parts' }>,
  maximum: Rational,
  measure: Measure,
): TurningPoints {
  const own = parts.filter((part) => part.measure.name.text === measure.name.text)
  return together(own.map((part) => pointsOfPart(part, maximum)))
}

function pointsOfPart(part: ProgramPart, maximum: Rational): TurningPoints {
  switch (part.kind) {
    case 'flag':
      return { cuts: [ZERO, ONE], stretches: [] }
    case 'tiers':
      return { cuts: cutsOfTiers(part.tiers), stretches: [] }
    case 'items':
      return pointsOfItems(part.items, maximum)
  }
}
