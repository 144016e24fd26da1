import { compare, type Rational } from '#base/rational.ts'
import type { Program } from '#engine/index.ts'
import type { Range } from '#language/index.ts'

/** One of those who are ranked together: what it is compared by, and whether it is ranked at all. */
export interface Contender {
  /** Its keys, those that weigh most first. */
  readonly keys: readonly Range[]
  readonly mayBeRanked: boolean
  readonly mayBeUnranked: boolean
}

/** From the best to the worst rank, both counted in. */
export interface RankRange {
  readonly best: number
  readonly worst: number
}

/** The ranks that one may have, if it is ranked. Keys are taken to be independent of each other. */
export function rankRange(
  one: Contender,
  all: readonly Contender[],
  ties: Program['ranking']['ties'],
): RankRange {
  const others = all.filter((other) => other !== one && other.mayBeRanked)
  const ahead = others.filter((other) => !other.mayBeUnranked && isAhead(other, one))
  const before = ties === 'dense' ? longestChain(ahead) : ahead.length
  return { best: before + 1, worst: others.filter((other) => mayBeAhead(other, one)).length + 1 }
}

/** Whether the first stands before the second whatever comes. */
export function isAhead({ keys }: Contender, other: Contender): boolean {
  for (const [index, key] of keys.entries()) {
    const order = compareEnds(key.least, other.keys[index]?.most)
    if (order !== 0) return order > 0
  }
  return false
}

/** Whether the first may stand before the second; not where at best it is equal. */
function mayBeAhead({ keys }: Contender, other: Contender): boolean {
  for (const [index, key] of keys.entries()) {
    const order = compareEnds(key.most, other.keys[index]?.least)
    if (order !== 0) return order > 0
  }
  return false
}

function compareEnds(left: Rational, right: Rational | undefined): number {
  return right ? compare(left, right) : 0
}

/** How many of them certainly stand one before the other: as many ranks lie before whoever comes after them all. */
function longestChain(contenders: readonly Contender[]): number {
  const lengths = new Map<Contender, number>()
  const lengthTo = (one: Contender): number => {
    const known = lengths.get(one)
    if (known !== undefined) return known
    const found = 1 + Math.max(0, ...contenders.filter((other) => isAhead(other, one)).map(lengthTo))
    lengths.set(one, found)
    return found
  }
  return Math.max(0, ...contenders.map(lengthTo))
}
