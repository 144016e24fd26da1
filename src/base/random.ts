import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws one of so many, from 0, each as likely as any other. */
export type Draw = (count: number) => number

/** The seed where none is named: the same answer for everyone who asks the same. */
export const USUAL_SEED = 2026

/** The same seed draws the same on every machine. */
export function drawsFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed)
  return (count) => uniformInt(generator, 0, count - 1)
}
