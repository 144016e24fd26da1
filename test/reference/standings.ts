import {
  type Fraction,
  fraction,
  isLess,
  isSame,
  mean,
  minus,
  order,
  over,
  plus,
  times,
  wholesIn,
  ZERO,
} from './fractions.ts'
import type { ClassLine, Entrant, Key, Model, PointsRange, Test } from './model.ts'
import { amountOf, lies } from './points.ts'
import { measureOf, readMeasure } from './readings.ts'
import { allResults, type NodeResult } from './tree.ts'

/** An entrant with its points, before it is ranked. */
export interface Sheet {
  readonly entrant: Entrant
  readonly nodes: readonly NodeResult[]
  readonly total: Fraction | undefined
  readonly rounded: Fraction | undefined
  readonly bonus: Fraction
  readonly penalty: Fraction
  readonly knockedOut: boolean
}

/** A place in the order, and how it is told. */
export interface Place {
  readonly place: number
  readonly shown: Fraction
}

type Holds = 'holds' | 'fails' | 'unknown' | 'nothing'

/** Whether some condition bars the entrant: one that is not known, or of what does not apply, does not. */
export function isKnockedOut(model: Model, sheet: Omit<Sheet, 'knockedOut'>): boolean {
  return model.rulebook.knockOuts.some((test) => holds(model, sheet, test) === 'holds')
}

function holds(model: Model, { entrant, nodes }: Pick<Sheet, 'entrant' | 'nodes'>, test: Test): Holds {
  if (test.kind === 'flag' || test.kind === 'measure') {
    const read = readMeasure(model, entrant, measureOf(model, test.measure))
    if (read.outcome !== 'value') return 'unknown'
    if (test.kind === 'measure') return lies(read.value, test.range) ? 'holds' : 'fails'
    return isSame(read.value, ZERO) !== test.is ? 'holds' : 'fails'
  }
  const meant = allResults(nodes).filter(
    ({ node, role, applicable }) =>
      isLess(ZERO, applicable) &&
      (test.kind === 'node'
        ? node.code === test.code
        : role === 'scale' && (test.of === 'group' ? node.kind === 'group' : node.kind !== 'group')),
  )
  if (meant.length === 0) return 'nothing'
  return meant.every((one) => isWithin(one, test.range)) ? 'holds' : 'fails'
}

/** The points of a node, of a penalty what was taken, held against the part of its maximum that applies. */
function isWithin({ points, applicable, role }: NodeResult, { low, high }: PointsRange): boolean {
  const amount = role === 'penalty' ? minus(ZERO, points) : points
  const bound = (end: NonNullable<PointsRange['low']>) => ({
    at: amountOf(end.award, applicable),
    included: end.included,
  })
  return lies(amount, { low: low && bound(low), high: high && bound(high) })
}

/** Those who are ranked together. */
function cohorts(model: Model, sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const together = model.rulebook.ranking?.scope === 'all'
  const keyOf = ({ entrant }: Sheet) => `${entrant.level} ${together ? '' : entrant.cluster}`
  return [...new Set(sheets.map(keyOf))].map((key) => sheets.filter((sheet) => keyOf(sheet) === key))
}

/** The place of everyone who has one. */
export function rank(model: Model, sheets: readonly Sheet[]): ReadonlyMap<Sheet, Place> {
  const { keys, ties } = model.rulebook.ranking ?? { keys: [{ kind: 'total' } as const], ties: 'skip' }
  const places = new Map<Sheet, Place>()
  for (const cohort of cohorts(model, sheets)) {
    const ranked = cohort.filter(({ total, knockedOut }) => total && !knockedOut)
    for (const sheet of ranked) {
      const better = ranked.filter((other) => compare(other, sheet, keys) > 0)
      const equal = ranked.filter((other) => compare(other, sheet, keys) === 0)
      const distinct = better.filter(
        (one, index) => better.findIndex((other) => compare(other, one, keys) === 0) === index,
      )
      const place = better.length + 1
      const shown = {
        skip: fraction(place),
        next: fraction(distinct.length + 1),
        mean: mean(equal.map((_, index) => fraction(place + index))),
      }[ties]
      places.set(sheet, { place, shown })
    }
  }
  return places
}

/** Above 0 where the first is better. */
function compare(left: Sheet, right: Sheet, keys: readonly Key[]): number {
  for (const key of keys) {
    const difference = order(keyOf(left, key), keyOf(right, key))
    if (difference !== 0) return difference
  }
  return 0
}

function keyOf(sheet: Sheet, key: Key): Fraction {
  switch (key.kind) {
    case 'total':
      return sheet.total ?? ZERO
    case 'roundedTotal':
      return sheet.rounded ?? ZERO
    case 'penalty':
      return sheet.penalty
    case 'bonus':
      return sheet.bonus
    case 'node':
      return allResults(sheet.nodes).find(({ node }) => node.code === key.code)?.points ?? ZERO
  }
}

/** The class of everyone who has one. */
export function classify(
  model: Model,
  sheets: readonly Sheet[],
  places: ReadonlyMap<Sheet, Place>,
): ReadonlyMap<Sheet, string> {
  const classes = new Map<Sheet, string>()
  for (const cohort of cohorts(model, sheets)) {
    let waiting = cohort.filter((sheet) => places.has(sheet))
    const failed = new Set<Sheet>()
    for (const line of bestFirst(model.rulebook.classes)) {
      const due = waiting.filter((sheet) => failed.has(sheet) || isIn(sheet, line, model.rulebook.classes))
      const fit = due.filter((sheet) =>
        line.tests.every((test) => ['holds', 'nothing'].includes(holds(model, sheet, test))),
      )
      const given = withinQuota(fit, line, cohort, places)
      for (const sheet of given) classes.set(sheet, line.title)
      for (const sheet of due) if (!given.includes(sheet)) failed.add(sheet)
      waiting = waiting.filter((sheet) => !given.includes(sheet))
    }
  }
  return classes
}

function isIn({ total }: Pick<Sheet, 'total'>, { range }: ClassLine, classes: readonly ClassLine[]): boolean {
  if (!total) return false
  if (range) return lies(total, range)
  return !classes.some((other) => other.range && lies(total, other.range))
}

/** From the one with the highest totals down; what is left over where the lowest of its totals lies. */
function bestFirst(classes: readonly ClassLine[]): readonly ClassLine[] {
  const ends = classes
    .flatMap(({ range }) => [range?.low?.at, range?.high?.at])
    .filter((end) => end !== undefined)
  const sorted = ends.toSorted(order)
  const middles = sorted.slice(1).map((end, index) => over(plus(end, sorted[index] ?? end), fraction(2)))
  const [first = ZERO, last = ZERO] = [sorted[0], sorted.at(-1)]
  const samples = [minus(first, fraction(1)), ...sorted, ...middles, plus(last, fraction(1))].toSorted(order)
  // Of any two classes, the one that takes the lowest total is the worse.
  const lowest = (line: ClassLine): number => samples.findIndex((total) => isIn({ total }, line, classes))
  const placeOf = (line: ClassLine): number => (lowest(line) < 0 ? -1 : lowest(line))
  return classes.toSorted((left, right) => placeOf(right) - placeOf(left))
}

/** Those who find a place, from the first rank on; those who share the last one all do, or none. */
function withinQuota(
  fit: readonly Sheet[],
  { quota }: ClassLine,
  cohort: readonly Sheet[],
  places: ReadonlyMap<Sheet, Place>,
): readonly Sheet[] {
  if (!quota || cohort[0]?.entrant.level !== quota.level) return fit
  const seats = wholesIn(times(quota.share, fraction(cohort.length)))
  const placeOf = (sheet: Sheet) => places.get(sheet)?.place ?? 0
  return fit.filter((sheet) => {
    const before = fit.filter((other) => placeOf(other) < placeOf(sheet)).length
    const equal = fit.filter((other) => placeOf(other) === placeOf(sheet)).length
    return quota.atTheEdge === 'all' ? before < seats : before + equal <= seats
  })
}
