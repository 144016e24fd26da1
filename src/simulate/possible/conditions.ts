import { type Cut, contains, type Interval, intersect, isEmpty } from '#base/interval.ts'
import { negate, ONE, ZERO } from '#base/rational.ts'
import { type Holding, isInScope, pointsInterval } from '#engine/index.ts'
import { domainOfMeasure, intervalOf, type Measure, type Range, type Test } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Case, isNothing } from './cases.ts'
import { everyNode, type PossibleNode } from './nodes.ts'
import { type Reading, readPossible } from './readings.ts'
import type { Unfinished } from './slots.ts'
import { intervalOfSpan, reaches, type Span } from './spans.ts'

/** Every answer that a condition on the entrant may have, as `conditionHolds` gives them. */
export function possibleHoldings(
  test: Test,
  entrant: Entrant,
  nodes: readonly PossibleNode[],
  evaluation: Unfinished,
): readonly Holding[] {
  const { measures } = evaluation.program
  switch (test.kind) {
    case 'flag': {
      const reading = ownReading(certain(measures.get(test.measure.text)), entrant, evaluation)
      const answers = [false, true].flatMap((is): Holding[] =>
        reading.values.spans.some((span) => reaches(span, is ? ONE : ZERO))
          ? [is === test.is ? 'yes' : 'no']
          : [],
      )
      return [...answers, ...unknown(reading)]
    }
    case 'measure': {
      const measure = certain(measures.get(test.measure.text))
      const reading = ownReading(measure, entrant, evaluation)
      const domain = domainOfMeasure(measure)
      const interval = domain && intervalOf(test.range, undefined, domain)
      if (!interval) return ['unknown']
      return [...reading.values.spans.flatMap((span) => inside(span, interval)), ...unknown(reading)]
    }
    case 'node': {
      const node = everyNode(nodes).find((one) => one.node.code === test.code.text)
      return node ? node.cases.flatMap((one) => caseHoldings(one, node, test.range)) : ['notApplicable']
    }
    case 'every': {
      const meant = everyNode(nodes).filter(({ node }) => isInScope(node, test.scope))
      const each = meant.map((node) => node.cases.flatMap((one) => caseHoldings(one, node, test.range)))
      const all = (some: readonly Holding[]): boolean =>
        each.every((answers) => answers.some((one) => some.includes(one)))
      return [
        ...(all(['notApplicable']) ? (['notApplicable'] as const) : []),
        ...(all(['yes', 'notApplicable']) && each.some((answers) => answers.includes('yes'))
          ? (['yes'] as const)
          : []),
        ...(each.some((answers) => answers.includes('no')) ? (['no'] as const) : []),
      ]
    }
  }
}

function ownReading(measure: Measure, entrant: Entrant, evaluation: Unfinished): Reading {
  const [reading] = readPossible(
    [measure],
    { level: entrant.level, exceptions: [] },
    entrant,
    evaluation,
  ).sides
  if (!reading) throw new Error('what was asked for was read')
  return reading
}

function unknown({ mayBeMissing, mayNotApply, mayWait }: Reading): readonly Holding[] {
  return mayBeMissing || mayNotApply || mayWait ? ['unknown'] : []
}

function caseHoldings(
  one: Case,
  { node }: PossibleNode,
  range: Extract<Test, { kind: 'node' }>['range'],
): readonly Holding[] {
  if (isNothing(one)) return ['notApplicable']
  // The interval moves with the part of the maximum that applies.
  const intervals = [one.outOf.least, one.outOf.most].map((outOf) => pointsInterval(range, outOf))
  const points = node.role === 'penalty' ? negated(one.points) : one.points
  return intervals.flatMap((interval) =>
    inside({ low: points.least, high: points.most, step: undefined }, interval),
  )
}

function negated({ least, most }: Range): Range {
  return { least: negate(most), most: negate(least) }
}

/** Whether numbers of the span may lie in the interval, and whether any may lie outside it. */
function inside(span: Span, interval: Interval): readonly Holding[] {
  const both = intersect(intervalOfSpan(span), interval)
  const ends = [span.low, span.high]
  const isWhole = ends.every((end, index) => (end ? contains(interval, end) : !endOf(interval, index)))
  return [...(isEmpty(both) ? [] : (['yes'] as const)), ...(isWhole ? [] : (['no'] as const))]
}

function endOf({ low, high }: Interval, index: number): Cut | undefined {
  return index === 0 ? low : high
}

/** Whether a total in the range may lie in the interval. */
export function mayLieIn({ least, most }: Range, interval: Interval): boolean {
  return inside({ low: least, high: most, step: undefined }, interval).includes('yes')
}

/** Whether every total in the range lies in the interval. */
export function liesIn({ least, most }: Range, interval: Interval): boolean {
  return contains(interval, least) && contains(interval, most)
}

function certain(measure: Measure | undefined): Measure {
  if (!measure) throw new Error('a checked condition names a measure')
  return measure
}
