import { firstDay, periodKey } from '#base/period.ts'
import { compareDates } from '#base/plainDate.ts'
import { compare, equals, negate, type Rational, subtract, ZERO } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import type { Fact, FactValue } from '#records/fact.ts'
import type { ScoreSheet } from '../score.ts'
import type { LeafTrace } from '../trace.ts'
import { leavesIn } from './entrant.ts'
import { describeRule } from './rule.ts'

/** What differs between two sheets of one entrant, the earlier one first; all of it read from the two traces. */
export interface SheetChanges {
  readonly before: ScoreSheet
  readonly after: ScoreSheet
  readonly total: Changed<Rational> | undefined
  readonly rank: Changed<number> | undefined
  readonly class: Changed<string> | undefined
  /** Whether it is barred from the ranking on one side only. */
  readonly barred: 'now' | 'noLonger' | undefined
  /** The criteria whose points or outcome differ, the largest difference first. */
  readonly criteria: readonly CriterionChange[]
  /** Facts that are read in one of the two only, or read otherwise, whether points differ for them or not. */
  readonly facts: readonly FactChange[]
}

/** Absent on one side where there was none of it. */
export interface Changed<Value> {
  readonly before: Value | undefined
  readonly after: Value | undefined
}

/** A criterion that came to something else, and the facts behind it. */
export interface CriterionChange {
  /** Absent on the side on which the entrant was not scored on it. */
  readonly before: LeafTrace | undefined
  readonly after: LeafTrace | undefined
  /** Whether it gives more points, fewer, or as many for another reason. */
  readonly direction: 'rose' | 'fell' | 'same'
  readonly facts: readonly FactChange[]
  /** Whether the rulebook now gives points otherwise. */
  readonly rule: boolean
}

/** A fact that came, was corrected or was withdrawn. */
export interface FactChange {
  readonly kind: 'arrived' | 'corrected' | 'withdrawn'
  readonly fact: Fact
  readonly measure: Measure
  /** What was read before it: the value that was corrected or, of a measure whose newest value counts, the one before. */
  readonly before: Fact | undefined
}

/** Compares two sheets of one entrant: of two days, or of the same day before and after facts were corrected. */
export function changesBetween(before: ScoreSheet, after: ScoreSheet): SheetChanges {
  const earlier = new Map(leavesIn(before.nodes).map((trace) => [trace.node.code, trace]))
  const later = new Map(leavesIn(after.nodes).map((trace) => [trace.node.code, trace]))
  const codes = [...new Set([...later.keys(), ...earlier.keys()])]
  const barred = [before, after].map(({ knockedOutBy }) => knockedOutBy.length > 0)
  return {
    before,
    after,
    total: changed(before.total, after.total, equals),
    rank: changed(before.rank, after.rank, Object.is),
    class: changed(before.class, after.class, Object.is),
    barred: barred[0] === barred[1] ? undefined : barred[1] ? 'now' : 'noLonger',
    criteria: codes
      .flatMap((code) => criterionChange(earlier.get(code), later.get(code)))
      .toSorted((left, right) => compare(sizeOf(right), sizeOf(left))),
    facts: factChanges([...earlier.values()], [...later.values()]),
  }
}

/** Whether its points, rank or class differ, or whether it is ranked at all; a criterion may differ without any of them. */
export function isMoved({ total, rank, class: title, barred }: SheetChanges): boolean {
  return [total, rank, title, barred].some((change) => change !== undefined)
}

/** Whether nothing at all differs, not even a fact. */
export function isUnchanged({ total, rank, class: title, barred, criteria, facts }: SheetChanges): boolean {
  return !total && !rank && !title && !barred && criteria.length === 0 && facts.length === 0
}

function changed<Value>(
  before: Value | undefined,
  after: Value | undefined,
  same: (left: Value, right: Value) => boolean,
): Changed<Value> | undefined {
  if (before === undefined && after === undefined) return undefined
  return before !== undefined && after !== undefined && same(before, after) ? undefined : { before, after }
}

function criterionChange(
  before: LeafTrace | undefined,
  after: LeafTrace | undefined,
): readonly CriterionChange[] {
  const order = compare(pointsOf(after), pointsOf(before))
  const sameKind = before?.outcome.kind === after?.outcome.kind
  const sameMost =
    before !== undefined && after !== undefined && equals(before.applicableMaximum, after.applicableMaximum)
  if (order === 0 && sameKind && sameMost) return []
  return [
    {
      before,
      after,
      direction: order === 0 ? 'same' : order > 0 ? 'rose' : 'fell',
      facts: factChanges(before ? [before] : [], after ? [after] : []),
      rule:
        before !== undefined &&
        after !== undefined &&
        describeRule(before.node).join('\n') !== describeRule(after.node).join('\n'),
    },
  ]
}

/** The facts of the one side that the other does not have, by entrant, measure and period, in reading order. */
function factChanges(before: readonly LeafTrace[], after: readonly LeafTrace[]): readonly FactChange[] {
  const earlier = factsRead(before)
  const later = factsRead(after)
  const [newestBefore, newestAfter] = [newestIn(earlier), newestIn(later)]
  const found: FactChange[] = []
  for (const [key, { fact, measure }] of later) {
    const same = earlier.get(key)?.fact
    if (same && isSame(same, fact)) continue
    const newest = measure.aggregation === 'latest' ? newestBefore.get(seriesOf(fact)) : undefined
    found.push({ kind: same ? 'corrected' : 'arrived', fact, measure, before: same ?? newest })
  }
  for (const [key, { fact, measure }] of earlier) {
    const replaced = measure.aggregation === 'latest' && newestAfter.has(seriesOf(fact))
    if (!later.has(key) && !replaced) found.push({ kind: 'withdrawn', fact, measure, before: fact })
  }
  return found
}

interface Read {
  readonly fact: Fact
  readonly measure: Measure
}

/** Every fact that was read, once though several criteria read it. */
function factsRead(traces: readonly LeafTrace[]): ReadonlyMap<string, Read> {
  const inputs = traces.flatMap((trace) => trace.inputs)
  return new Map(
    inputs.flatMap(({ facts, measure }) =>
      facts.map((fact) => [
        [fact.entrant, fact.measure, periodKey(fact.period)].join('\n'),
        { fact, measure },
      ]),
    ),
  )
}

/** The newest fact of each entrant's each measure. */
function newestIn(facts: ReadonlyMap<string, Read>): ReadonlyMap<string, Fact> {
  const newest = new Map<string, Fact>()
  for (const { fact } of facts.values()) {
    const series = seriesOf(fact)
    const known = newest.get(series)
    if (!known || compareDates(firstDay(known.period), firstDay(fact.period)) <= 0) newest.set(series, fact)
  }
  return newest
}

function seriesOf({ entrant, measure }: Fact): string {
  return `${entrant}\n${measure}`
}

function isSame(left: Fact, right: Fact): boolean {
  return (
    sameValue(left.value, right.value) &&
    left.status === right.status &&
    (left.evidence === '') === (right.evidence === '')
  )
}

function sameValue(left: FactValue, right: FactValue): boolean {
  switch (left.kind) {
    case 'number':
      return right.kind === 'number' && equals(left.value, right.value)
    case 'flag':
      return right.kind === 'flag' && left.is === right.is
    case 'date':
      return right.kind === 'date' && compareDates(left.date, right.date) === 0
    case 'words':
      return right.kind === 'words' && left.text.toLowerCase() === right.text.toLowerCase()
    case 'notApplicable':
      return right.kind === 'notApplicable'
  }
}

function pointsOf(trace: LeafTrace | undefined): Rational {
  return trace?.points ?? ZERO
}

function sizeOf({ before, after }: CriterionChange): Rational {
  const difference = subtract(pointsOf(after), pointsOf(before))
  return compare(difference, ZERO) < 0 ? negate(difference) : difference
}
