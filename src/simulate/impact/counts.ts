import { compareText } from '#base/compareText.ts'
import { compare, isZero, negate, type Rational, subtract, sum, ZERO } from '#base/rational.ts'
import type { Leaf, SheetChanges } from '#engine/index.ts'

/** How many gain and how many lose, of those whom both rulebooks score. */
export interface Counts {
  readonly scored: number
  /** More points in the total, and fewer. */
  readonly gained: number
  readonly lost: number
  /** A better rank, and a worse one. */
  readonly rose: number
  readonly fell: number
  /** Barred from the ranking by the new rulebook only, and by the old one only. */
  readonly barred: number
  readonly noLongerBarred: number
  /** From which class to which, the most frequent first; without those who keep theirs. */
  readonly classes: readonly ClassMove[]
}

/** Absent where there is no class. */
export interface ClassMove {
  readonly before: string | undefined
  readonly after: string | undefined
  readonly entrants: number
}

/** What a criterion did to all entrants together. */
export interface CriterionImpact {
  readonly code: string
  /** As each rulebook has it; absent where it does not. */
  readonly old: Leaf | undefined
  readonly new: Leaf | undefined
  /** To how many entrants it gives more points, and to how many fewer. */
  readonly gained: number
  readonly lost: number
  /** By how much it moves the points of all entrants, gains and losses taken off each other, and added up. */
  readonly net: Rational
  readonly moved: Rational
}

/** Counts the changes of those whom both rulebooks score. */
export function countsOf(changes: readonly SheetChanges[], scored: number): Counts {
  const totals = changes.map(({ before, after }) => compare(after.total ?? ZERO, before.total ?? ZERO))
  const ranks = changes.flatMap(({ rank }) =>
    rank?.before !== undefined && rank.after !== undefined ? [rank.after - rank.before] : [],
  )
  const moves = Map.groupBy(
    changes.flatMap((one) => (one.class ? [one.class] : [])),
    ({ before, after }) => `${before}\n${after}`,
  )
  return {
    scored,
    gained: totals.filter((order) => order > 0).length,
    lost: totals.filter((order) => order < 0).length,
    rose: ranks.filter((places) => places < 0).length,
    fell: ranks.filter((places) => places > 0).length,
    barred: changes.filter(({ barred }) => barred === 'now').length,
    noLongerBarred: changes.filter(({ barred }) => barred === 'noLonger').length,
    classes: [...moves.values()]
      .flatMap((all) => all.slice(0, 1).map((one) => ({ ...one, entrants: all.length })))
      .toSorted((left, right) => right.entrants - left.entrants),
  }
}

/** What each criterion did, that which moves most points first; without those that moved nothing. */
export function criteriaOf(changes: readonly SheetChanges[]): readonly CriterionImpact[] {
  const all = changes.flatMap(({ criteria }) => criteria)
  const byCode = Map.groupBy(all, ({ before, after }) => (after ?? before)?.node.code ?? '')
  return [...byCode]
    .map(([code, some]): CriterionImpact => {
      const moves = some.map(({ before, after }) => subtract(after?.points ?? ZERO, before?.points ?? ZERO))
      return {
        code,
        old: some.find(({ before }) => before)?.before?.node,
        new: some.find(({ after }) => after)?.after?.node,
        gained: moves.filter((one) => compare(one, ZERO) > 0).length,
        lost: moves.filter((one) => compare(one, ZERO) < 0).length,
        net: sum(moves),
        moved: sum(moves.map((one) => (compare(one, ZERO) < 0 ? negate(one) : one))),
      }
    })
    .filter(({ moved, old, new: now }) => !isZero(moved) || !old || !now)
    .toSorted((left, right) => compare(right.moved, left.moved) || compareText(left.code, right.code))
}
