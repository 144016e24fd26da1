import { lastDay, type Period, periodKey } from '#base/period.ts'
import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { compare, maximum, minimum, ONE, type Rational, ZERO } from '#base/rational.ts'
import { covers, duePeriods, type Evaluation, hasBegun, leavesOf, waits } from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import { numberOfFact } from '../plan/lever.ts'
import { pointSpan, type Span, spanBetween } from './spans.ts'

/** What is taken for granted of the periods that have no fact yet. */
export type Reports =
  /** Nothing: one may stay without a fact, or not apply where the rulebook allows it. */
  | 'asTheyCome'
  /** That each of them gets a value, and what waits is verified, as it is or corrected. */
  | 'complete'
  /**
   * The same of counts, levels and flags of which the newest is read: what others are held against (the lower side of a ratio, a whole)
   * stays as it was last counted, and nothing else falls below that, as far as a whole that is known leaves room for it.
   */
  | 'rising'

/** Facts as of the horizon, some of which are still open. */
export interface Unfinished extends Evaluation {
  readonly reports: Reports
}

/** What may be known of one measure of one entrant for one period when all is in. */
export interface Slot {
  readonly period: Period
  /** The values that it may have; none where it is said not to apply. */
  readonly values: Values
  /** Whether there may be no fact. */
  readonly mayBeAbsent: boolean
  readonly mayNotApply: boolean
  /** Whether the fact may still wait to be verified. */
  readonly mayWait: boolean
  /** Whether it must have been reported by then. */
  readonly due: boolean
  /** Whether there is a fact that counts, and so stays as it is. */
  readonly isSettled: boolean
  /** Whether there is a fact, though it may wait. */
  readonly isReported: boolean
}

/** Values of one kind; a flag is 0 or 1 among the numbers, a level its place. */
export interface Values {
  readonly spans: readonly Span[]
  readonly days: readonly PlainDate[]
  /** Any day at all. */
  readonly anyDay: boolean
}

export const NO_VALUES: Values = { spans: [], days: [], anyDay: false }

/** Whether there is any. */
export function hasValues({ spans, days, anyDay }: Values): boolean {
  return spans.length > 0 || days.length > 0 || anyDay
}

/** All values of several. */
export function joinValues(all: readonly Values[]): Values {
  return {
    spans: all.flatMap(({ spans }) => spans),
    days: all.flatMap(({ days }) => days),
    anyDay: all.some(({ anyDay }) => anyDay),
  }
}

/**
 * The periods of a measure of an entrant that are read, oldest first: those that are due and those with facts, or the one that is
 * named. A fact that counts stays; one that waits may stay waiting, be taken, corrected or refused; where there is none, any may come.
 */
export function slotsOf(
  measure: Measure,
  entrant: string,
  { program, facts, asOf, reports }: Unfinished,
  only: Period | undefined,
): readonly Slot[] {
  const due = only ? [only] : duePeriods(program, measure.frequency, asOf)
  const dueKeys = new Set(due.map(periodKey))
  const reported = facts
    .facts(entrant, measure.name.text)
    .filter(({ period }) =>
      only ? periodKey(period) === periodKey(only) : hasBegun(period, asOf) && covers(program, period),
    )
  const byPeriod = new Map(reported.map((fact) => [periodKey(fact.period), fact]))
  const periods = [
    ...due,
    ...reported.map(({ period }) => period).filter((one) => !dueKeys.has(periodKey(one))),
  ]
  const inOrder = periods.toSorted((left, right) => left.year - right.year || left.index - right.index)
  const comesAsItMay = reports === 'asTheyCome'
  return inOrder.map((period) => {
    const fact = byPeriod.get(periodKey(period))
    const known = { period, due: dueKeys.has(periodKey(period)), isReported: fact !== undefined }
    if (fact && isSettled(fact, measure)) return { ...known, ...settled(fact, measure) }
    const values = anyOf(measure, entrant, period, { program, facts, reports })
    return {
      ...known,
      isSettled: false,
      values,
      mayBeAbsent: comesAsItMay || !hasValues(values),
      mayNotApply: (comesAsItMay && program.allowsNotApplicable) || fact?.value.kind === 'notApplicable',
      mayWait: comesAsItMay && fact !== undefined && fact.value.kind !== 'notApplicable',
    }
  })
}

/** Whether a fact counts, and so stays as it is. */
function isSettled(fact: Fact, measure: Measure): boolean {
  return !waits(fact, measure)
}

function settled(fact: Fact, measure: Measure): Omit<Slot, 'period' | 'due' | 'isReported'> {
  const { value } = fact
  const number = numberOfFact(fact, measure)
  const days = value.kind === 'date' ? [value.date] : []
  return {
    isSettled: true,
    values: { spans: number ? [pointSpan(number, stepOf(measure))] : [], days, anyDay: false },
    mayBeAbsent: false,
    mayNotApply: value.kind === 'notApplicable',
    mayWait: false,
  }
}

/** Everything that the rulebook takes: a part is no more than its whole, and a whole no less than its parts, where they are known. */
function anyOf(
  measure: Measure,
  entrant: string,
  period: Period,
  { program, facts, reports }: Pick<Unfinished, 'program' | 'facts' | 'reports'>,
): Values {
  const domain = domainOfMeasure(measure)
  if (!domain) return NO_VALUES
  if (domain.kind === 'date') return { ...NO_VALUES, anyDay: true }
  const floor = reports === 'rising' ? newestCounted(measure, entrant, period, facts) : undefined
  if (domain.kind === 'flag') {
    const both = [ZERO, ONE].filter((one) => !floor || compare(one, floor) >= 0)
    return { ...NO_VALUES, spans: both.map((one) => pointSpan(one)) }
  }
  const known = (other: Measure): Rational | undefined => {
    const fact = facts
      .facts(entrant, other.name.text)
      .find((one) => periodKey(one.period) === periodKey(period))
    return fact && isSettled(fact, other) ? numberOfFact(fact, other) : undefined
  }
  const whole = measure.partOf && program.measures.get(measure.partOf.text)
  const parts = [...program.measures.values()].filter(({ partOf }) => partOf?.text === measure.name.text)
  const { low, high } = domain.interval
  const bounds = [high?.at, whole && known(whole)].filter((end) => end !== undefined)
  const held = floor && bounds.reduce(minimum, floor)
  const lows = [low?.at, held, ...parts.map(known)].filter((end) => end !== undefined)
  const stays = held && isHeldAgainst(measure, program) ? lows.reduce(maximum, held) : undefined
  const highs = [...bounds, ...(stays ? [stays] : [])]
  const span = spanBetween(
    lows.length > 0 ? lows.reduce(maximum) : undefined,
    highs.length > 0 ? highs.reduce(minimum) : undefined,
    domain.step,
  )
  return { ...NO_VALUES, spans: span ? [span] : [] }
}

/** Whether others are held against the measure: as the lower side of a ratio, or as a whole. */
function isHeldAgainst({ name }: Measure, { nodes, measures }: Evaluation['program']): boolean {
  const isWhole = [...measures.values()].some(({ partOf }) => partOf?.text === name.text)
  return (
    isWhole ||
    leavesOf(nodes).some(
      ({ value }) =>
        value?.kind === 'quotient' &&
        'name' in value.denominator &&
        value.denominator.name.text === name.text,
    )
  )
}

/** What stands of a count, a level or a flag before that period, where its newest is read. */
function newestCounted(
  measure: Measure,
  entrant: string,
  period: Period,
  facts: Evaluation['facts'],
): Rational | undefined {
  const kind = measure.type?.kind
  if (measure.aggregation !== 'latest' || (kind !== 'count' && kind !== 'levels' && kind !== 'flag'))
    return undefined
  const before = facts
    .facts(entrant, measure.name.text)
    .filter((fact) => isSettled(fact, measure) && compareDates(lastDay(fact.period), lastDay(period)) < 0)
  return before.map((fact) => numberOfFact(fact, measure)).findLast((number) => number !== undefined)
}

function stepOf(measure: Measure): Rational | undefined {
  const domain = domainOfMeasure(measure)
  return domain?.kind === 'number' ? domain.step : undefined
}
