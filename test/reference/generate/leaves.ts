import fc from 'fast-check'
import type { Day } from '../calendar.ts'
import { type Fraction, fraction, ONE } from '../fractions.ts'
import type { Award, Deadline, Role, Scoring, Tier, ZeroAnswer } from '../model.ts'
import {
  dayMeasure,
  figureValue,
  flagMeasure,
  LEVEL_NAMES,
  levelMeasure,
  numberValue,
  type Valued,
} from './measures.ts'
import { byParts } from './parts.ts'
import { exempt, type RawLeaf, type Special, withExceptions } from './rawLeaf.ts'
import { award, numberRule, target, tiers } from './rules.ts'

/** What the days of the rulebook allow. */
export interface Calendar {
  readonly years: readonly number[]
  readonly from: Day
}

const MAXIMA = [10, 4, 5, 2, 1, 3].map((one) => fraction(one))
const maxima = fc.constantFrom(...MAXIMA, fraction(5, 2), fraction(10, 3))

/** A criterion of that role that is scored by itself. */
export function leaf(role: Role, calendar: Calendar): fc.Arbitrary<RawLeaf> {
  const shapes: ((maximum: Fraction) => fc.Arbitrary<RawLeaf>)[] = [
    (maximum) => byNumber(role, maximum, calendar),
    (maximum) => byNumber(role, maximum, calendar),
    (maximum) => byNumber(role, maximum, calendar),
    (maximum) => byLateness(role, maximum, calendar),
    (maximum) => byFlag(role, maximum),
    (maximum) => byLevel(role, maximum, calendar),
  ]
  if (role !== 'penalty') {
    shapes.push((maximum) => byParts(maximum))
    shapes.push((maximum) => byFigure(role, maximum))
  }
  return fc
    .tuple(
      maxima,
      fc.constantFrom(...shapes),
      fc.constantFrom(undefined, undefined, 'zero' as const, 'notApplicable' as const),
    )
    .chain(([maximum, shape, missing]) =>
      shape(maximum).map((one) => ({ ...one, scoring: { ...one.scoring, missing } })),
    )
}

function zeroAnswer(role: Role, maximum: Fraction): fc.Arbitrary<ZeroAnswer> {
  return fc.oneof(fc.constant('notApplicable' as const), award(role, maximum))
}

function byNumber(role: Role, maximum: Fraction, { years }: Calendar): fc.Arbitrary<RawLeaf> {
  return numberValue.chain((valued) =>
    fc
      .record({ how: numberRule(valued, role, maximum, years), zero: zeroAnswer(role, maximum) })
      .chain(({ how, zero }) => {
        const scoring: Scoring = {
          capped: false,
          value: valued.value,
          zero: valued.divides === 'maybeZero' ? zero : undefined,
          ...how,
          exceptions: [],
        }
        const kinds = how.target?.goals.map(({ goal }) => goal.kind)
        const other: fc.Arbitrary<Special>[] = kinds
          ? [target(valued, kinds.slice(0, 1), years).map((one) => ({ notApplicable: false, target: one }))]
          : []
        const rule = tiers(valued, award(role, maximum)).map(
          (all): Special => ({ notApplicable: false, rule: { kind: 'tiers', tiers: all } }),
        )
        return withExceptions(scoring, fc.oneof(exempt, ...other, rule)).map((done) => ({
          maximum,
          measures: valued.measures,
          scoring: done,
          adds: valued.adds,
        }))
      }),
  )
}

function byFigure(role: Role, maximum: Fraction): fc.Arbitrary<RawLeaf> {
  return fc
    .tuple(
      figureValue,
      fc.constantFrom('best' as const, 'average' as const),
      zeroAnswer(role, maximum),
      zeroAnswer(role, maximum),
    )
    .chain(([valued, to, zero, zeroFigure]) => {
      const scoring: Scoring = {
        capped: false,
        value: valued.value,
        zero: valued.divides === 'maybeZero' ? zero : undefined,
        zeroFigure,
        rule: { kind: 'relative', to },
        exceptions: [],
      }
      const rule = tiers(valued, award(role, maximum)).map(
        (all): Special => ({ notApplicable: false, rule: { kind: 'tiers', tiers: all } }),
      )
      return withExceptions(scoring, fc.oneof(exempt, rule)).map((done) => ({
        maximum,
        measures: valued.measures,
        scoring: done,
        adds: valued.adds,
      }))
    })
}

function byLateness(role: Role, maximum: Fraction, { from, years }: Calendar): fc.Arbitrary<RawLeaf> {
  const { year } = from
  const deadline = fc.constantFrom<Deadline>(
    { kind: 'day', day: { year, month: 2, day: 15 } },
    { kind: 'day', day: { year, month: 2, day: 28 } },
    { kind: 'day', day: { year, month: 1, day: 30 } },
    { kind: 'before', day: { year, month: 2, day: 1 } },
    { kind: 'month', year, index: 1 },
    { kind: 'quarter', year, index: 1 },
  )
  return fc
    .tuple(dayMeasure('a'), fc.constantFrom('day' as const, 'month' as const), deadline, fc.nat(3))
    .chain(([measure, unit, by, apart]) => {
      const each = apart === 0 ? measure.frequency : undefined
      const valued: Valued = {
        value: { kind: 'lateness', measure: 'a', unit, each },
        measures: [measure],
        notation: 'number',
        cuts: [1, 2, 3, 5, 10].map((one) => fraction(one)),
        grain: ONE,
        divides: 'never',
        adds: false,
      }
      return fc
        .tuple(numberRule(valued, role, maximum, years), fc.constant(exempt))
        .chain(([how, special]) =>
          withExceptions(
            { capped: false, value: valued.value, deadline: by, ...how, exceptions: [] },
            special,
          ).map((scoring) => ({ maximum, measures: [measure], scoring, adds: false })),
        )
    })
}

function byFlag(role: Role, maximum: Fraction): fc.Arbitrary<RawLeaf> {
  const awards = award(role, maximum)
  return fc
    .record({ measure: flagMeasure('a'), yes: awards, no: awards, form: fc.nat(2), apart: fc.nat(3) })
    .chain(({ measure, yes, no, form, apart }) => {
      const is = (flag: boolean, one: Award): Tier => ({ condition: { kind: 'flag', is: flag }, award: one })
      const rest: Tier = { condition: { kind: 'rest' }, award: no }
      const pair = [is(true, yes), is(false, no)]
      const all = form === 0 ? pair : form === 1 ? pair.toReversed() : [is(true, yes), rest]
      const each = apart === 0 ? measure.frequency : undefined
      const scoring: Scoring = {
        capped: false,
        value: { kind: 'plain', measure: 'a', each },
        rule: { kind: 'tiers', tiers: all },
        exceptions: [],
      }
      return withExceptions(scoring, exempt).map((done) => ({
        maximum,
        measures: [measure],
        scoring: done,
        adds: false,
      }))
    })
}

function byLevel(role: Role, maximum: Fraction, { years }: Calendar): fc.Arbitrary<RawLeaf> {
  return levelMeasure('a').chain((measure) => {
    const valued: Valued = {
      value: { kind: 'plain', measure: 'a' },
      measures: [measure],
      notation: 'level',
      cuts: LEVEL_NAMES.slice(1).map((_, index) => fraction(index + 1)),
      grain: ONE,
      divides: 'never',
      adds: false,
    }
    const awards = award(role, maximum)
    const byTiers = tiers(valued, awards).map((all) => ({ rule: { kind: 'tiers' as const, tiers: all } }))
    const byTarget = fc
      .tuple(target(valued, ['least'], years), awards, awards)
      .map(([one, first, second]) => ({
        target: one,
        rule: {
          kind: 'tiers' as const,
          tiers: [
            { condition: { kind: 'target' as const, side: 'reached' as const }, award: first },
            { condition: { kind: 'target' as const, side: 'missed' as const }, award: second },
          ],
        },
      }))
    return fc
      .oneof(byTiers, byTarget)
      .chain((how) => withExceptions({ capped: false, value: valued.value, ...how, exceptions: [] }, exempt))
      .map((scoring) => ({ maximum, measures: [measure], scoring, adds: false }))
  })
}
