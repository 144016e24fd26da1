import type { Draw } from '#base/random.ts'
import { compare, type Rational, rational, ZERO } from '#base/rational.ts'
import type { PlaceTaken, Program, ProgramNode, ScoreSheet } from '#engine/index.ts'
import { type Range, rangeOf } from '../range.ts'
import { type HalfRanks, halvesOf } from './printedRank.ts'
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
  readonly rank: Range<HalfRanks>
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
  /** How many ranks an entrant that keeps one moves, on the average. */
  readonly meanMove: Rational
  /** Whoever moves most, the first of equals; nobody where nobody moves. */
  readonly most: { readonly sheet: ScoreSheet; readonly place: PlaceTaken } | undefined
  /** To how many nothing else applies: they would not be ranked. */
  readonly unranked: number
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
    weighing.placesBy(weighing.nodes.map(() => WEIGHT - SWING + draw(2 * SWING + 1))),
  )
  return {
    entrants: ranked.map((sheet, index) => ({
      sheet,
      rank: rangeOf(
        Float64Array.from(drawn, (places) => halvesOf(places[index] as PlaceTaken) as HalfRanks).sort(),
        (halves) => halves,
      ),
    })),
    turns: ranked
      .slice(1)
      .map((second, index) => ({
        first: ranked[index] as ScoreSheet,
        second,
        draws: drawn.filter((places) => rankAt(places, index + 1) < rankAt(places, index)).length,
      }))
      .filter(({ draws: turned }) => turned > 0)
      .toSorted((one, other) => other.draws - one.draws),
    without: leftOut(ranked, weighing),
  }
}

/** Every criterion weighs something in a draw: who is ranked stays so. */
function rankAt(places: readonly PlaceTaken[], index: number): number {
  return places[index]?.rank as number
}

function leftOut(ranked: readonly ScoreSheet[], { nodes, placesBy }: Weighing): readonly LeftOut[] {
  if (ranked.length < 2 || nodes.length < 2) return []
  const even: Weights = nodes.map(() => 1)
  const found = nodes.map((node, left): LeftOut => {
    const places = placesBy(even.with(left, 0))
    const moves = places.map((place, index) => {
      const [before, after] = [halvesOf(ranked[index] as ScoreSheet), halvesOf(place)]
      return before === undefined || after === undefined ? undefined : Math.abs(after - before)
    })
    const kept = moves.filter((move) => move !== undefined)
    const most = Math.max(0, ...kept)
    const at = moves.indexOf(most)
    const sum = kept.reduce((all, move) => all + move, 0)
    return {
      node,
      meanMove: kept.length > 0 ? rational(BigInt(sum), BigInt(2 * kept.length)) : ZERO,
      most: most > 0 ? { sheet: ranked[at] as ScoreSheet, place: places[at] as PlaceTaken } : undefined,
      unranked: ranked.length - kept.length,
    }
  })
  return found
    .filter(({ most, unranked }) => most || unranked > 0)
    .toSorted((one, other) => compare(other.meanMove, one.meanMove))
}
