import fc from 'fast-check'
import type { Frequency } from '../calendar.ts'
import { type Fraction, fraction, ONE, ZERO } from '../fractions.ts'
import type { Gathering, Measure, MeasureType, Notation, Value } from '../model.ts'

/** What a criterion is judged by, and what is needed to write a rule for it. */
export interface Valued {
  readonly value: Value
  readonly measures: readonly Measure[]
  readonly notation: Notation
  /** Numbers that tiers and targets may be cut at, the least first; all above 0. */
  readonly cuts: readonly Fraction[]
  /** How far values lie apart, where they do. */
  readonly grain?: Fraction | undefined
  /** Whether the divisor may be zero, so that an answer is due. */
  readonly divides: 'never' | 'neverZero' | 'maybeZero'
  /** Whether it can be added up over villages. */
  readonly adds: boolean
}

const numbers = (...all: number[]): readonly Fraction[] => all.map((one) => fraction(one))
const percents = (...all: number[]): readonly Fraction[] => all.map((one) => fraction(one, 100))
const COUNTS = numbers(1, 2, 3, 4, 5, 6, 8, 10, 12, 20)
const SHARES = percents(10, 20, 25, 40, 50, 60, 65, 75, 80, 90, 100)

const frequency: fc.Arbitrary<Frequency> = fc.constantFrom('year', 'month', 'month', 'quarter')
const anyGathering: fc.Arbitrary<Gathering> = fc.constantFrom('newest', 'sum', 'sum', 'mean', 'least', 'most')
const ownGathering: fc.Arbitrary<Gathering> = fc.constantFrom('newest', 'mean', 'least', 'most')
const absent = fc.constantFrom(undefined, undefined, 'zero' as const, 'skip' as const)
const evidence = fc.constantFrom(false, false, false, true)

/** How a measure is reported and gathered, by those its type allows. */
const reported = (gathering: fc.Arbitrary<Gathering>) =>
  fc.record({ frequency, gathering, absent, needsEvidence: evidence })

const countType: fc.Arbitrary<MeasureType> = fc.constantFrom<MeasureType>(
  { kind: 'integer', unit: 'lần' },
  { kind: 'integer', unit: 'lần' },
  { kind: 'decimal', unit: 'ha' },
  { kind: 'money', unit: 'triệu đồng' },
)
type Limits = Pick<Measure, 'low' | 'high' | 'step'>
const countLimits: fc.Arbitrary<Limits> = fc.constantFrom<Limits>(
  {},
  {},
  { low: ONE },
  { low: ZERO, high: fraction(20) },
  { step: fraction(2) },
)

/** A measure that counts; `named` by a letter that the whole rulebook's names are made from. */
const count = (name: string): fc.Arbitrary<Measure> =>
  fc
    .tuple(countType, reported(anyGathering), countLimits)
    .map(([type, how, limits]) => ({ name, type, ...how, ...limits }))

/** Without a word on missing periods where only the newest fact is read: it would say nothing. */
function tidy(measure: Measure, each: Frequency | undefined): Measure {
  return measure.gathering === 'newest' && !each ? { ...measure, absent: undefined } : measure
}

function zeroOf({ gathering, absent: said }: Measure): Measure['absent'] {
  return gathering === 'newest' ? said : 'zero'
}

const judgedEach = fc.constantFrom(false, false, true)

const plainCount: fc.Arbitrary<Valued> = fc.tuple(count('a'), judgedEach).map(([measure, apart]) => {
  const each = apart ? measure.frequency : undefined
  return {
    value: { kind: 'plain', measure: 'a', each },
    measures: [tidy(measure, each)],
    notation: 'number',
    cuts: measure.step ? COUNTS.filter(({ top }) => top % 2n === 0n) : COUNTS,
    grain:
      measure.gathering === 'mean'
        ? undefined
        : (measure.step ?? (measure.type.kind === 'integer' ? ONE : undefined)),
    divides: 'never',
    adds: true,
  }
})

const plainOther: fc.Arbitrary<Valued> = fc
  .tuple(
    fc.constantFrom<{ type: MeasureType; limits: Limits; notation: Notation; cuts: readonly Fraction[] }>(
      { type: { kind: 'ratio' }, limits: {}, notation: 'percent', cuts: SHARES },
      {
        type: { kind: 'ratio' },
        limits: { low: ZERO, high: ONE },
        notation: 'percent',
        cuts: SHARES.slice(0, 8),
      },
      {
        type: { kind: 'index' },
        limits: { low: ZERO, high: ONE, step: fraction(1, 20) },
        notation: 'number',
        cuts: SHARES.slice(0, 8),
      },
      {
        type: { kind: 'survey', outOf: fraction(20) },
        limits: {},
        notation: 'number',
        cuts: numbers(2, 5, 10, 12, 16, 18),
      },
    ),
    reported(ownGathering),
    judgedEach,
  )
  .map(([{ type, limits, notation, cuts }, how, apart]) => {
    const each = apart ? how.frequency : undefined
    return {
      value: { kind: 'plain', measure: 'a', each },
      measures: [tidy({ name: 'a', type, ...how, ...limits }, each)],
      notation,
      cuts,
      grain: how.gathering === 'mean' ? undefined : limits.step,
      divides: 'never',
      adds: false,
    }
  })

const share: fc.Arbitrary<Valued> = fc
  .tuple(fc.boolean(), count('a'), reported(ownGathering), judgedEach)
  .map(([surveyed, counted, how, apart]) => {
    const type: MeasureType = { kind: 'survey', outOf: fraction(20) }
    const measure: Measure = surveyed ? { name: 'a', type, ...how } : counted
    const each = apart ? measure.frequency : undefined
    return {
      value: { kind: 'share', top: 'a', outOf: fraction(surveyed ? 20 : 10), each },
      measures: [tidy(measure, each)],
      notation: 'percent',
      cuts: SHARES,
      divides: 'never',
      adds: false,
    }
  })

const quotient = (neverZero: boolean): fc.Arbitrary<Valued> =>
  fc
    .record({
      top: count('a'),
      bottom: count('b'),
      part: fc.boolean(),
      alike: fc.constantFrom(true, true, true, false),
      per: fc.constantFrom(false, false, true),
      apart: judgedEach,
    })
    .map(({ top, bottom, part, alike, per, apart }) => {
      const { type, frequency: often, gathering } = top
      const isPart = part && !per
      const same = isPart || apart || alike ? { type, frequency: often, gathering } : {}
      const each = apart ? often : undefined
      const low = neverZero ? { low: ONE, step: undefined } : {}
      const missing = neverZero && bottom.absent === 'zero' ? { absent: undefined } : {}
      const given: Measure = tidy({ ...bottom, ...same, ...low, ...missing }, each)
      // A whole whose missing periods are zero may be less than its part: the fault that facts alone do not show.
      const below = isPart && !neverZero && top.needsEvidence ? { ...given, absent: zeroOf(given) } : given
      const above: Measure = tidy(
        isPart ? { ...top, low: undefined, high: undefined, step: below.step, partOf: 'b' } : top,
        each,
      )
      const isPositive = below.low !== undefined && below.low.top > 0n && below.absent !== 'zero'
      return {
        value: per
          ? { kind: 'per', top: 'a', base: fraction(10), bottom: 'b', each }
          : { kind: 'quotient', top: 'a', bottom: 'b', each },
        measures: [above, below],
        notation: per ? 'number' : 'percent',
        cuts: per ? COUNTS : isPart ? SHARES.slice(0, 10) : SHARES,
        divides: isPositive ? 'neverZero' : 'maybeZero',
        adds: true,
      }
    })

/** A value that is a number; for a cluster's figure, one judged over all periods together. */
export const numberValue: fc.Arbitrary<Valued> = fc.oneof(
  plainCount,
  plainOther,
  share,
  quotient(false),
  quotient(false),
)
export const figureValue: fc.Arbitrary<Valued> = fc
  .oneof(plainCount, plainOther, share, quotient(true), quotient(false))
  .map((valued) => {
    const measures = valued.measures.map((measure) => tidy(measure, undefined))
    return { ...valued, measures, value: { ...valued.value, each: undefined } }
  })

/** A measure that a part of a criterion counts by. */
export const countMeasure = (name: string): fc.Arbitrary<Measure> =>
  count(name).map((measure) => tidy(measure, undefined))

/** A measure of có/không, of levels and of a day. */
export const flagMeasure = (name: string): fc.Arbitrary<Measure> => simple(name, { kind: 'flag' })
export const dayMeasure = (name: string): fc.Arbitrary<Measure> => simple(name, { kind: 'day' })
export const LEVEL_NAMES: readonly string[] = ['Chưa', 'Đang', 'Gần xong', 'Xong']
export const levelMeasure = (name: string): fc.Arbitrary<Measure> =>
  fc
    .tuple(simple(name, { kind: 'levels', names: LEVEL_NAMES }), fc.constantFrom('newest', 'least', 'most'))
    .map(([measure, gathering]) => ({ ...measure, gathering: gathering as Gathering }))

function simple(name: string, type: MeasureType): fc.Arbitrary<Measure> {
  return fc
    .record({ frequency, needsEvidence: evidence })
    .map((how) => ({ name, type, gathering: 'newest', ...how }))
}
