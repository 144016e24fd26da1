import fc from 'fast-check'
import type { Fraction } from '../fractions.ts'
import type { Exception, Measure, Scoring } from '../model.ts'

/** A criterion that is scored by itself; its measures are named by letters, its exceptions by the attribute's place. */
export interface RawLeaf {
  readonly maximum: Fraction
  readonly measures: readonly Measure[]
  readonly scoring: Scoring
  /** Whether it can be added up over villages. */
  readonly adds: boolean
}

/** An exception before it has its level and attribute. */
export type Special = Omit<Exception, 'level' | 'attribute'>

/** One or two exceptions at times; attributes are given later. */
export function withExceptions(scoring: Scoring, special: fc.Arbitrary<Special>): fc.Arbitrary<Scoring> {
  const none = fc.constant<readonly Special[]>([])
  const some = fc.array(special, { minLength: 1, maxLength: 2 })
  return fc.oneof({ weight: 2, arbitrary: none }, { weight: 1, arbitrary: some }).map((all) => ({
    ...scoring,
    exceptions: all.map((one, index): Exception => ({ level: 'village', attribute: `${index}`, ...one })),
  }))
}

/** The criterion does not apply. */
export const exempt: fc.Arbitrary<Special> = fc.constant<Special>({ notApplicable: true })
