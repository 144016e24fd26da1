import { compare, maximum, type Rational, ZERO } from '#base/rational.ts'
import { cohortOf, isExempt, type Leaf, measuresOf, proportionPoints } from '#engine/index.ts'
import type { CohortFigure, Range } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { averages, extremes } from './cases.ts'
import { judgedSpans } from './judgedValues.ts'
import { readPossible } from './readings.ts'
import type { Unfinished } from './slots.ts'
import { hullOf, type Span } from './spans.ts'

/** The value of another whom one is held against. */
export interface Other {
  readonly span: Span
  /** Whether it may have none, and so not count. */
  readonly mayBeNone: boolean
}

/** Finds those who count beside a subject in the figure of its cohort (`cohortFigures`); each is read once. */
export function othersFinder(evaluation: Unfinished): (leaf: Leaf, subject: Entrant) => readonly Other[] {
  const { program, facts } = evaluation
  const known = new Map<Leaf, Map<Entrant, Other | undefined>>()
  const valuesOf = (leaf: Leaf): ReadonlyMap<Entrant, Other | undefined> => {
    const found =
      known.get(leaf) ?? new Map(facts.entrants.map((one) => [one, otherIn(leaf, one, evaluation)]))
    known.set(leaf, found)
    return found
  }
  return (leaf, subject) =>
    [...valuesOf(leaf)].flatMap(([entrant, other]) =>
      other && entrant !== subject && cohortOf(entrant, program) === cohortOf(subject, program)
        ? [other]
        : [],
    )
}

function otherIn(leaf: Leaf, entrant: Entrant, evaluation: Unfinished): Other | undefined {
  if (!leaf.value || (leaf.level !== entrant.level && entrant.level !== 'commune')) return undefined
  if (isExempt(leaf, entrant)) return undefined
  const { sides, mayBeFaulty } = readPossible(measuresOf(leaf.value), leaf, entrant, evaluation)
  const spans = judgedSpans(leaf.value, sides)
  if (spans.length === 0) return undefined
  const isHindered = sides.some(
    ({ mayBeMissing, mayWait, mayNotApply }) => mayBeMissing || mayWait || mayNotApply,
  )
  // What is divided by may be zero.
  const mayBeUndivided = leaf.value.kind === 'quotient' && 'name' in leaf.value.denominator
  return { span: hullOf(spans), mayBeNone: isHindered || mayBeFaulty || mayBeUndivided }
}

/**
 * The points of a value held against the best or the average of a cohort, itself counted in: least at its least while the others
 * have their most, most the other way round. Where the figure is zero is answered apart.
 */
export function relativePoints(
  own: Span,
  to: CohortFigure,
  others: readonly Other[],
  { maximum: whole }: Pick<Leaf, 'maximum'>,
): Range {
  const { low, high } = own
  const isPositive = [own, ...others.map(({ span }) => span)].every(
    (span) => span.low && compare(span.low, ZERO) >= 0,
  )
  if (!isPositive || !low) return { least: ZERO, most: whole }
  const highest = figureOf(to, low, others, 'high')
  const lowest = high && figureOf(to, high, others, 'low')
  const over = (value: Rational, figure: Rational): Rational =>
    compare(figure, ZERO) > 0 ? proportionPoints(value, figure, whole, undefined) : ZERO
  return {
    least: highest ? over(low, highest) : ZERO,
    most: high && lowest ? over(high, lowest) : whole,
  }
}

/** The highest or the lowest that the figure can be beside one's own value; `undefined` where it has no end. */
function figureOf(
  to: CohortFigure,
  own: Rational,
  others: readonly Other[],
  end: 'low' | 'high',
): Rational | undefined {
  const must = others.filter(({ mayBeNone }) => !mayBeNone)
  const may = others.filter(({ mayBeNone }) => mayBeNone)
  const counted = to === 'best' && end === 'low' ? must : others
  const ends = counted.map(({ span }) => span[end])
  if (ends.some((one) => one === undefined)) return undefined
  if (to === 'best') return ends.reduce<Rational>((most, one) => (one ? maximum(most, one) : most), own)
  const at = ({ span }: Other): Range[] => {
    const value = span[end]
    return value ? [{ least: value, most: value }] : []
  }
  const all = averages([{ least: own, most: own }, ...must.flatMap(at)], may.flatMap(at))
  const { least, most } = extremes(all.flatMap((one) => [one.least, one.most]))
  return end === 'low' ? least : most
}
