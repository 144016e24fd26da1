import fc from 'fast-check'
import { type Fraction, fraction } from '../fractions.ts'
import type { Measure, Part, Scoring } from '../model.ts'
import { countMeasure, flagMeasure, type Valued } from './measures.ts'
import { exempt, type RawLeaf, withExceptions } from './rawLeaf.ts'
import { award, items, tiers } from './rules.ts'

/** A criterion of up to three parts. */
export function byParts(maximum: Fraction): fc.Arbitrary<RawLeaf> {
  const awards = award('bonus', maximum)
  const partOf = (name: string): fc.Arbitrary<{ readonly part: Part; readonly measure: Measure }> =>
    fc.oneof(
      fc.tuple(flagMeasure(name), awards).map(([measure, one]) => ({
        measure,
        part: { kind: 'flag' as const, measure: name, award: one },
      })),
      countMeasure(name).chain((measure) => {
        const valued: Valued = {
          value: { kind: 'plain', measure: name },
          measures: [measure],
          notation: 'number',
          cuts: (measure.step ? [2, 6, 10, 12] : [1, 3, 5, 10, 12]).map((one) => fraction(one)),
          divides: 'never',
          adds: true,
        }
        return fc.oneof(
          tiers(valued, awards).map((all) => ({
            measure,
            part: { kind: 'tiers' as const, measure: name, tiers: all },
          })),
          items(valued, 'bonus', maximum, ['value']).map((one) => ({
            measure,
            part: { kind: 'items' as const, measure: name, ...one },
          })),
        )
      }),
    )
  return fc
    .tuple(
      partOf('a'),
      fc.option(partOf('b'), { nil: undefined }),
      fc.option(partOf('c'), { nil: undefined }),
    )
    .chain(([first, ...others]) => {
      const all = [first, ...others].filter((one) => one !== undefined)
      const scoring: Scoring = {
        capped: true,
        rule: { kind: 'parts', parts: all.map(({ part }) => part) },
        exceptions: [],
      }
      return withExceptions(scoring, exempt).map((done) => ({
        maximum,
        measures: all.map(({ measure }) => measure),
        scoring: done,
        adds: all.every(({ part }) => part.kind !== 'flag'),
      }))
    })
}
