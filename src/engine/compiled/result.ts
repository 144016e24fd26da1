import { BLOCK } from './lane.ts'

/** What a node comes to for a stretch of entrants; points are counts (see units.ts). */
export interface Result {
  readonly points: Float64Array
  /** The part of the maximum that applies; always exact. */
  readonly applicable: Float64Array
  /** 1 where `points` stands for a fraction between two counts. */
  readonly inexact: Uint8Array
  /** A state of columns.ts, or {@link ABSENT}; of a node with others below it only whether it is there. */
  readonly outcomes: Uint8Array
  /** The place of the tier that was taken, or one of the codes below. */
  readonly branches: Int8Array
}

/** The criterion does not concern the entrant. */
export const ABSENT = 9

/** No tier: another rule, or no value. */
export const NO_TIER = -1
/** There was nothing to divide by, and the rulebook says what that counts. */
export const ZERO_ANSWERED = -2

/** Room for what a node comes to for a block of entrants. */
export function emptyResult(): Result {
  return {
    points: new Float64Array(BLOCK),
    applicable: new Float64Array(BLOCK),
    inexact: new Uint8Array(BLOCK),
    outcomes: new Uint8Array(BLOCK),
    branches: new Int8Array(BLOCK),
  }
}

/** The j-th entrant has no value. */
export function putObstacle(result: Result, j: number, state: number): void {
  result.points[j] = 0
  result.inexact[j] = 0
  result.outcomes[j] = state
  result.branches[j] = NO_TIER
}

/** Copies what one entrant came to. */
export function copyPlace(source: Result, from: number, target: Result, to: number): void {
  target.points[to] = source.points[from] as number
  target.applicable[to] = source.applicable[from] as number
  target.inexact[to] = source.inexact[from] as number
  target.outcomes[to] = source.outcomes[from] as number
  target.branches[to] = source.branches[from] as number
}
