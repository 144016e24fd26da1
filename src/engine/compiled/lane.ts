/** How many entrants are scored at a time: what they need fits the processor's nearest memory. */
export const BLOCK = 1024

/**
 * One input of a stretch of entrants: the number (times a scale) and the state of the j-th of them stand at `offset + j`. A
 * lane is filled anew for each stretch; it may look straight into a column.
 */
export interface Lane {
  numbers: Float64Array
  states: Uint8Array
  offset: number
}

export function emptyLane(): Lane {
  return { numbers: new Float64Array(BLOCK), states: new Uint8Array(BLOCK), offset: 0 }
}

/** One side of a value, and what is known of its numbers before any is read. */
export interface Side {
  readonly lane: Lane
  /** What the value is multiplied by to be whole. */
  readonly scale: number
  /** No number is further from zero. */
  readonly most: number
  readonly negative: boolean
  /** Everybody has a value, whatever stretch is filled. */
  readonly complete?: boolean | undefined
}

/** What a criterion reads: one measure, or the two sides of a ratio, of the entrants from one place up to another. */
export interface Inputs {
  readonly top: Side
  readonly bottom: Side | undefined
  readonly fill: (from: number, to: number) => void
}
