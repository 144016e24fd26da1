import { lastDay, type Period, periodKey } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { compare, divide, isInteger, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import {
  bindFacts,
  duePeriods,
  type Evaluation,
  faultFinder,
  leavesOf,
  type Program,
  placeOfFact,
  programOn,
  versionsOf,
  waits,
} from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact, FactValue } from '#records/fact.ts'
import type { Reports } from '#simulate/possible/slots.ts'
import { supposedFact } from '#simulate/supposedFact.ts'

/** Every fact that is bound. */
export function allFacts({ program, facts }: Pick<Evaluation, 'program' | 'facts'>): readonly Fact[] {
  return facts.entrants.flatMap(({ id }) =>
    [...program.measures.keys()].flatMap((name) => facts.facts(id, name)),
  )
}

/** The same facts, as of a later day. */
export function asOfLater(evaluation: Evaluation, day: PlainDate): Evaluation {
  return { ...evaluation, program: programOn(evaluation.program, day), asOf: day }
}

/** A period of a measure of an entrant that may still be reported, or whose fact waits. */
export interface OpenSlot {
  readonly entrant: Entrant
  readonly measure: Measure
  readonly period: Period
  readonly waiting: Fact | undefined
}

/** All of them, as the definition of a completion has them. */
export function openSlots({ program, facts, asOf }: Evaluation): readonly OpenSlot[] {
  const takes = takesOf(program)
  return facts.entrants.flatMap((entrant) =>
    [...program.measures.values()].flatMap((measure) => {
      const known = facts.facts(entrant.id, measure.name.text)
      const keys = new Set(known.map(({ period }) => periodKey(period)))
      const absent = duePeriods(program, measure.frequency, asOf)
        .filter((period) => !keys.has(periodKey(period)))
        .map((period): OpenSlot => ({ entrant, measure, period, waiting: undefined }))
      const waiting = known
        .filter((fact) => waits(fact, measure))
        .map((fact): OpenSlot => ({ entrant, measure, period: fact.period, waiting: fact }))
      return [...absent, ...waiting].filter((slot) => takes(slot, valuesFor(slot.measure, [ZERO])[0]))
    }),
  )
}

function takesOf(program: Program) {
  const faultOf = faultFinder(program, versionsOf(program))
  return ({ entrant, measure, period }: OpenSlot, value: FactValue | undefined): boolean =>
    value !== undefined &&
    faultOf(supposedFact({ entrant: entrant.id, measure: measure.name.text, period }, value), entrant)
      ?.code !== 'level-mismatch'
}

/** Values of a measure that the rulebook takes, out of these numbers. */
export function valuesFor(measure: Measure, numbers: readonly Rational[]): readonly FactValue[] {
  const domain = domainOfMeasure(measure)
  if (!domain) return []
  if (domain.kind === 'flag') return [true, false].map((is) => ({ kind: 'flag', is }))
  if (domain.kind === 'date')
    return [1, 15, 28].flatMap((day) =>
      [1, 2, 3, 6].map((month) => ({ kind: 'date' as const, date: { year: 2026, month, day } })),
    )
  if (domain.notation.kind === 'levels') return domain.notation.names.map((text) => ({ kind: 'words', text }))
  const { step, interval } = domain
  const ends = [interval.low?.at, interval.high?.at].filter((end) => end !== undefined)
  return [...ends, ...numbers]
    .filter(
      (value) =>
        (!interval.low || compare(value, interval.low.at) >= 0) &&
        (!interval.high || compare(value, interval.high.at) <= 0) &&
        (!step || isInteger(divide(value, step))),
    )
    .map((value) => ({ kind: 'number', value, percent: domain.notation.kind === 'percent' }))
}

const NUMBERS: readonly Rational[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 21, 40, 1000].map((one) => rational(BigInt(one))),
  ...[1n, 10n, 20n, 25n, 30n, 45n, 50n, 60n, 65n, 75n, 80n, 90n, 99n].map((one) => rational(one, 100n)),
  rational(1n, 2n),
  rational(5n, 2n),
]

/** Numbers from 0 up to another, the same for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** How freely a completion fills in what is open. */
type Mood = 'mixed' | 'full' | 'sparse' | 'complete'

/** A completion, at random; `undefined` where what came out is one that nobody could report. */
export function randomCompletion(
  evaluation: Evaluation,
  reports: Reports,
  throwDie: (sides: number) => number,
): Evaluation | undefined {
  const { program, facts } = evaluation
  const mood =
    reports === 'asTheyCome' ? ((['mixed', 'full', 'sparse'] as const)[throwDie(3)] ?? 'mixed') : 'complete'
  const open = openSlots(evaluation)
  const waiting = new Set(open.flatMap((slot) => slot.waiting ?? []))
  const settled = allFacts(evaluation).filter((fact) => !waiting.has(fact))
  const filled = withinWholes(
    open.flatMap((slot) => {
      const floor = reports === 'rising' ? floorOf(slot, settled) : undefined
      const stays = floor !== undefined && isHeldAgainst(slot.measure, program)
      return fillIn(slot, program, { mood, floor, stays }, throwDie)
    }),
    settled,
    program,
  )
  const bound = bindFacts(program, { entrants: facts.entrants, facts: [...settled, ...filled] })
  return bound.ok ? { ...evaluation, facts: bound.value } : undefined
}

function fillIn(
  { entrant, measure, period, waiting }: OpenSlot,
  { allowsNotApplicable }: Program,
  {
    mood,
    floor,
    stays,
  }: { readonly mood: Mood; readonly floor: Rational | undefined; readonly stays: boolean },
  throwDie: (sides: number) => number,
): readonly Fact[] {
  if (waiting && mood !== 'complete' && throwDie(4) === 0) return [waiting]
  const stands =
    waiting && (waiting.value.kind === 'notApplicable' || (!stays && isAtLeast(waiting, measure, floor)))
  if (waiting && stands && throwDie(4) === 0)
    return [{ ...waiting, status: 'verified', evidence: 'biên bản' }]
  const place = { entrant: entrant.id, measure: measure.name.text, period }
  if (allowsNotApplicable && mood !== 'complete' && throwDie(mood === 'full' ? 40 : 8) === 0)
    return [supposedFact(place, { kind: 'notApplicable' })]
  if (mood !== 'complete' && throwDie({ mixed: 4, full: 40, sparse: 2 }[mood]) === 0) return []
  const values = valuesFor(measure, floor ? [...NUMBERS, floor] : NUMBERS).filter(
    (one) => isAtLeast({ value: one }, measure, floor) && (!stays || (floor && isSame(one, measure, floor))),
  )
  const value = values[throwDie(values.length)]
  return value ? [supposedFact(place, value)] : []
}

/** What was last counted before the period, of what is taken not to fall. */
function floorOf({ entrant, measure, period }: OpenSlot, settled: readonly Fact[]): Rational | undefined {
  if (measure.aggregation !== 'latest' || !['count', 'levels', 'flag'].includes(measure.type?.kind ?? ''))
    return undefined
  return settled
    .filter((fact) => fact.entrant === entrant.id && fact.measure === measure.name.text)
    .filter((fact) => compareDates(lastDay(fact.period), lastDay(period)) < 0)
    .toSorted((left, right) => compareDates(lastDay(left.period), lastDay(right.period)))
    .map((fact) => placeOf(fact, measure))
    .findLast((place) => place !== undefined)
}

function isSame(value: FactValue, measure: Measure, floor: Rational): boolean {
  const place = placeOf({ value }, measure)
  return place !== undefined && compare(place, floor) === 0
}

function isHeldAgainst({ name }: Measure, program: Program): boolean {
  const wholes = [...program.measures.values()].map(({ partOf }) => partOf?.text)
  const divisors = leavesOf(program.nodes).map(({ value }) =>
    value?.kind === 'quotient' && 'name' in value.denominator ? value.denominator.name.text : undefined,
  )
  return [...wholes, ...divisors].includes(name.text)
}

function isAtLeast(fact: Pick<Fact, 'value'>, measure: Measure, floor: Rational | undefined): boolean {
  const place = placeOf(fact, measure)
  return !floor || !place || compare(place, floor) >= 0
}

function placeOf({ value }: Pick<Fact, 'value'>, measure: Measure): Rational | undefined {
  if (value.kind === 'number') return value.value
  if (measure.type?.kind === 'levels') return placeOfFact({ value }, measure)
  return value.kind === 'flag' ? (value.is ? ONE : ZERO) : undefined
}

/** What is filled in as a part is no more than its whole. */
function withinWholes(filled: readonly Fact[], settled: readonly Fact[], program: Program): readonly Fact[] {
  const all = [...settled, ...filled]
  return filled.map((fact) => {
    const whole = program.measures.get(fact.measure)?.partOf?.text
    const above = all.find(
      (one) =>
        one.measure === whole &&
        one.entrant === fact.entrant &&
        periodKey(one.period) === periodKey(fact.period),
    )
    if (above?.value.kind !== 'number' || fact.value.kind !== 'number') return fact
    return compare(fact.value.value, above.value.value) > 0 ? { ...fact, value: above.value } : fact
  })
}

/** Some days to look forward to: that day, the end of its month and of the next two, the end of what is judged. */
export function horizons({ program, asOf }: Evaluation): readonly PlainDate[] {
  const later = [0, 1, 2].map((months) => {
    const month = asOf.month + months
    return lastDay({
      frequency: 'month',
      year: asOf.year + Math.floor((month - 1) / 12),
      index: ((month - 1) % 12) + 1,
    })
  })
  return [asOf, ...later, program.to].filter(
    (day) => compareDates(day, asOf) >= 0 && compareDates(day, program.whole.to) <= 0,
  )
}
