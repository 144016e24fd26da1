import { maximum as larger, minimum, type Rational, ZERO } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import type { Judged } from './judge.ts'
import { flagOf, numberOf } from './measureValue.ts'
import { nextItem, nextTier } from './nextStep.ts'
import { itemPoints, mostPoints, partsPoints, tierOfNumber } from './operations.ts'
import { obstacle } from './outcome.ts'
import type { Leaf, ProgramPart } from './program.ts'
import type { InputTrace, PartTrace } from './trace.ts'

/** Judges a criterion whose points are added part by part, each by its own measure. */
export function judgeParts(
  { maximum }: Leaf,
  parts: readonly ProgramPart[],
  read: (measure: Measure) => readonly InputTrace[],
): Judged {
  const traces = parts.flatMap((part) => read(part.measure).map((input) => judgePart(part, input, maximum)))
  const points = traces.map((part) => part.points)
  const inputs = traces.map(({ input }) => input)
  const rule = { kind: 'parts', parts: traces } as const
  const outcomes = inputs.map(({ outcome }) => outcome)
  // A part that does not apply gives nothing; only when none applies does the criterion not apply.
  const applicable = outcomes.filter(({ kind }) => kind !== 'notApplicable')
  const hindrance = obstacle(applicable.length > 0 ? applicable : outcomes)
  return { inputs, outcome: hindrance ?? { kind: 'value', value: partsPoints(points, maximum) }, rule }
}

function judgePart(part: ProgramPart, input: InputTrace, maximum: Rational): PartTrace {
  const common = { id: part.id, input, most: mostOfPart(part, maximum), next: undefined }
  if (input.outcome.kind !== 'value') return { ...common, points: ZERO }
  if (part.kind === 'flag') return { ...common, points: flagOf(input) ? part.points : ZERO }
  const value = {
    kind: 'number',
    value: numberOf(input),
    domain: part.domain,
    quotient: undefined,
    finished: undefined,
  } as const
  if (part.kind === 'items') {
    const points = itemPoints(part.items, value.value, maximum, 'scale')
    return { ...common, points, next: nextItem(part.items, points, value, part.measure, maximum, 'scale') }
  }
  const { points } = tierOfNumber(part.tiers, value.value)
  return { ...common, points, next: nextTier(part.tiers, points, value, part.measure) }
}

/** The most points that a part can give. */
export function mostOfPart(part: ProgramPart, maximum: Rational): Rational {
  switch (part.kind) {
    case 'flag':
      return part.points
    case 'tiers':
      return larger(ZERO, mostPoints(part.tiers))
    case 'items':
      return minimum(part.items.limit ?? maximum, maximum)
  }
}
