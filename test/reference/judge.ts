import type { Period } from './calendar.ts'
import { type Fraction, fraction, isSame, least, mean, most, over, times, total, ZERO } from './fractions.ts'
import { lateness } from './lateness.ts'
import type {
  Entrant,
  Exception,
  Level,
  Model,
  Node,
  Part,
  Rule,
  Scoring,
  Value,
  ZeroAnswer,
} from './model.ts'
import { amountOf, itemPoints, pointsFor, pointsOf, type Terms, tierOf, tierPoints } from './points.ts'
import {
  firstObstacle,
  isDue,
  measureOf,
  membersOf,
  type Outcome,
  periodsBegun,
  type Readings,
  readSum,
  readTogether,
} from './readings.ts'

/** A criterion that is scored by itself, with what it has from those above. */
export interface Leaf {
  readonly node: Node
  readonly scoring: Scoring
  readonly level: Level
  readonly penalty: boolean
}

/** What came of a criterion for an entrant, before missing facts are judged. */
export interface Judged {
  readonly outcome: Outcome
  readonly points: Fraction
  /** The part of the maximum that can apply to the entrant. */
  readonly applicable: Fraction
  readonly branch: string
}

/** What came of the criterion for the entrant, a commune also of what is measured below it. */
export function judge(model: Model, leaf: Leaf, entrant: Entrant): Judged {
  const { node, scoring } = leaf
  const exception = exceptionOf(leaf, entrant)
  const mark = exception ? `exception ${scoring.exceptions.indexOf(exception)}: ` : ''
  if (exception?.notApplicable) return nothing('notApplicable', ZERO)
  const rule = exception?.rule ?? scoring.rule
  const target = exception?.target ?? scoring.target
  const goal = target?.goals.find(
    ({ years }) => !years || (years[0] <= model.asOf.year && model.asOf.year <= years[1]),
  )?.goal
  const terms = { maximum: node.maximum, penalty: leaf.penalty, goal }
  const judged =
    rule.kind === 'parts'
      ? judgeParts(model, leaf, entrant, rule.parts, terms)
      : scoring.value?.each
        ? judgeEach(model, leaf, entrant, rule, terms)
        : judgeOnce(model, leaf, entrant, rule, terms, undefined)
  return { ...judged, branch: judged.branch === '' ? '' : `${mark}${judged.branch}` }
}

function nothing(outcome: Outcome, applicable: Fraction): Judged {
  return { outcome, points: ZERO, applicable, branch: '' }
}

function exceptionOf({ scoring }: Leaf, entrant: Entrant): Exception | undefined {
  return scoring.exceptions.find(
    ({ level, attribute }) => level === entrant.level && entrant.attributes.includes(attribute),
  )
}

/** Whether an exception takes the criterion away from the entrant. */
function isExempt(leaf: Leaf, entrant: Entrant): boolean {
  return exceptionOf(leaf, entrant)?.notApplicable ?? false
}

/** The entrant's own facts, or the sums of those below a commune. */
function readFor(
  model: Model,
  leaf: Leaf,
  entrant: Entrant,
  names: readonly string[],
  period: Period | undefined,
): Readings {
  const measures = names.map((name) => measureOf(model, name))
  if (entrant.level === leaf.level) return readTogether(model, entrant, measures, period)
  const members = membersOf(model, entrant, leaf.level)
  const judged = members.filter((member) => !isExempt(leaf, member))
  if (members.length > 0 && judged.length === 0) return { outcome: 'notApplicable' }
  return readSum(model, judged, measures, period)
}

/** The value of a criterion: a number, what stands in its way, or a divisor of zero. */
type Found =
  | { readonly outcome: 'value'; readonly value: Fraction }
  | { readonly outcome: Exclude<Outcome, 'value'> | 'zeroDivisor' }

function valueFor(model: Model, leaf: Leaf, entrant: Entrant, period: Period | undefined): Found {
  const { value, deadline } = leaf.scoring
  if (!value) throw new Error('the criterion has no value')
  const read = readFor(model, leaf, entrant, measuresOf(value), period)
  if (read.outcome !== 'value') return read
  const [first = ZERO, second = ZERO] = read.values
  switch (value.kind) {
    case 'plain':
      return { outcome: 'value', value: first }
    case 'share':
      return { outcome: 'value', value: over(first, value.outOf) }
    case 'lateness':
      if (!deadline) throw new Error('late against what?')
      return { outcome: 'value', value: fraction(lateness(value.unit, deadline, Number(first.top))) }
    default:
      if (isSame(second, ZERO)) return { outcome: 'zeroDivisor' }
      return {
        outcome: 'value',
        value: times(value.kind === 'per' ? value.base : fraction(1), over(first, second)),
      }
  }
}

function measuresOf(value: Value): readonly string[] {
  if (value.kind === 'quotient' || value.kind === 'per') return [value.top, value.bottom]
  return [value.kind === 'share' ? value.top : value.measure]
}

function judgeOnce(
  model: Model,
  leaf: Leaf,
  entrant: Entrant,
  rule: Rule,
  terms: Terms,
  period: Period | undefined,
): Judged {
  const { maximum } = terms
  const found = valueFor(model, leaf, entrant, period)
  if (found.outcome === 'zeroDivisor') return zeroAnswer(leaf.scoring.zero, terms)
  if (found.outcome !== 'value') return nothing(found.outcome, maximum)
  const figure = rule.kind === 'relative' ? figureFor(model, leaf, entrant, rule.to) : undefined
  if (figure && isSame(figure, ZERO)) return zeroAnswer(leaf.scoring.zeroFigure, terms)
  return { outcome: 'value', applicable: maximum, ...pointsFor(rule, found.value, terms, figure) }
}

function zeroAnswer(zero: ZeroAnswer | undefined, terms: Terms): Judged {
  if (!zero) throw new Error('nothing is said of a divisor of zero')
  if (zero === 'notApplicable') return nothing('notApplicable', ZERO)
  return { outcome: 'value', points: pointsOf(zero, terms), applicable: terms.maximum, branch: 'zero' }
}

/** The best or the mean value of those who are ranked together. */
function figureFor(model: Model, leaf: Leaf, entrant: Entrant, to: 'best' | 'average'): Fraction {
  const values = cohortOf(model, entrant)
    .filter((one) => !isExempt(leaf, one))
    .map((one) => valueFor(model, leaf, one, undefined))
    .flatMap((found) => (found.outcome === 'value' ? [found.value] : []))
  return to === 'best' ? most(values) : mean(values)
}

/** Those who are ranked together with the entrant, itself included. */
function cohortOf({ rulebook, dossier }: Model, { level, cluster }: Entrant): readonly Entrant[] {
  const together = rulebook.ranking?.scope === 'all'
  return dossier.entrants.filter((one) => one.level === level && (together || one.cluster === cluster))
}

/** Every due period by itself; the points are averaged. */
function judgeEach(model: Model, leaf: Leaf, entrant: Entrant, rule: Rule, terms: Terms): Judged {
  const each = leaf.scoring.value?.each
  if (!each) throw new Error('in each of what?')
  const [first = ''] = leaf.scoring.value ? measuresOf(leaf.scoring.value) : []
  const skips = measureOf(model, first).absent === 'skip'
  const due = periodsBegun(model, each).filter((period) => isDue(model, period))
  const all = due
    .map((period) => judgeOnce(model, leaf, entrant, rule, terms, period))
    .filter(({ outcome }) => !(skips && outcome === 'missing'))
  const applicable = all.filter(({ outcome }) => outcome !== 'notApplicable')
  if (applicable.length === 0) {
    return all.length > 0 ? nothing('notApplicable', ZERO) : nothing('missing', terms.maximum)
  }
  const obstacle = firstObstacle(applicable.map(({ outcome }) => outcome))
  if (obstacle) return nothing(obstacle, terms.maximum)
  return {
    outcome: 'value',
    points: mean(applicable.map(({ points }) => points)),
    applicable: terms.maximum,
    branch: `each ${applicable.map(({ branch }) => branch).join(', ')}`,
  }
}

/** Parts count by themselves; those that do not apply leave the maximum. */
function judgeParts(
  model: Model,
  leaf: Leaf,
  entrant: Entrant,
  parts: readonly Part[],
  terms: Terms,
): Judged {
  const read = parts.map((part) => ({
    part,
    found: readFor(model, leaf, entrant, [part.measure], undefined),
  }))
  const applicable = read.filter(({ found }) => found.outcome !== 'notApplicable')
  if (applicable.length === 0) return nothing('notApplicable', ZERO)
  const policy = leaf.scoring.missing ?? model.rulebook.missing
  const counted = applicable.filter(
    ({ found }) => !(found.outcome === 'missing' && policy === 'notApplicable'),
  )
  const limit =
    counted.length === parts.length
      ? terms.maximum
      : least([terms.maximum, total(counted.map(({ part }) => mostOf(part, terms)))])
  const points = total(
    applicable.map(({ part, found }) =>
      found.outcome === 'value' ? partPoints(part, found.values[0] ?? ZERO, terms) : ZERO,
    ),
  )
  return {
    outcome: firstObstacle(applicable.map(({ found }) => found.outcome)) ?? 'value',
    points: least([points, limit]),
    applicable: limit,
    branch: 'parts',
  }
}

function partPoints(part: Part, value: Fraction, terms: Terms): Fraction {
  switch (part.kind) {
    case 'flag':
      return isSame(value, ZERO) ? ZERO : pointsOf(part.award, terms)
    case 'tiers':
      return tierPoints(part.tiers, tierOf(part.tiers, value, undefined), terms)
    case 'items':
      return itemPoints(part, value, terms)
  }
}

/** The most that a part can give. */
function mostOf(part: Part, terms: Terms): Fraction {
  switch (part.kind) {
    case 'flag':
      return pointsOf(part.award, terms)
    case 'tiers':
      return most(part.tiers.map(({ award }) => pointsOf(award, terms)))
    case 'items':
      return part.limit ? least([amountOf(part.limit, terms.maximum), terms.maximum]) : terms.maximum
  }
}
