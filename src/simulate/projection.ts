import { contains } from '#base/interval.ts'
import { lastDay, type Period, periodKey } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import {
  add,
  divide,
  floor,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from '#base/rational.ts'
import { duePeriods, type Program, programOn } from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Fact } from '#records/fact.ts'
import { finenessOf } from './fineness.ts'
import { wholesFirst } from './wholesFirst.ts'

/** By which of the periods behind us those to come are filled in. */
export type Pace =
  /** Nothing is supposed of the periods to come. */
  | 'none'
  /** As in all periods so far. */
  | 'all'
  /** As in the last three. */
  | 'lastThree'
  /** As in the same period of the year before. */
  | 'lastYear'

/** What is known by a day, and the day that is looked forward to. */
export interface Outlook {
  readonly program: Program
  readonly dossier: Dossier
  readonly asOf: PlainDate
  readonly horizon: PlainDate
}

/** What projected facts are called where a source is told. */
const PROJECTED = 'dự báo theo nhịp các kỳ trước'

/**
 * A fact for each period to come up to the horizon that has none, as the pace has it, of every entrant and measure that has
 * facts so far. What is added up over periods goes on at the mean of the periods so far, in whole steps: after any number of
 * periods the sum is the mean times their number, rounded down to a step. What is averaged stays at its mean, rounded down;
 * anything else stays as it last was. What may be any number comes in steps as fine as it was reported in. A part never exceeds its whole, and nothing leaves the bounds that are declared.
 */
export function projectFacts({ program, dossier, asOf, horizon }: Outlook, pace: Pace): readonly Fact[] {
  if (pace === 'none') return []
  const at = programOn(program, horizon)
  const known = Map.groupBy(dossier.facts, ({ entrant, measure }) => `${entrant}\n${measure}`)
  const projected = new Map<string, Fact>()
  // A part is held at its whole.
  for (const measure of wholesFirst([...program.measures.values()], program.measures)) {
    const due = duePeriods(at, measure.frequency, horizon)
    for (const { id } of dossier.entrants) {
      const own = known.get(`${id}\n${measure.name.text}`)
      if (!own) continue
      const reported = new Set(own.map(({ period }) => periodKey(period)))
      const ahead = due.filter((period) => compareDates(lastDay(period), asOf) > 0)
      const toCome = ahead.filter((period) => !reported.has(periodKey(period)))
      const wholeIn = (period: Period): Fact | undefined => {
        const whole = measure.partOf?.text
        if (whole === undefined) return undefined
        const key = periodKey(period)
        const fact = known.get(`${id}\n${whole}`)?.find((one) => periodKey(one.period) === key)
        return fact ?? projected.get(`${id}\n${whole}\n${key}`)
      }
      const behind = due.filter((period) => compareDates(lastDay(period), asOf) <= 0)
      for (const fact of carriedOn(measure, { own, behind, toCome, pace, wholeIn }))
        projected.set(`${id}\n${measure.name.text}\n${periodKey(fact.period)}`, fact)
    }
  }
  return [...projected.values()]
}

/** The dossier with the periods to come filled in by the pace. */
export function expectedDossier(outlook: Outlook, pace: Pace): Dossier {
  const { dossier } = outlook
  return { ...dossier, facts: [...dossier.facts, ...projectFacts(outlook, pace)] }
}

/** The facts of one entrant and measure, and the periods they are to be carried on to. */
interface Carrying {
  readonly own: readonly Fact[]
  readonly behind: readonly Period[]
  readonly toCome: readonly Period[]
  readonly pace: Pace
  /** The fact of the whole that the measure counts a part of. */
  readonly wholeIn: (period: Period) => Fact | undefined
}

function carriedOn(measure: Measure, { own, behind, toCome, pace, wholeIn }: Carrying): readonly Fact[] {
  const byPeriod = new Map(own.map((fact) => [periodKey(fact.period), fact]))
  const last = behind.map((period) => byPeriod.get(periodKey(period))).findLast((fact) => fact !== undefined)
  if (pace === 'lastYear') {
    return toCome.flatMap((period) => {
      const before = byPeriod.get(periodKey({ ...period, year: period.year - 1 }))
      return before ? [projectedFact(before, period, before.value)] : []
    })
  }
  if (!last) return []
  const basis = pace === 'lastThree' ? behind.slice(-3) : behind
  const numbers = basis.flatMap((period) => numberIn(byPeriod.get(periodKey(period)), measure))
  const domain = domainOfMeasure(measure)
  if (last.value.kind !== 'number' || domain?.kind !== 'number' || numbers.length === 0)
    return toCome.map((period) => projectedFact(last, period, last.value))
  const mean = divide(sum(numbers), rational(BigInt(numbers.length)))
  const { percent } = last.value
  const step = domain.step ?? finenessOf(numbers, measure)
  let given = ZERO
  return toCome.flatMap((period, index) => {
    const goal =
      measure.aggregation === 'sum'
        ? subtract(multiply(mean, rational(BigInt(index + 1))), given)
        : measure.aggregation === 'average'
          ? mean
          : (numberIn(last, measure)[0] ?? mean)
    const whole = numberIn(wholeIn(period), measure)[0]
    const held = whole ? minimum(goal, whole) : goal
    const value = downToStep(held, step)
    given = add(given, value)
    // Between facts within their bounds a mean is within them too, but for periods that count as zero.
    if (!contains(domain.interval, value)) return []
    return [projectedFact(last, period, { kind: 'number', value, percent })]
  })
}

/** What a period counts in a sum; nothing where it is left out or not known. */
function numberIn(fact: Fact | undefined, { absentPeriod }: Measure): readonly Rational[] {
  if (!fact) return absentPeriod === 'zero' ? [ZERO] : []
  return fact.value.kind === 'number' ? [fact.value.value] : []
}

function downToStep(value: Rational, step: Rational): Rational {
  return multiply(rational(floor(divide(value, step))), step)
}

function projectedFact(like: Fact, period: Period, value: Fact['value']): Fact {
  return { ...like, period, value, written: '', status: 'verified', source: PROJECTED }
}
