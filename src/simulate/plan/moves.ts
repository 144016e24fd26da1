import { periodKey } from '#base/period.ts'
import { add, type Rational, subtract, ZERO } from '#base/rational.ts'
import type { FactTable } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import type { Plan } from './candidates.ts'
import { numberOfFact } from './lever.ts'

/** One thing to do: a measure, what is expected of it and what it is to be instead. */
export interface Move {
  readonly measure: Measure
  readonly effort: Rational
  readonly changes: readonly MovedFact[]
  /** How much more (or less) it is in all; `undefined` for what is no number. */
  readonly more: Rational | undefined
}

export interface MovedFact {
  readonly expected: Fact | undefined
  readonly fact: Fact
}

/** What a plan is made of, in the order of the rulebook: most effort is not most important. */
export function movesOf(
  { options }: Plan,
  facts: FactTable,
  measures: ReadonlyMap<string, Measure>,
): readonly Move[] {
  const moves = options.flatMap(({ changed, effort }): Move[] => {
    const measure = measures.get(changed[0]?.measure ?? '')
    if (!measure) return []
    const changes = changed.map((fact): MovedFact => {
      const key = periodKey(fact.period)
      const own = facts.facts(fact.entrant, fact.measure)
      return { fact, expected: own.find(({ period }) => periodKey(period) === key) }
    })
    return [{ measure, effort, changes, more: moreOf(changes, measure) }]
  })
  const order = [...measures.keys()]
  return moves.toSorted(
    (left, right) => order.indexOf(left.measure.name.text) - order.indexOf(right.measure.name.text),
  )
}

function moreOf(changes: readonly MovedFact[], measure: Measure): Rational | undefined {
  if (measure.type?.kind === 'flag' || measure.type?.kind === 'levels' || measure.type?.kind === 'date')
    return undefined
  return changes.reduce(
    (more, { fact, expected }) =>
      add(more, subtract(numberOfFact(fact, measure) ?? ZERO, numberOfFact(expected, measure) ?? ZERO)),
    ZERO,
  )
}
