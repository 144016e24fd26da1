import { contains, type Interval, intersect } from '#base/interval.ts'
import { compare, HUNDRED, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import type { CohortFigure, Divisor, Given, Measure, NumberDomain } from '#language/index.ts'
import { measuresOf } from '../judge.ts'
import type { Leaf, Program, ProgramException, ProgramPart, ProgramRule } from '../program.ts'
import type { RuleBranch } from './branches.ts'
import { givenAttribute, givenFigure, givenFlag, givenMissing, givenNumber } from './makeGiven.ts'
import { beyond, only, pickNear } from './pickNumber.ts'
import { gridOf, inputDomains, valueMaker } from './valueMaker.ts'

/** Ways to lead into the branch, the most telling first; none where none was found. */
export function waysInto(
  { leaf, exception, reach }: RuleBranch,
  program: Program,
): readonly (readonly Given[])[] {
  const around = (own: readonly Given[], part?: ProgramPart): readonly Given[] => [
    ...attributeOf(exception, leaf),
    ...own,
    ...otherParts(own, part, leaf, exception, program),
  ]
  switch (reach.kind) {
    case 'number': {
      const make = valueMaker(leaf, reach.part, program)
      // The end where the branch begins tells more than the least or the most there can be.
      const ends = reach.values.flatMap((range) =>
        range.low ? [make(range, 'low'), make(range, 'high')] : [make(range, 'high'), make(range, 'low')],
      )
      return ends.flatMap((own) => (own ? [around(own, reach.part)] : []))
    }
    case 'flag': {
      const measure = reach.part?.measure ?? (leaf.value?.kind === 'flag' ? leaf.value.measure : undefined)
      if (!measure || reach.is === undefined) return []
      const each = reach.part ? undefined : leaf.value?.each
      return [around([givenFlag(measure, reach.is, each)], reach.part)]
    }
    case 'relative': {
      const sides = relativeWays(leaf, exception, program)
      const own = reach.side === 'below' ? sides?.below : sides?.at
      return own ? [around(own)] : []
    }
    case 'exempt':
      return [attributeOf(exception, leaf)]
    case 'zero': {
      const own = zeroWay(reach.divisor, leaf, program)
      return own ? [own] : []
    }
    case 'missing':
      return [measuresIn(leaf.rule, leaf).map(givenMissing)]
  }
}

/** `thôn "miền núi"` where only such entrants are meant. */
export function attributeOf(exception: ProgramException | undefined, { node }: Leaf): readonly Given[] {
  const written = node.exceptions.find(({ id }) => id === exception?.id)
  return written ? [givenAttribute(written.level, written.attribute.text)] : []
}

/** The other parts of a criterion scored by parts, each as low as it can be beside what is given. */
export function otherParts(
  own: readonly Given[],
  part: ProgramPart | undefined,
  leaf: Leaf,
  exception: ProgramException | undefined,
  program: Program,
): readonly Given[] {
  const rule = exception?.rule ?? leaf.rule
  if (!part || rule === 'notApplicable' || rule.kind !== 'parts') return []
  const byMeasure = new Map(rule.parts.map((other) => [other.measure.name.text, other]))
  byMeasure.delete(part.measure.name.text)
  const others: Given[] = []
  for (const other of byMeasure.values()) {
    if (other.kind === 'flag') others.push(givenFlag(other.measure, false, undefined))
    else {
      const range = besideGivens(other.measure, [...own, ...others], program)
      others.push(...(valueMaker(leaf, other, program)(range, 'low') ?? []))
    }
  }
  return others
}

/** What a measure may be beside those given: at most its whole, at least its parts. */
function besideGivens({ name, partOf }: Measure, givens: readonly Given[], { measures }: Program): Interval {
  const bounds = givens.map((given): Interval => {
    if (given.kind !== 'measure' || given.value.kind !== 'amount') return EVERYTHING
    const { value } = given.value.amount
    if (partOf?.text === given.measure.text) return { low: undefined, high: { at: value, after: true } }
    const isPart = measures.get(given.measure.text)?.partOf?.text === name.text
    return isPart ? { low: { at: value, after: false }, high: undefined } : EVERYTHING
  })
  return bounds.reduce(intersect, EVERYTHING)
}

const EVERYTHING: Interval = { low: undefined, high: undefined }

function measuresIn(rule: ProgramRule, { value }: Leaf) {
  const all =
    rule.kind === 'parts' ? rule.parts.map(({ measure }) => measure) : value ? measuresOf(value) : []
  return [...new Set(all)]
}

/** Values just below, at and just above the figure of the cluster, which is chosen. */
export function relativeWays(
  leaf: Leaf,
  exception: ProgramException | undefined,
  program: Program,
): Partial<Readonly<Record<'below' | 'at' | 'above', readonly Given[]>>> | undefined {
  const rule = exception?.rule ?? leaf.rule
  const { value } = leaf
  if (rule === 'notApplicable' || rule.kind !== 'relative' || !value || value.kind === 'flag')
    return undefined
  const make = valueMaker(leaf, undefined, program)
  const figure = figuresFor(value.domain).find((one) => make(only(one), 'low'))
  if (!figure) return undefined
  const way = (range: Interval, end: 'low' | 'high'): readonly Given[] | undefined => {
    const own = make(range, end)
    return own && [...own, givenFigure(rule.to, figure, value.domain)]
  }
  const [below, at] = [way(beyond(figure, 'below'), 'high'), way(only(figure), 'low')]
  // Nobody is above the best.
  const above = rule.to === 'best' ? undefined : way(beyond(figure, 'above'), 'low')
  return { ...(below && { below }), ...(at && { at }), ...(above && { above }) }
}

/** Figures that are easy to reckon with, above zero. */
function figuresFor({ interval, notation, step }: NumberDomain): readonly Rational[] {
  const easy =
    notation.kind === 'percent' ? [rational(4n, 5n), rational(1n, 2n), ONE] : [rational(10n), HUNDRED, ONE]
  const lowest = pickNear(intersect(interval, beyond(ZERO, 'above')), 'low', {
    interval,
    step,
    fine: rational(1n, 100n),
  })
  return [...easy, ...(lowest ? [lowest] : [])].filter((one) => contains(interval, one))
}

/** Nothing to divide by: no whole, or a cluster whose figure is zero. */
function zeroWay(divisor: Divisor['kind'], leaf: Leaf, program: Program): readonly Given[] | undefined {
  return divisor === 'measure' ? noWhole(leaf, program) : zeroFigure(divisor, leaf, program)
}

/** For those whose rule is held against the figure: all, or the first with an attribute. */
function zeroFigure(figure: CohortFigure, leaf: Leaf, program: Program): readonly Given[] | undefined {
  const { value } = leaf
  if (!value || value.kind === 'flag' || !contains(value.domain.interval, ZERO)) return undefined
  const isHeld = (rule: ProgramException['rule']): boolean =>
    rule !== 'notApplicable' && rule.kind === 'relative' && rule.to === figure
  const exception = isHeld(leaf.rule) ? undefined : leaf.exceptions.find(({ rule }) => isHeld(rule))
  const own = valueMaker(leaf, undefined, program)(only(ZERO), 'low')
  return own && [...attributeOf(exception, leaf), ...own, givenFigure(figure, ZERO, value.domain)]
}

function noWhole(leaf: Leaf, program: Program): readonly Given[] | undefined {
  const { value, rule } = leaf
  if (value?.kind !== 'quotient' || !('name' in value.denominator)) return undefined
  const domainOf = inputDomains(leaf, program)
  const [upper, lower] = [domainOf(value.numerator), domainOf(value.denominator)]
  const least = upper && pickNear(upper.interval, 'low', gridOf(upper))
  if (!upper || !lower || !least || !contains(lower.interval, ZERO)) return undefined
  const isPart = value.numerator.partOf?.text === value.denominator.name.text
  if (isPart && compare(least, ZERO) > 0) return undefined
  const [figure] = rule.kind === 'relative' ? figuresFor(value.domain) : []
  return [
    givenNumber(value.numerator, least, upper, value.each),
    givenNumber(value.denominator, ZERO, lower, value.each),
    ...(rule.kind === 'relative' && figure ? [givenFigure(rule.to, figure, value.domain)] : []),
  ]
}
