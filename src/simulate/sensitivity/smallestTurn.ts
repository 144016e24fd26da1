import { type Evaluation, waits } from '#engine/index.ts'
import type { Fact } from '#records/fact.ts'
import { type FactRead, otherwiseBy, verified } from './otherwise.ts'
import type { RankOf, RanksTried } from './ranksTried.ts'
import { FAR, NEAR } from './reach.ts'

interface Search {
  readonly evaluation: Evaluation
  readonly tried: RanksTried
  /** Whether the two have turned. */
  readonly turns: (rankOf: RankOf) => boolean
}

/** What a fact becomes when the two have turned. */
export interface Turn {
  readonly becomes: Fact
  /** How many steps that is from what was reported. */
  readonly steps: number
}

/** The fewest steps by which the fact turns the two; `undefined` where none was found. */
export function smallestTurn(read: FactRead, { evaluation, tried, turns }: Search): Turn | undefined {
  const { fact, measure } = read
  const otherwise = otherwiseBy(read, evaluation)
  const turnsAt = (steps: number): boolean | undefined => {
    const changed = otherwise(steps)
    const rankOf = changed && tried.ranksWith(changed)
    return rankOf && turns(rankOf)
  }
  try {
    if (waits(fact, measure) && turnsAt(0)) return { becomes: verified(fact), steps: 0 }
    const found = [fewest(turnsAt, 1), fewest(turnsAt, -1)].filter((steps) => steps !== undefined)
    const [best] = found.toSorted((one, other) => Math.abs(one) - Math.abs(other))
    const becomes = best === undefined ? undefined : otherwise(best)
    return becomes && best !== undefined ? { becomes, steps: Math.abs(best) } : undefined
  } finally {
    tried.putBack(fact)
  }
}

function fewest(turnsAt: (steps: number) => boolean | undefined, way: 1 | -1): number | undefined {
  for (let steps = 1; steps <= NEAR; steps++) {
    const turned = turnsAt(steps * way)
    if (turned) return steps * way
    if (turned === undefined) return undefined
  }
  let [below, above] = [NEAR, NEAR * 2]
  for (; above <= FAR; [below, above] = [above, above * 2]) {
    const turned = turnsAt(above * way)
    if (turned) break
    // Past what the measure can be: the last value it can be may still turn them.
    if (turned === undefined) {
      const last = lastPossible(turnsAt, below, above, way)
      if (!turnsAt(last * way)) return undefined
      above = last
      break
    }
  }
  if (above > FAR) return undefined
  while (above - below > 1) {
    const middle = (above + below) >> 1
    if (turnsAt(middle * way)) above = middle
    else below = middle
  }
  return above * way
}

function lastPossible(
  turnsAt: (steps: number) => boolean | undefined,
  possible: number,
  impossible: number,
  way: 1 | -1,
): number {
  let [low, high] = [possible, impossible]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (turnsAt(middle * way) === undefined) high = middle
    else low = middle
  }
  return low
}
