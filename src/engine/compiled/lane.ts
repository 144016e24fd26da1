/** How many entrants are scored at a time: what they need fits the processor's nearest memory. */
export const BLOCK = 1024

/** Whole numbers; narrow ones are below {@link NARROW} and not negative. */
export type Numbers = Int32Array | Float64Array

/** Whole numbers below it, and what they make of each other, fit the processor's 32 bits with a sign to spare. */
export const NARROW: number = 2 ** 30

/**
 * One input of a stretch of entrants: the number (times a scale) and the state of the j-th of them stand at `offset + j`; where
 * the state is no value the number is {@link standIn}. A lane is filled anew for each stretch; it may look straight into a
 * column.
 */
export interface Lane {
  numbers: Numbers
  states: Uint8Array
  offset: number
}

/** The number of the j-th entrant. */
export function numberAt({ numbers, offset }: Lane, j: number): number {
  return numbers[offset + j] as number
}

/** The state of the j-th entrant. */
export function stateIn({ states, offset }: Lane, j: number): number {
  return states[offset + j] as number
}

/** A lane for numbers up to `most`. */
export function laneFor(most: number, negative: boolean): Lane {
  return { numbers: numbersFor(BLOCK, most, negative), states: new Uint8Array(BLOCK), offset: 0 }
}

/** Room for whole numbers up to `most`, 32 bits each where they fit. */
export function numbersFor(size: number, most: number, negative: boolean): Numbers {
  return most < NARROW && !negative ? new Int32Array(size) : new Float64Array(size)
}

/** What stands for a number that is not there: negative, and the state can be told from it. */
export function standIn(state: number): number {
  return -1 - state
}

/** The state that a number which is not there stands for. */
export function standFor(number: number): number {
  return -1 - number
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
  /** Nobody's value is not applicable, whatever stretch is filled. */
  readonly alwaysApplies?: boolean | undefined
}

/** The side's numbers, where all of them are narrow. */
export function isNarrow({ lane: { numbers } }: Side): boolean {
  return numbers instanceof Int32Array
}

/** What a criterion reads: one measure, or the two sides of a ratio, of the entrants from one place up to another. */
export interface Inputs {
  readonly top: Side
  readonly bottom: Side | undefined
  readonly fill: (from: number, to: number) => void
}
