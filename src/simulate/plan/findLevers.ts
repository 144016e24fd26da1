import { lastDay, type Period, periodKey } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { compare, maximum, minimum, ONE, type Rational, ZERO } from '#base/rational.ts'
import {
  duePeriods,
  isRelative,
  type Leaf,
  leavesOf,
  type Program,
  subjectsOf,
  type Trial,
} from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Effort } from '#records/effort.ts'
import type { Fact } from '#records/fact.ts'
import { finenessOf } from '../fineness.ts'
import { isByPeriod } from './desk.ts'
import { type Lever, type MeasureTest, numberOfFact, type Slot, type Use } from './lever.ts'

/** What a plan is made from. */
export interface Ground {
  readonly trial: Trial
  /** The day up to which facts are known. */
  readonly since: PlainDate
  /** What has been reported, without what is only expected. */
  readonly reported: readonly Fact[]
  /** `undefined` where nobody estimated any: each unit then takes as much as any other. */
  readonly efforts: readonly Effort[] | undefined
  /** What is asked besides points: the conditions of classes and of the ranking; how others stand. */
  readonly asks: Asks
}

export interface Asks {
  readonly standing: boolean
  readonly others: boolean
}

/** What can be moved, and what counts but cannot. */
export interface Levers {
  readonly levers: readonly Lever[]
  readonly leftOut: readonly LeftOut[]
}

export interface LeftOut {
  readonly measure: Measure
  readonly reason: LeftOutReason
}

export type LeftOutReason =
  /** Others are held against it: the lower side of a ratio, or a whole that another counts a part of. */
  | 'whole'
  /** The table of efforts says so, or does not name it. */
  | 'notOurs'
  | 'notEstimated'
  /** No period of it is still open. */
  | 'over'
  /** Members' numbers are put together in a way in which they cannot be moved as one. */
  | 'together'
  /** Others who are ranked with the entrant are scored by it too. */
  | 'shared'

/** The measures that count for the entrant and can still be moved, in the order of the rulebook. */
export function findLevers(ground: Ground): Levers {
  const { trial } = ground
  const { evaluation } = trial
  const { program } = evaluation
  const uses = usesOf(ground)
  const wholes = wholesOf(program, uses)
  const levers: Lever[] = []
  const leftOut: LeftOut[] = []
  for (const measure of program.measures.values()) {
    const own = uses.get(measure.name.text)
    if (!own) continue
    const found = wholes.has(measure.name.text) ? 'whole' : leverOf(measure, own, ground)
    if (typeof found === 'string') leftOut.push({ measure, reason: found })
    else levers.push(found)
  }
  return { levers, leftOut }
}

/** A use with those whose facts it reads. */
interface Reader {
  readonly use: Use
  readonly subjects: readonly string[]
}

/** Who asks for each measure: criteria by what can be moved in them, conditions by what they name. */
function usesOf({ trial, asks }: Ground): ReadonlyMap<string, readonly Reader[]> {
  const { entrant, evaluation } = trial
  const { program } = evaluation
  const criteria = leavesOf(program.nodes).flatMap((leaf) => {
    const subjects = subjectsOf(leaf, entrant, evaluation).map(({ id }) => id)
    if (subjects.length === 0) return []
    return movedIn(leaf).map((measure) => ({
      measure: measure.name.text,
      reader: { use: { kind: 'leaf', leaf } as const, subjects },
    }))
  })
  const conditions = asks.standing
    ? testsOf(program).map((test) => ({
        measure: test.measure.text,
        reader: { use: { kind: 'test', test } as const, subjects: [entrant.id] },
      }))
    : []
  const groups = Map.groupBy([...criteria, ...conditions], ({ measure }) => measure)
  return new Map([...groups].map(([measure, found]) => [measure, found.map(({ reader }) => reader)]))
}

/** The measures by which a criterion's points move: of a ratio the upper one. */
function movedIn({ rule, value }: Leaf): readonly Measure[] {
  if (rule.kind === 'parts') return [...new Set(rule.parts.map(({ measure }) => measure))]
  if (!value) return []
  return [value.kind === 'quotient' ? value.numerator : value.measure]
}

/** Whether others who are ranked with the entrant are scored by the same facts: units by those of their commune. */
function isShared(measure: Measure, { trial }: Ground): boolean {
  const { entrant, evaluation } = trial
  const { program, facts } = evaluation
  if (entrant.level !== 'unit') return false
  const others = facts.entrants.filter(({ id, level }) => level === 'unit' && id !== entrant.id)
  return leavesOf(program.nodes).some(
    (leaf) =>
      leaf.level !== 'unit' &&
      movedIn(leaf).some(({ name }) => name.text === measure.name.text) &&
      others.some((other) => subjectsOf(leaf, other, evaluation).length > 0),
  )
}

/** The conditions of classes and of the ranking on what is reported. */
function testsOf({ classes, knockOuts }: Program): readonly MeasureTest[] {
  return [...classes.flatMap(({ tests }) => tests), ...knockOuts.map(({ test }) => test)].filter(
    (test) => test.kind === 'flag' || test.kind === 'measure',
  )
}

/** The measures that others are held against, by name. */
function wholesOf(program: Program, uses: ReadonlyMap<string, readonly Reader[]>): ReadonlySet<string> {
  const lower = leavesOf(program.nodes).flatMap(({ value }) =>
    value?.kind === 'quotient' && 'name' in value.denominator ? [value.denominator.name.text] : [],
  )
  const parts = [...uses.keys()].flatMap((name) => program.measures.get(name)?.partOf?.text ?? [])
  return new Set([...lower, ...parts])
}

function leverOf(measure: Measure, readers: readonly Reader[], ground: Ground): Lever | LeftOutReason {
  const { efforts } = ground
  const estimate = efforts?.find((one) => one.measure === measure.name.text)
  if (efforts && !estimate) return 'notEstimated'
  if (estimate && !estimate.effort) return 'notOurs'
  const [first] = readers
  const subjects = first?.subjects ?? []
  const isSame = readers.every((one) => one.subjects.join('\n') === subjects.join('\n'))
  if (!isSame || (subjects.length > 1 && !addsUpEvenly(measure, readers))) return 'together'
  if (ground.asks.others && isShared(measure, ground)) return 'shared'
  const step = stepOf(measure, subjects, estimate, ground)
  const slots = subjects.flatMap((subject) => slotsOf(measure, subject, estimate, ground))
  if (slots.length === 0) return 'over'
  const uses = readers.map(({ use }) => use)
  const movesOthers = uses.some((use) => use.kind === 'leaf' && isRelative(use.leaf))
  return { measure, uses, slots, effort: estimate?.effort ?? ONE, step, movesOthers }
}

/** Whether the sum over members moves as any of them is moved, whoever it is. */
function addsUpEvenly({ aggregation, type }: Measure, readers: readonly Reader[]): boolean {
  const isNumber = type?.kind !== 'flag' && type?.kind !== 'date' && type?.kind !== 'levels'
  const isEven = aggregation === 'sum' || aggregation === 'latest'
  return isNumber && isEven && !readers.some(({ use }) => isByPeriod(use))
}

/** What the measure is moved in: as estimated, as declared or, where it can be any number, as finely as it was reported. */
function stepOf(
  measure: Measure,
  subjects: readonly string[],
  estimate: Effort | undefined,
  { reported }: Ground,
): Rational {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number') return ONE
  if (estimate?.step) return estimate.step
  if (domain.step) return domain.step
  const numbers = reported
    .filter((fact) => fact.measure === measure.name.text && subjects.includes(fact.entrant))
    .flatMap((fact) => numberOfFact(fact, measure) ?? [])
  return finenessOf(numbers, measure)
}

/** The periods of a measure that are still open for an entrant. */
function slotsOf(
  measure: Measure,
  entrant: string,
  estimate: Effort | undefined,
  { trial, since, reported }: Ground,
): readonly Slot[] {
  const { program, facts, asOf } = trial.evaluation
  const name = measure.name.text
  const expected = byPeriod(facts.facts(entrant, name))
  const known = byPeriod(reported.filter((fact) => fact.entrant === entrant && fact.measure === name))
  const whole = byPeriod(measure.partOf ? facts.facts(entrant, measure.partOf.text) : [])
  const parts = [...program.measures.values()].filter(({ partOf }) => partOf?.text === name)
  return duePeriods(program, measure.frequency, asOf).flatMap((period): Slot[] => {
    const key = periodKey(period)
    const fact = known.get(key)
    if (compareDates(lastDay(period), since) <= 0 || (fact && isSettled(fact, measure))) return []
    const bounds = boundsOf(measure)
    const floors = [
      bounds.low,
      // What was counted before the period is over has happened.
      ...(fact && (measure.type?.kind === 'count' || measure.type?.kind === 'levels')
        ? [numberOfFact(fact, measure) ?? ZERO]
        : []),
      ...parts.flatMap((part) => numberIn(facts.facts(entrant, part.name.text), period, part) ?? []),
    ]
    const ceilings = [bounds.high, estimate?.most, wholeIn(whole.get(key), measure, program)].filter(
      (bound) => bound !== undefined,
    )
    const low = floors.reduce(maximum)
    const high = ceilings.length > 0 ? ceilings.reduce(minimum) : undefined
    if (high && compare(high, low) < 0) return []
    return [{ entrant, period, expected: expected.get(key), low, high }]
  })
}

/** What the whole that the measure is a part of comes to: nothing where a period without a fact counts as zero. */
function wholeIn(fact: Fact | undefined, { partOf }: Measure, { measures }: Program): Rational | undefined {
  const whole = partOf && measures.get(partOf.text)
  if (!whole) return undefined
  return numberOfFact(fact, whole) ?? (whole.absentPeriod === 'zero' ? ZERO : undefined)
}

/** Whether a fact of a period that is not over stays as it is: it waits, does not apply, or what it tells has happened. */
function isSettled({ status, value }: Fact, { type }: Measure): boolean {
  if (status === 'pending' || value.kind === 'notApplicable' || value.kind === 'date') return true
  return type?.kind === 'flag' && value.kind === 'flag' && value.is
}

function boundsOf(measure: Measure): { readonly low: Rational; readonly high: Rational | undefined } {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number') return { low: ZERO, high: ONE }
  return { low: domain.interval.low?.at ?? ZERO, high: domain.interval.high?.at }
}

function numberIn(facts: readonly Fact[], period: Period, measure: Measure): Rational | undefined {
  return numberOfFact(byPeriod(facts).get(periodKey(period)), measure)
}

function byPeriod(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [periodKey(fact.period), fact]))
}
