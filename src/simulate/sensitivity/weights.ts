import type { Draw } from '#base/random.ts'
import { compare, type Rational, rational } from '#base/rational.ts'
import type { Program, ProgramNode, ScoreSheet } from '#engine/index.ts'
import { type Range, rangeOf } from '../range.ts'
import { type Weighing, type Weights, weighingOf } from './weighing.ts'

/** How an order holds when criteria weigh otherwise. */
export interface WeightSensitivity {
  /** In the order in which they stand. */
  readonly entrants: readonly WeighedEntrant[]
  /** Those who stand next to each other and whose order turned in some draw, the most often first. */
  readonly turns: readonly PairTurn[]
  /** What is left out one by one, the one that moves most first. */
  readonly without: readonly LeftOut[]
}

export interface WeighedEntrant {
  readonly sheet: ScoreSheet
  readonly rank: Range<number>
}

export interface PairTurn {
  readonly first: ScoreSheet
  readonly second: ScoreSheet
  /** In how many draws the second stood before the first. */
  readonly draws: number
}

/** The order without one criterion. */
export interface LeftOut {
  readonly node: ProgramNode
  /** How many ranks an entrant moves, on the average. */
  readonly meanMove: Rational
  /** Whoever moves most, the first of equals; nobody where nobody moves. */
  readonly most: { readonly sheet: ScoreSheet; readonly rank: number } | undefined
}

/** Each criterion weighs between 90 and 110 of a hundred, in tenths of a percent. */
const WEIGHT = 1000
const SWING = 100

/** Ranks those who have a rank again and again, under other weights. */
export function weightSensitivity(
  sheets: readonly ScoreSheet[],
  program: Program,
  { draws, draw }: { readonly draws: number; readonly draw: Draw },
): WeightSensitivity {
  const ranked = sheets.filter(({ rank }) => rank !== undefined)
  const weighing = weighingOf(ranked, program)
  const drawn = Array.from({ length: draws }, () =>
    weighing.ranksBy(weighing.nodes.map(() => WEIGHT - SWING + draw(2 * SWING + 1))),
  )
  return {
    entrants: ranked.map((sheet, index) => ({
      sheet,
      rank: rangeOf(Float64Array.from(drawn, (ranks) => ranks[index] as number).sort(), (rank) => rank),
    })),
    turns: ranked
      .slice(1)
      .map((second, index) => ({
        first: ranked[index] as ScoreSheet,
        second,
        draws: drawn.filter((ranks) => (ranks[index + 1] as number) < (ranks[index] as number)).length,
      }))
      .filter(({ draws: turned }) => turned > 0)
      .toSorted((one, other) => other.draws - one.draws),
    without: leftOut(ranked, weighing),
  }
}

function leftOut(ranked: readonly ScoreSheet[], { nodes, ranksBy }: Weighing): readonly LeftOut[] {
  if (ranked.length < 2 || nodes.length < 2) return []
  const even: Weights = nodes.map(() => 1)
  const own = ranksBy(even)
  const found = nodes.map((node, left): LeftOut => {
    const ranks = ranksBy(even.with(left, 0))
    const moves = ranks.map((rank, index) => Math.abs(rank - (own[index] as number)))
    const most = Math.max(...moves)
    const at = moves.indexOf(most)
    return {
      node,
      meanMove: rational(BigInt(moves.reduce((sum, move) => sum + move, 0)), BigInt(ranked.length)),
      most: most > 0 ? { sheet: ranked[at] as ScoreSheet, rank: ranks[at] as number } : undefined,
    }
  })
  return found.filter(({ most }) => most).toSorted((one, other) => compare(other.meanMove, one.meanMove))
}
