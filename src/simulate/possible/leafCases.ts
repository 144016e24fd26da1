import { alignToStep, intersect, isEmpty } from '#base/interval.ts'
import type { Period } from '#base/period.ts'
import { add, compare, type Rational, rational, ZERO } from '#base/rational.ts'
import { roundWithin } from '#base/rounding.ts'
import {
  duePeriods,
  type Evaluation,
  holdsFor,
  isRelative,
  type Leaf,
  measuresOf,
  mostOfPart,
  type ProgramException,
  type ProgramPart,
  type ProgramRule,
  type ProgramValue,
  partsPoints,
  subjectOf,
} from '#engine/index.ts'
import {
  collectSymbols,
  type FlagRegions,
  type Measure,
  type NumberRegions,
  type PartRegions,
  piecesOf,
  type Range,
  type Regions,
  rangeOfPieces,
  regionsOf,
} from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { addRange, averages, type Case, caseOf, extremes, NOTHING_APPLIES, tidyCases } from './cases.ts'
import { judgedSpans } from './judgedValues.ts'
import { type Reading, type Readings, readPossible } from './readings.ts'
import { type Other, othersFinder, relativePoints } from './relative.ts'
import type { Unfinished } from './slots.ts'
import { intervalOfSpan, reaches, type Span } from './spans.ts'

/** What criteria are looked at with. */
export interface Ground {
  readonly evaluation: Unfinished
  /** What the criterion's rule, or that of its exception, makes of values. */
  readonly regionsOf: (leaf: Leaf, exception: ProgramException | undefined) => Regions | undefined
  /** The values of the others in the subject's cluster, where a criterion is held against them. */
  readonly othersIn: (leaf: Leaf, subject: Entrant) => readonly Other[]
}

/** Lays out what is asked for every entrant once. */
export function groundOf(evaluation: Unfinished): Ground {
  const symbols = collectSymbols(evaluation.program.rulebook)
  const known = new Map<Leaf | ProgramException, Regions | undefined>()
  return {
    evaluation,
    regionsOf: (leaf, exception) => {
      const key = exception ?? leaf
      if (!known.has(key)) {
        const written = exception && leaf.node.exceptions[leaf.exceptions.indexOf(exception)]
        known.set(key, regionsOf(leaf.node, symbols, written))
      }
      return known.get(key)
    },
    othersIn: othersFinder(evaluation),
  }
}

/** What a criterion may come to for an entrant. */
export interface LeafCases {
  readonly cases: readonly Case[]
  /** Whether any fact that it is judged by may still be otherwise. */
  readonly isOpen: boolean
}

/** The cases of criteria; `undefined` where one does not concern the entrant. Each subject is looked at once. */
export function leafCases(ground: Ground): (leaf: Leaf, entrant: Entrant) => LeafCases | undefined {
  const known = new Map<Leaf, Map<Entrant, LeafCases>>()
  return (leaf, entrant) => {
    const subject = subjectOf(leaf, entrant, ground.evaluation)
    if (!subject) return undefined
    const bySubject = known.get(leaf) ?? new Map<Entrant, LeafCases>()
    const found = bySubject.get(subject) ?? casesFor(leaf, subject, ground)
    known.set(leaf, bySubject.set(subject, found))
    return found
  }
}

function casesFor(leaf: Leaf, subject: Entrant, ground: Ground): LeafCases {
  const exception = leaf.exceptions.find((one) => holdsFor(one, subject))
  if (exception?.rule === 'notApplicable') return { cases: [NOTHING_APPLIES], isOpen: false }
  const rule = exception?.rule ?? leaf.rule
  const judged = { leaf, exception, subject, ground }
  const found = rule.kind === 'parts' ? partsCases(rule.parts, judged) : valueCases(rule, judged)
  // Others are held against its value, whatever rule it is judged by itself.
  const isHeldAgainst = isRelative(leaf) && leaf.value !== undefined
  const read = isHeldAgainst
    ? readPossible(measuresOf(leaf.value), leaf, subject, ground.evaluation)
    : undefined
  return {
    isOpen: found.isOpen || (read?.isOpen ?? false),
    cases: tidyCases(found.cases.map((one) => rounded(one, ground.evaluation))),
  }
}

/** One criterion for one subject, and what holds instead of its own rule. */
interface Judged {
  readonly leaf: Leaf
  readonly exception: ProgramException | undefined
  readonly subject: Entrant
  readonly ground: Ground
}

function rounded({ outOf, points }: Case, { program: { criterionRounding: rounding } }: Evaluation): Case {
  if (!rounding) return { outOf, points }
  const at = (amount: Rational, within: Rational): Rational =>
    roundWithin(amount, within, rounding.places, rounding.method)
  return { outOf, points: { least: at(points.least, outOf.most), most: at(points.most, outOf.most) } }
}

/** What a rule by one value makes of what was read: points, or why there are none. */
interface Judgement {
  /** The points that a value may be given; none where there cannot be one. */
  readonly points: readonly Range[]
  readonly mayBeMissing: boolean
  readonly mayNotApply: boolean
  /** Whether facts may wait or contradict each other, so that nothing is given. */
  readonly mayBeHindered: boolean
}

function valueCases(rule: Exclude<ProgramRule, { kind: 'parts' }>, judged: Judged): LeafCases {
  const { leaf, subject, ground } = judged
  const { value } = leaf
  if (!value) throw new Error('a checked criterion with tiers or a target has a value')
  const measures = measuresOf(value)
  if (!value.each) {
    const read = readPossible(measures, leaf, subject, ground.evaluation)
    return { cases: casesOf(judge(rule, value, read, judged), leaf), isOpen: read.isOpen }
  }
  const { program, asOf } = ground.evaluation
  const periods = duePeriods(program, value.each, asOf).map((period: Period) =>
    readPossible(measures, leaf, subject, ground.evaluation, period),
  )
  const found = periods.map((read) => judge(rule, value, read, judged))
  return {
    cases: casesOf(averaged(found, measures[0]), leaf),
    isOpen: periods.some(({ isOpen }) => isOpen),
  }
}

/** The average of the periods that apply, each judged by itself. */
function averaged(periods: readonly Judgement[], measure: Measure | undefined): Judgement {
  const skips = measure?.absentPeriod === 'skipped'
  const mayLeave = ({ mayNotApply, mayBeMissing }: Judgement): boolean =>
    mayNotApply || (skips && mayBeMissing)
  const mayBeNone = periods.every(mayLeave)
  const must = periods.filter((one) => !mayLeave(one))
  const may = periods.filter((one) => mayLeave(one) && one.points.length > 0)
  const given = must.every(({ points }) => points.length > 0)
  const [sure, perhaps] = [must, may].map((some) =>
    some.map(({ points }) => extremes(points.flatMap(({ least, most }) => [least, most]))),
  )
  return {
    points: given ? averages(sure ?? [], perhaps ?? []) : [],
    // Where one of the periods left out does not apply, neither does the whole.
    mayBeMissing: skips
      ? periods.every(({ mayBeMissing }) => mayBeMissing)
      : periods.length === 0 || periods.some(({ mayBeMissing }) => mayBeMissing),
    mayNotApply: mayBeNone && periods.some(({ mayNotApply }) => mayNotApply),
    mayBeHindered: periods.some(({ mayBeHindered }) => mayBeHindered),
  }
}

function casesOf(
  { points, mayBeMissing, mayNotApply, mayBeHindered }: Judgement,
  { maximum, missingCounts }: Leaf,
): readonly Case[] {
  const nothingGiven = caseOf(maximum, ZERO, ZERO)
  return [
    ...points.map(({ least, most }) => caseOf(maximum, least, most)),
    ...(mayBeMissing ? [missingCounts === 'notApplicable' ? NOTHING_APPLIES : nothingGiven] : []),
    ...(mayNotApply ? [NOTHING_APPLIES] : []),
    ...(mayBeHindered ? [nothingGiven] : []),
  ]
}

/** Judges what may be read, over all periods or in one. */
function judge(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  value: ProgramValue,
  { sides, mayBeFaulty }: Readings,
  judged: Judged,
): Judgement {
  const [upper, lower] = sides
  const dividesByZero =
    value.kind === 'quotient' &&
    'name' in value.denominator &&
    (lower?.values.spans ?? []).some((span) => reaches(span, ZERO))
  // The cluster's figure is above zero where one's own value is; of one period by itself there is none.
  const mayHaveNoFigure =
    value.each !== undefined || judgedSpans(value, sides).some(({ low }) => !low || compare(low, ZERO) <= 0)
  const answers = [
    ...(dividesByZero ? [judged.leaf.zeros.measure] : []),
    ...(rule.kind === 'relative' && mayHaveNoFigure ? [judged.leaf.zeros[rule.to]] : []),
  ].filter((answer) => answer !== undefined)
  const canBeJudged = sides.every(
    ({ values }) => values.spans.length > 0 || values.days.length > 0 || values.anyDay,
  )
  const points = canBeJudged && upper ? pointsOfRule(rule, value, sides, judged) : []
  return {
    points: [
      ...points,
      ...(canBeJudged ? answers : []).flatMap((answer) =>
        answer.kind === 'points' ? [{ least: answer.points, most: answer.points }] : [],
      ),
    ],
    mayBeMissing: sides.some(({ mayBeMissing }) => mayBeMissing),
    mayNotApply:
      sides.some(({ mayNotApply }) => mayNotApply) ||
      (canBeJudged && answers.some(({ kind }) => kind === 'notApplicable')),
    mayBeHindered: mayBeFaulty || sides.some(({ mayWait }) => mayWait),
  }
}

function pointsOfRule(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  value: ProgramValue,
  sides: readonly Reading[],
  judged: Judged,
): readonly Range[] {
  const { leaf, exception, subject, ground } = judged
  if (rule.kind === 'relative') {
    // In one period by itself there is no figure, and the answer for none is given.
    if (value.each) return []
    return judgedSpans(value, sides).map((span) =>
      relativePoints(span, rule.to, ground.othersIn(leaf, subject), leaf),
    )
  }
  const regions = ground.regionsOf(leaf, exception)
  if (regions?.kind === 'flag') return pointsOfFlags(regions, sides[0])
  if (regions?.kind !== 'number') throw new Error('a checked rule gives points to every value')
  return judgedSpans(value, sides).flatMap((span) => pointsOfSpan([regions], span))
}

function pointsOfFlags({ regions }: FlagRegions, reading: Reading | undefined): readonly Range[] {
  return regions.flatMap(({ is, points }) => {
    const at = rational(is ? 1n : 0n)
    return (reading?.values.spans ?? []).some((span) => reaches(span, at))
      ? [{ least: points, most: points }]
      : []
  })
}

/** What rules over the same value give together to the values of a span. */
function pointsOfSpan(rules: readonly NumberRegions[], span: Span): readonly Range[] {
  const [first] = rules
  const pieces = piecesOf(rules)
  if (!first) return []
  // Too many steps to look at side by side: each by itself.
  if (!pieces) return [rules.flatMap((rule) => pointsOfSpan([rule], span)).reduce(addRange)]
  const domain = { ...first.domain, step: span.step }
  const inside = pieces
    .map((piece) => {
      const both = intersect(piece.interval, intervalOfSpan(span))
      return { ...piece, interval: span.step ? alignToStep(both, span.step) : both }
    })
    .filter(({ interval }) => !isEmpty(interval))
  return inside.length > 0 ? [rangeOfPieces(inside, domain)] : []
}

/** A criterion whose points are added part by part: those by the same measure go together. */
function partsCases(parts: readonly ProgramPart[], { leaf, exception, subject, ground }: Judged): LeafCases {
  const { maximum, missingCounts } = leaf
  const regions = ground.regionsOf(leaf, exception)
  if (regions?.kind !== 'parts') throw new Error('a checked criterion by parts has them')
  const byMeasure = [...Map.groupBy(parts.entries(), ([, part]) => part.measure.name.text).values()]
  const read = byMeasure.map((group) => {
    const some = group.map(([index, part]) => ({ part, regions: regions.parts[index] }))
    const [first] = some
    if (!first) throw new Error('a group has a part')
    const readings = readPossible([first.part.measure], leaf, subject, ground.evaluation)
    return { some, readings }
  })
  const cases = read.map(({ some, readings }): readonly PartsCase[] => {
    const [reading] = readings.sides
    const most = some.map(({ part }) => mostOfPart(part, maximum)).reduce(add)
    const given = pointsOfParts(
      some.flatMap((one) => one.regions ?? []),
      reading,
    )
    const nothing = { all: true, most, points: { least: ZERO, most: ZERO } }
    const left = { all: false, most: ZERO, points: nothing.points }
    return [
      ...given.map((points) => ({ all: true, most, points })),
      ...(reading?.mayNotApply ? [left] : []),
      ...(reading?.mayBeMissing ? [missingCounts === 'notApplicable' ? left : nothing] : []),
      ...(reading?.mayWait ? [nothing] : []),
    ]
  })
  const together = cases.reduce<readonly PartsCase[]>(
    (sums, some) =>
      tidyParts(
        sums.flatMap((sum) =>
          some.map((one) => ({
            all: sum.all && one.all,
            most: add(sum.most, one.most),
            points: addRange(sum.points, one.points),
          })),
        ),
      ),
    [{ all: true, most: ZERO, points: { least: ZERO, most: ZERO } }],
  )
  return {
    cases: together.map(({ all, most, points }) => {
      const capped = (amount: Rational): Rational => partsPoints([amount], maximum)
      return caseOf(all ? maximum : capped(most), capped(points.least), capped(points.most))
    }),
    isOpen: read.some(({ readings }) => readings.isOpen),
  }
}

/** Some parts: whether they all apply, what they give at most, and what they may give. */
interface PartsCase {
  readonly all: boolean
  readonly most: Rational
  readonly points: Range
}

function tidyParts(cases: readonly PartsCase[]): readonly PartsCase[] {
  const groups = [true, false].map((all) => {
    const some = cases.filter((one) => one.all === all)
    return tidyCases(some.map(({ most, points }) => caseOf(most, points.least, points.most))).map(
      ({ outOf, points }): PartsCase => ({ all, most: outOf.most, points }),
    )
  })
  return groups.flat()
}

function pointsOfParts(parts: readonly PartRegions[], reading: Reading | undefined): readonly Range[] {
  const spans = reading?.values.spans ?? []
  const numbers = parts.flatMap(({ regions }): NumberRegions[] =>
    regions.kind === 'number' ? [regions] : [],
  )
  if (numbers.length > 0) return spans.flatMap((span) => pointsOfSpan(numbers, span))
  const flags = parts.flatMap(({ regions }): FlagRegions[] => (regions.kind === 'flag' ? [regions] : []))
  return [false, true].flatMap((is) => {
    if (!spans.some((span) => reaches(span, rational(is ? 1n : 0n)))) return []
    const given = flags
      .flatMap(({ regions }) => regions.filter((region) => region.is === is))
      .reduce((sum, { points }) => add(sum, points), ZERO)
    return [{ least: given, most: given }]
  })
}
