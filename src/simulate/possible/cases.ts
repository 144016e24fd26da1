import {
  add,
  compare,
  divide,
  isZero,
  maximum,
  minimum,
  type Rational,
  rational,
  toExactText,
  ZERO,
} from '#base/rational.ts'
import { type Branch, combineNodes, type Program } from '#engine/index.ts'
import { combineSigned, type Range } from '#language/index.ts'

/**
 * What a node may come to: points, out of the part of its maximum that applies. Several cases stand side by side, because points
 * that are carried over to a whole scale are worth more when less applies.
 */
export interface Case {
  /** One number, but where there would be too many cases. */
  readonly outOf: Range
  readonly points: Range
}

/** A case of one part of the maximum. */
export function caseOf(outOf: Rational, least: Rational, most: Rational): Case {
  return { outOf: { least: outOf, most: outOf }, points: { least, most } }
}

/** That nothing applies. */
export const NOTHING_APPLIES: Case = caseOf(ZERO, ZERO, ZERO)

/** Whether none of the maximum applies. */
export function isNothing({ outOf }: Case): boolean {
  return isZero(outOf.most)
}

/** Past so many cases, those that lie nearest are taken together: never too narrow, no longer exact. */
const MOST_CASES = 240

/** Cases out of the same made one, the least part of the maximum first; never too many. */
export function tidyCases(cases: readonly Case[]): readonly Case[] {
  const byPart = new Map<string, Case>()
  for (const one of cases) {
    const key = `${toExactText(one.outOf.least)} ${toExactText(one.outOf.most)}`
    const found = byPart.get(key)
    byPart.set(key, found ? joined(found, one) : one)
  }
  const sorted = [...byPart.values()].toSorted((left, right) => compare(left.outOf.least, right.outOf.least))
  return sorted.length > MOST_CASES ? taken(sorted) : sorted
}

/** Neighbours taken together in so many groups; that nothing applies stays by itself. */
function taken(sorted: readonly Case[]): readonly Case[] {
  const nothing = sorted.filter(isNothing)
  const others = sorted.filter((one) => !isNothing(one))
  const size = Math.ceil((2 * others.length) / MOST_CASES)
  const groups = Map.groupBy(others.entries(), ([index]) => Math.floor(index / size))
  return [...nothing, ...[...groups.values()].map((group) => group.map(([, one]) => one).reduce(joined))]
}

function joined(left: Case, right: Case): Case {
  return { outOf: join(left.outOf, right.outOf), points: join(left.points, right.points) }
}

function join(left: Range, right: Range): Range {
  return { least: minimum(left.least, right.least), most: maximum(left.most, right.most) }
}

/** All the points of some cases; zero for none. */
export function pointsOfCases(cases: readonly Case[]): Range {
  const [first, ...others] = cases.map(({ points }) => points)
  return others.reduce(join, first ?? { least: ZERO, most: ZERO })
}

/** The sums of one case from each. */
export function addCases(all: readonly (readonly Case[])[]): readonly Case[] {
  return all.reduce(
    (sums, cases) =>
      tidyCases(
        sums.flatMap((sum) =>
          cases.map((one) => ({
            outOf: addRange(sum.outOf, one.outOf),
            points: addRange(sum.points, one.points),
          })),
        ),
      ),
    [NOTHING_APPLIES],
  )
}

export function addRange(left: Range, right: Range): Range {
  return { least: add(left.least, right.least), most: add(left.most, right.most) }
}

/** The children of a node that count in it, each with its cases; the node's own cases, as `combineNodes` makes them. */
export function combineCases(
  branch: Branch,
  children: readonly (readonly Case[])[],
  program: Program,
): readonly Case[] {
  const combined = branch.combine === 'average' ? averageCases(children) : foldCases(branch, children)
  return tidyCases(combined.map((one) => carried(one, branch, program)))
}

function foldCases({ combine, role }: Branch, children: readonly (readonly Case[])[]): readonly Case[] {
  if (combine === 'sum' || combine === 'average') return addCases(children)
  const pick = (left: Rational, right: Rational): Rational => combineSigned(combine, role, [left, right])
  const pickMaximum = (left: Rational, right: Rational): Rational =>
    combineSigned(combine, 'scale', [left, right])
  const both = (left: Case, right: Case): Case => {
    // Of best and worst only those count of which something applies.
    if (isNothing(left)) return right
    if (isNothing(right)) return left
    return {
      outOf: rangeOf(left.outOf, right.outOf, pickMaximum),
      points: rangeOf(left.points, right.points, pick),
    }
  }
  return children.reduce(
    (sums, cases) => tidyCases(sums.flatMap((sum) => cases.map((one) => both(sum, one)))),
    [NOTHING_APPLIES],
  )
}

function rangeOf(left: Range, right: Range, of: (one: Rational, other: Rational) => Rational): Range {
  return { least: of(left.least, right.least), most: of(left.most, right.most) }
}

/** Averages by how many apply. */
function averageCases(children: readonly (readonly Case[])[]): readonly Case[] {
  const byCount = children.reduce<readonly (readonly Case[])[]>(
    (sums, cases) => {
      const next: Case[][] = Array.from({ length: sums.length + 1 }, () => [])
      for (const [count, some] of sums.entries()) {
        for (const sum of some) {
          for (const one of cases) {
            if (isNothing(one)) next[count]?.push(sum)
            else
              next[count + 1]?.push({
                outOf: addRange(sum.outOf, one.outOf),
                points: addRange(sum.points, one.points),
              })
          }
        }
      }
      return next.map(tidyCases)
    },
    [[NOTHING_APPLIES]],
  )
  return byCount.flatMap((cases, count) =>
    cases.map(({ outOf, points }) =>
      count === 0 ? NOTHING_APPLIES : { outOf: shared(outOf, count), points: shared(points, count) },
    ),
  )
}

function shared({ least, most }: Range, count: number): Range {
  const parts = rational(BigInt(count))
  return { least: divide(least, parts), most: divide(most, parts) }
}

/** A group carried over to its whole maximum, where the rulebook says so; by the engine's own word. */
function carried({ outOf, points }: Case, branch: Branch, program: Program): Case {
  const at = (amount: Rational, applicableMaximum: Rational) =>
    combineNodes(
      { ...branch, combine: 'sum' },
      [{ role: branch.role, points: amount, applicableMaximum }],
      program,
    )
  const ends = [outOf.least, outOf.most].flatMap((part) => [at(points.least, part), at(points.most, part)])
  return {
    outOf: extremes(ends.map(({ applicableMaximum }) => applicableMaximum)),
    points: extremes(ends.map((one) => one.points)),
  }
}

/** The least and the most of some numbers, of which there is one at least. */
export function extremes(numbers: readonly Rational[]): Range {
  const [first = ZERO, ...others] = numbers
  return { least: others.reduce(minimum, first), most: others.reduce(maximum, first) }
}

/** The averages of some ranges and of any number of others. */
export function averages(must: readonly Range[], may: readonly Range[]): readonly Range[] {
  const highest = may.map(({ most }) => most).toSorted((left, right) => compare(right, left))
  const lowest = may.map(({ least }) => least).toSorted(compare)
  return Array.from({ length: may.length + 1 }, (_, others) => others).flatMap((others) => {
    const count = must.length + others
    if (count === 0) return []
    const mean = (ends: readonly Rational[]): Rational =>
      divide(ends.reduce(add, ZERO), rational(BigInt(count)))
    return [
      {
        least: mean([...must.map(({ least }) => least), ...lowest.slice(0, others)]),
        most: mean([...must.map(({ most }) => most), ...highest.slice(0, others)]),
      },
    ]
  })
}
