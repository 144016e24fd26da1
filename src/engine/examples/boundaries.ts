import { alignToStep, contains, type Interval } from '#base/interval.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { compare, type Rational, toExactText } from '#base/rational.ts'
import {
  type Example,
  examplesByVersion,
  formatValue,
  type Given,
  type NumberDomain,
  printGivens,
} from '#language/index.ts'
import { type Leaf, leavesOf, type Program, type ProgramException, type ProgramPart } from '../program.ts'
import { branchesOf, type RuleBranch } from './branches.ts'
import { describeReach, zeroWords } from './describeReach.ts'
import { attributeOf, otherParts, relativeWays, waysInto } from './givensFor.ts'
import { type MadeExample, makeExample } from './makeExample.ts'
import { beyond, only } from './pickNumber.ts'
import { type Place, placesIn } from './places.ts'
import { reachedBranches } from './reachedBranches.ts'
import { domainIn, valueMaker } from './valueMaker.ts'

/** A value at a threshold of a criterion, or beside it, and what it gives. */
export interface BoundaryRow extends MadeExample {
  readonly leaf: Leaf
  /** Where it lies: `ngay dưới 4 lần/tháng`, `đúng 4 lần/tháng`, `có`. */
  readonly where: string
  /** The first day of the version it speaks of. */
  readonly day: PlainDate
}

/** What is given for a row, before it is scored. */
interface Point {
  readonly where: string
  readonly givens: readonly Given[]
  /** At the threshold itself: what a value beside two thresholds is named after. */
  readonly exact: boolean
}

/**
 * Every threshold of every criterion: a row just below it, at it and just above it, criterion by criterion in reading order.
 * Of rulebooks that change, the versions that an example at the end of the file can speak of, each with the criteria that are new in it.
 */
export function boundariesOf(program: Program): readonly BoundaryRow[] {
  const seen = new Set<string>()
  return placesIn(program)
    .filter(({ above }) => !above)
    .flatMap((place) => leavesOf(place.program.nodes).map((leaf) => rowsOf(leaf, place)))
    .filter((rows) => {
      const key = rows.map(keyOf).join('\n')
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    .flat()
}

/** The rows that the rulebook has no example of yet. */
export function newRows(rows: readonly BoundaryRow[], { written }: Program): readonly BoundaryRow[] {
  const keysOf = ({ givens, expectations }: Example): readonly string[] => {
    const given = givens.map((one) => printGivens([withoutUnit(one)])).toSorted()
    return expectations.map(({ code }) => [code.text, ...given].join('\n'))
  }
  const examplesFrom = examplesByVersion(written)
  return rows.filter(({ example, day }) => {
    const known = new Set(examplesFrom(day).flatMap(keysOf))
    return !keysOf(example).some((key) => known.has(key))
  })
}

/** `3 lần` is 3: the checks have seen to it that the unit is the measure's. */
function withoutUnit(given: Given): Given {
  if (given.kind !== 'measure' || given.value.kind !== 'amount') return given
  return { ...given, value: { ...given.value, unit: '' } }
}

/** What the row says, whatever year it speaks of. */
function keyOf({ leaf, example, trace }: BoundaryRow): string {
  const givens = example.givens.filter(({ kind }) => kind !== 'year')
  return [leaf.code, printGivens(givens), toExactText(trace.points), trace.outcome.kind].join(' ')
}

function rowsOf(leaf: Leaf, { day, program, givens }: Place): readonly BoundaryRow[] {
  const branches = branchesOf(leaf)
  const contexts = [undefined, ...leaf.exceptions]
  const points = contexts.flatMap((exception) =>
    pointsOf(
      leaf,
      exception,
      branches.filter((branch) => branch.exception === exception),
      program,
    ),
  )
  const year = givens.map((given) => (given.kind === 'year' ? ` năm ${given.year}` : '')).join('')
  const rowAt = ({ where, givens: own }: Pick<Point, 'where' | 'givens'>): BoundaryRow => {
    const made = makeExample(`Tiêu chí ${leaf.code}${year}: ${where}`, [...givens, ...own], leaf, program)
    return { leaf, where, day, ...made }
  }
  const rows = distinct(points).map(rowAt)
  const reached = new Set(rows.flatMap(({ trace }) => reachedBranches(trace)))
  const others = branches.filter(({ key, reach }) => reach.kind !== 'missing' && !reached.has(key))
  return [...rows, ...others.flatMap((branch) => rowIn(branch, program, rowAt))]
}

/** A row in a branch that no threshold led into: where the measure's own bounds leave the others out. */
function rowIn(
  branch: RuleBranch,
  program: Program,
  rowAt: (point: Pick<Point, 'where' | 'givens'>) => BoundaryRow,
): readonly BoundaryRow[] {
  const where = describeReach(branch)
    .replace(/^(với|khi) /, '')
    .replaceAll(/"([^"]*)"/g, '«$1»')
  return waysInto(branch, program)
    .map((givens) => rowAt({ where, givens }))
    .filter(({ trace }) => reachedBranches(trace).includes(branch.key))
    .slice(0, 1)
}

function pointsOf(
  leaf: Leaf,
  exception: ProgramException | undefined,
  branches: readonly RuleBranch[],
  program: Program,
): readonly Point[] {
  const whose = exception ? `, «${exception.attribute}»` : ''
  const byPart = Map.groupBy(branches, ({ reach }) => ('part' in reach ? reach.part : undefined))
  return [...byPart]
    .flatMap(([part, own]) => [
      ...pointsAtThresholds(leaf, exception, part, own, program),
      ...pointsAtFigure(leaf, exception, own, program),
      ...own.flatMap((branch) => pointIn(branch, program)),
    ])
    .map((point) => ({ ...point, where: `${point.where}${whose}` }))
}

/** `có`, `không`, who is left out, and what cannot be divided: branches without a threshold. */
function pointIn(branch: RuleBranch, program: Program): readonly Point[] {
  const where = whereIn(branch)
  const [givens] = where === undefined ? [] : waysInto(branch, program)
  return where !== undefined && givens ? [{ where, givens, exact: true }] : []
}

function whereIn({ reach, leaf }: RuleBranch): string | undefined {
  switch (reach.kind) {
    case 'flag':
      return `${partName(reach.part)}${reach.is ? 'có' : 'không'}`
    case 'exempt':
      return 'không áp dụng'
    case 'zero':
      return zeroWords(reach.divisor, leaf)
    case 'number':
    case 'relative':
    case 'missing':
      return undefined
  }
}

function partName(part: ProgramPart | undefined): string {
  return part ? `«${part.measure.title.text}» ` : ''
}

function pointsAtFigure(
  leaf: Leaf,
  exception: ProgramException | undefined,
  branches: readonly RuleBranch[],
  program: Program,
): readonly Point[] {
  if (!branches.some(({ reach }) => reach.kind === 'relative')) return []
  const ways = relativeWays(leaf, exception, program)
  const rule = exception?.rule ?? leaf.rule
  const figure =
    rule !== 'notApplicable' && rule.kind === 'relative' && rule.to === 'best'
      ? 'mức cao nhất'
      : 'mức bình quân'
  return (['below', 'at', 'above'] as const).flatMap((side) => {
    const own = ways?.[side]
    const givens = [...attributeOf(exception, leaf), ...(own ?? [])]
    return own ? [{ where: `${WORDS[side]} ${figure}`, givens, exact: side === 'at' }] : []
  })
}

const WORDS = { below: 'ngay dưới', at: 'đúng', above: 'ngay trên' } as const

function pointsAtThresholds(
  leaf: Leaf,
  exception: ProgramException | undefined,
  part: ProgramPart | undefined,
  branches: readonly RuleBranch[],
  program: Program,
): readonly Point[] {
  const domain = domainIn(leaf, part)
  if (!domain) return []
  const make = valueMaker(leaf, part, program)
  const thresholds = thresholdsIn(branches, domain)
  return thresholds.flatMap((at, index) => {
    // Between two thresholds close together a row lies between them.
    const [before, after] = domain.step ? [] : [thresholds[index - 1], thresholds[index + 1]]
    const made = {
      below: make({ ...beyond(at, 'below'), low: before && { at: before, after: true } }, 'high'),
      at: make(only(at), 'low'),
      above: make({ ...beyond(at, 'above'), high: after && { at: after, after: false } }, 'low'),
    }
    return (['below', 'at', 'above'] as const).flatMap((side) => {
      const own = made[side]
      const where = `${partName(part)}${WORDS[side]} ${inTitle(at, domain)}`
      if (!own) return []
      const others = otherParts(own, part, leaf, exception, program)
      return [{ where, givens: [...attributeOf(exception, leaf), ...own, ...others], exact: side === 'at' }]
    })
  })
}

/** A title stands in quotes, so a level in it does not. */
function inTitle(value: Rational, { notation }: NumberDomain): string {
  return formatValue(value, notation).replaceAll(/"([^"]*)"/g, '«$1»')
}

/** The values at which one branch ends and another begins, in order. */
function thresholdsIn(branches: readonly RuleBranch[], domain: NumberDomain): readonly Rational[] {
  const cuts = branches.flatMap(({ reach }) =>
    reach.kind === 'number' ? reach.values.flatMap((range) => cutsOf(range, domain)) : [],
  )
  const sorted = cuts.toSorted(compare)
  return sorted.filter((at, index) => {
    const before = sorted[index - 1]
    return contains(domain.interval, at) && (!before || compare(before, at) !== 0)
  })
}

/** The ends of a range where the domain has them: over steps, the first value beyond. */
function cutsOf(range: Interval, { step }: NumberDomain): readonly Rational[] {
  const { low, high } = step ? alignToStep(range, step) : range
  return [low, high].flatMap((end) => (end ? [end.at] : []))
}

/** Each point once: 3 is just above 2 and just below 4. */
function distinct(points: readonly Point[]): readonly Point[] {
  const found = new Map<string, Point>()
  for (const point of points) {
    const key = printGivens(point.givens)
    const before = found.get(key)
    if (!before || (point.exact && !before.exact)) found.set(key, point)
  }
  return [...found.values()]
}
