import { periodKey } from '#base/period.ts'
import { addDays } from '#base/plainDate.ts'
import { add, compare, multiply, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import type { Evaluation } from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import { finenessOf } from '../fineness.ts'
import { dayFactOf, factOf, numberOfFact } from '../plan/lever.ts'
import { supposedFact } from '../supposedFact.ts'

/** A fact of an entrant that its criteria read. */
export interface FactRead {
  readonly fact: Fact
  readonly measure: Measure
}

/** A day is at most ten years off. */
const FARTHEST_DAY = 3653

/** The fact so many steps otherwise, and verified; `undefined` where the measure cannot be that. */
export function otherwiseBy(
  { fact, measure }: FactRead,
  evaluation: Evaluation,
): (steps: number) => Fact | undefined {
  const { value } = fact
  const slot = { entrant: fact.entrant, period: fact.period, expected: fact, low: ZERO, high: undefined }
  if (value.kind === 'date')
    return (steps) => {
      if (steps === 0) return verified(fact)
      return Math.abs(steps) > FARTHEST_DAY
        ? undefined
        : dayFactOf({ measure }, slot, addDays(value.date, steps))
    }
  const start = numberOfFact(fact, measure)
  if (!start) return () => undefined
  const { low, high, step } = boundsOf({ fact, measure }, start, evaluation)
  return (steps) => {
    if (steps === 0) return verified(fact)
    const number = add(start, multiply(step, rational(BigInt(steps))))
    const isOut = (low && compare(number, low) < 0) || (high && compare(number, high) > 0)
    return isOut ? undefined : factOf({ measure }, slot, number)
  }
}

interface Bounds {
  readonly low: Rational | undefined
  readonly high: Rational | undefined
  readonly step: Rational
}

/** What is declared; a part is no larger than its whole of the same period, and a whole no smaller than its parts. */
function boundsOf({ fact, measure }: FactRead, start: Rational, evaluation: Evaluation): Bounds {
  const { type } = measure
  if (type?.kind === 'levels') return { low: ZERO, high: rational(BigInt(type.names.length - 1)), step: ONE }
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number') return { low: ZERO, high: ONE, step: ONE }
  const numberIn = (of: Measure | undefined): readonly Rational[] => {
    const facts = of ? evaluation.facts.facts(fact.entrant, of.name.text) : []
    const found = facts.find((one) => periodKey(one.period) === periodKey(fact.period))
    const number = of && numberOfFact(found, of)
    return number ? [number] : []
  }
  const { measures } = evaluation.program
  const parts = [...measures.values()].filter(({ partOf }) => partOf?.text === measure.name.text)
  const lows = [domain.interval.low?.at ?? [], parts.flatMap(numberIn)].flat()
  const highs = [domain.interval.high?.at ?? [], numberIn(measures.get(measure.partOf?.text ?? ''))].flat()
  return {
    low: lows.toSorted(compare).at(-1),
    high: highs.toSorted(compare)[0],
    step: stepFrom(start, measure),
  }
}

/** What a number of the measure is moved by: what is declared, or how finely it was reported. */
export function stepFrom(start: Rational, measure: Measure): Rational {
  const domain = domainOfMeasure(measure)
  return (domain?.kind === 'number' ? domain.step : undefined) ?? finenessOf([start], measure)
}

/** What was reported, verified. */
export function verified(fact: Fact): Fact {
  return supposedFact(fact, fact.value, fact.written, fact.label)
}
