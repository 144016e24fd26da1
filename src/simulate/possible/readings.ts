import { type Period, periodKey } from '#base/period.ts'
import { compare, ZERO } from '#base/rational.ts'
import { isExempt, type Leaf } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import {
  hasValues,
  joinValues,
  NO_VALUES,
  type Slot,
  slotsOf,
  type Unfinished,
  type Values,
} from './slots.ts'
import { type Gathered, gatherSpans, hullOf, pointSpan, spanBetween } from './spans.ts'

/** What a measure may come to, over periods and members: its values, and what may stand in the way of one. */
export interface Reading {
  readonly values: Values
  readonly mayBeMissing: boolean
  readonly mayWait: boolean
  readonly mayNotApply: boolean
}

/** Both sides of a ratio or, of anything else, the one measure. */
export interface Readings {
  readonly sides: readonly Reading[]
  /** Whether a part may come out above its whole. */
  readonly mayBeFaulty: boolean
  /** Whether anything that is read may still be otherwise. */
  readonly isOpen: boolean
}

/**
 * The measures of one value, as the engine reads them (`readInputs`), over every completion: for the subject's own facts, or
 * added up over the members. The sides are taken to be independent of each other, but for what leaves a period or a member out
 * of both; so a ratio of two open sides is never too narrow, and may be too wide.
 */
export function readPossible(
  measures: readonly Measure[],
  leaf: Pick<Leaf, 'level' | 'exceptions'>,
  subject: Entrant,
  evaluation: Unfinished,
  only?: Period,
): Readings {
  if (leaf.level === subject.level) return readOwn(measures, subject, evaluation, only)
  const members = evaluation.facts.membersOf(subject.id, leaf.level)
  const asked = members.filter((member) => !isExempt(leaf as Leaf, member))
  const read = asked.map((member) => readOwn(measures, member, evaluation, only))
  return {
    sides: measures.map((measure, side) => rollUp(measure, side, read, members.length === 0)),
    mayBeFaulty: read.some(({ mayBeFaulty }) => mayBeFaulty),
    isOpen: read.some((one) => one.isOpen),
  }
}

/** The sum over the members to which the value applies. */
function rollUp(measure: Measure, side: number, read: readonly Readings[], nobody: boolean): Reading {
  const concerned = read.filter(({ sides }) => sides.every(canApply))
  const own = concerned.flatMap(({ sides }) => sides[side] ?? [])
  const mayLeave = concerned.map(({ sides }) => sides.some(({ mayNotApply }) => mayNotApply))
  const isNumber = own.every(({ values }) => values.days.length === 0 && !values.anyDay)
  // Whose sum has no value at all stands in the way of every sum.
  const valued = own.every(({ values }, index) => mayLeave[index] || values.spans.length > 0)
  const gathered = own.flatMap(({ values }, index): Gathered[] =>
    values.spans.length > 0 ? [{ spans: values.spans, mayLeave: mayLeave[index] ?? false }] : [],
  )
  const isFlag = measure.type?.kind === 'flag'
  const summed = isNumber && !isFlag
  return {
    values: summed
      ? { ...NO_VALUES, spans: valued ? gatherSpans(gathered, 'sum') : [] }
      : joinValues(own.map(({ values }) => values)),
    mayBeMissing: nobody || own.some(({ mayBeMissing }) => mayBeMissing),
    mayWait: own.some(({ mayWait }) => mayWait),
    mayNotApply: !nobody && mayLeave.every((may) => may),
  }
}

/** Whether the reading may come to anything but that it does not apply. */
function canApply({ values, mayBeMissing, mayWait }: Reading): boolean {
  return hasValues(values) || mayBeMissing || mayWait
}

function readOwn(
  measures: readonly Measure[],
  entrant: Entrant,
  evaluation: Unfinished,
  only: Period | undefined,
): Readings {
  const slots = measures.map((measure) => slotsOf(measure, entrant.id, evaluation, only))
  const [first, second] = measures
  const alike = !first || !second || first.frequency === second.frequency
  const sides = measures.map((measure, side) => {
    const other = alike ? 1 - side : -1
    const [beside, besideSlots] = [measures[other], slots[other] ?? []]
    return measure.aggregation === 'latest' && !only
      ? readLatest(slots[side] ?? [], besideSlots)
      : readPeriods(measure, slots[side] ?? [], beside, besideSlots)
  })
  return {
    sides,
    mayBeFaulty: mayBeFaulty(measures, sides, slots.flat()),
    isOpen: slots.flat().some((slot) => !slot.isSettled),
  }
}

/** The newest fact; beside another measure that of the newest period that either has. */
function readLatest(own: readonly Slot[], beside: readonly Slot[]): Reading {
  const all = [...own, ...beside]
  const settled = all.filter((slot) => !slot.mayBeAbsent).map(({ period }) => period)
  const newest = settled.reduce<Period | undefined>(
    (latest, period) => (!latest || isBefore(latest, period) ? period : latest),
    undefined,
  )
  const reached = (slot: Slot): boolean => !newest || !isBefore(slot.period, newest)
  const may = own.filter(reached)
  const ownKeys = new Map(own.map((slot) => [periodKey(slot.period), slot]))
  const overtaken = beside
    .filter(reached)
    .some((slot) => ownKeys.get(periodKey(slot.period))?.mayBeAbsent ?? true)
  return {
    values: joinValues(may.map(({ values }) => values)),
    mayBeMissing: overtaken || !newest,
    mayWait: may.some(({ mayWait }) => mayWait),
    mayNotApply: may.some(({ mayNotApply }) => mayNotApply),
  }
}

function isBefore(left: Period, right: Period): boolean {
  return left.year < right.year || (left.year === right.year && left.index < right.index)
}

/** All periods gathered; those that do not apply or are left out, here or beside, do not count. */
function readPeriods(
  measure: Measure,
  own: readonly Slot[],
  beside: Measure | undefined,
  besideSlots: readonly Slot[],
): Reading {
  const others = new Map(besideSlots.map((slot) => [periodKey(slot.period), slot]))
  const read = own.map((slot) => readPeriod(slot, measure, beside, others.get(periodKey(slot.period))))
  const counted = read.filter(({ values }) => hasValues(values))
  const mayBeNone = read.every(({ mayLeave }) => mayLeave)
  // Where one of the periods left out does not apply, neither does the whole.
  const nothingSaid = read.every(({ mayBeSkipped }) => mayBeSkipped) && !besideSlots.some(isNotApplicable)
  const isNumber = measure.type?.kind !== 'flag' && measure.type?.kind !== 'date'
  const spans = isNumber
    ? gatherSpans(
        counted.map(({ values, mayLeave }) => ({ spans: values.spans, mayLeave })),
        measure.aggregation,
      )
    : []
  return {
    values: isNumber ? { ...NO_VALUES, spans } : joinValues(counted.map(({ values }) => values)),
    mayBeMissing: read.some(({ mayBeMissing }) => mayBeMissing) || nothingSaid,
    mayWait: read.some(({ mayWait }) => mayWait),
    mayNotApply:
      mayBeNone && (read.some(({ mayBeLeft }) => mayBeLeft) || besideSlots.some((slot) => slot.mayNotApply)),
  }
}

interface PeriodRead {
  readonly values: Values
  /** Whether it may be left out for want of a fact. */
  readonly mayBeSkipped: boolean
  readonly mayLeave: boolean
  /** Whether it may be left out because it does not apply. */
  readonly mayBeLeft: boolean
  readonly mayBeMissing: boolean
  readonly mayWait: boolean
}

function readPeriod(
  slot: Slot,
  measure: Measure,
  beside: Measure | undefined,
  other: Slot | undefined,
): PeriodRead {
  const isLeft = isNotApplicable(slot) || (other !== undefined && isNotApplicable(other))
  if (isLeft)
    return {
      values: NO_VALUES,
      mayLeave: true,
      mayBeSkipped: false,
      mayBeLeft: true,
      mayBeMissing: false,
      mayWait: false,
    }
  const skipsBeside = beside?.absentPeriod === 'skipped' && beside.aggregation !== 'latest'
  const mayBeLeft = slot.mayNotApply || (other?.mayNotApply ?? false)
  const mayBeSkipped =
    (skipsBeside && (other?.mayBeAbsent ?? true)) ||
    (slot.mayBeAbsent && (measure.absentPeriod === 'skipped' || !slot.due))
  const countsAsZero = measure.absentPeriod === 'zero' && slot.mayBeAbsent && slot.due
  const isFlagOrNumber = measure.type?.kind !== 'date'
  const zero = countsAsZero && isFlagOrNumber ? [pointSpan(ZERO, slot.values.spans[0]?.step)] : []
  return {
    values: { ...slot.values, spans: withZero(slot.values.spans, zero) },
    mayLeave: mayBeLeft || mayBeSkipped,
    mayBeSkipped,
    mayBeLeft,
    mayBeMissing: measure.absentPeriod === 'missing' && slot.mayBeAbsent && slot.due,
    mayWait: slot.mayWait,
  }
}

/** One span where zero is among its numbers anyway. */
function withZero(spans: Values['spans'], zero: Values['spans']): Values['spans'] {
  const [span] = spans
  if (zero.length === 0 || !span) return [...spans, ...zero]
  const within = spanBetween(span.low, span.high, span.step)
  const holdsZero =
    within &&
    (!within.low || compare(within.low, ZERO) <= 0) &&
    (!within.high || compare(within.high, ZERO) >= 0)
  return holdsZero && spans.length === 1 ? spans : [...spans, ...zero]
}

function isNotApplicable({ values, mayBeAbsent, mayWait }: Slot): boolean {
  return !hasValues(values) && !mayBeAbsent && !mayWait
}

/** Whether a part may be above its whole; period by period the facts do not let it. */
function mayBeFaulty(
  [part, whole]: readonly Measure[],
  [upper, lower]: readonly Reading[],
  slots: readonly Slot[],
): boolean {
  if (!part || !whole || !upper || !lower || part.partOf?.text !== whole.name.text) return false
  if (upper.values.spans.length === 0 || lower.values.spans.length === 0) return false
  const heldByPeriod =
    part.frequency === whole.frequency &&
    part.aggregation === whole.aggregation &&
    part.absentPeriod === 'missing' &&
    whole.absentPeriod === 'missing' &&
    slots.every(({ due }) => due)
  if (heldByPeriod) return false
  const [{ high }, { low }] = [hullOf(upper.values.spans), hullOf(lower.values.spans)]
  return !high || !low || compare(high, low) > 0
}
