import type { Rational } from '#base/rational.ts'
import { domainOfMeasure, type Measure, placeOfLevel } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'

/** The place, from 0, among the levels of its measure that a fact names; `có` and `không` are names where levels are called so. */
export function placeOfFact({ value }: Pick<Fact, 'value'>, measure: Measure): Rational | undefined {
  if (measure.type?.kind !== 'levels') return undefined
  const domain = domainOfMeasure(measure)
  const name = nameIn(value)
  return domain && name !== undefined ? placeOfLevel(name, domain) : undefined
}

function nameIn(value: Fact['value']): string | undefined {
  if (value.kind === 'words') return value.text
  if (value.kind !== 'flag') return undefined
  return value.is ? 'có' : 'không'
}
