import type { Sums } from './kernel.ts'
import type { Inputs, Lane } from './lane.ts'
import { addLookups, type Lookup } from './lookup.ts'

/** How criteria are added to sums: what is looked up for several of them at once, the others one by one. */
export interface Adding {
  readonly lookups: readonly FilledLookup[]
  readonly others: readonly Add[]
}

/** A table to look up, the lane whose numbers it is looked up by, and what fills the lane. */
export interface FilledLookup {
  readonly fill: Inputs['fill']
  readonly lane: Lane
  readonly lookup: Lookup
}

/** Adds the entrants from one place up to another, a block at most. */
export type Add = (from: number, to: number, sums: Sums) => void

/** All of them in one. */
export function joined(all: readonly Adding[]): Adding {
  return { lookups: all.flatMap(({ lookups }) => lookups), others: all.flatMap(({ others }) => others) }
}

/** Adds everything. */
export function adder({ lookups, others }: Adding): Add {
  return (from, to, sums) => {
    for (const { fill } of lookups) fill(from, to)
    addLookups(lookups, to - from, sums)
    for (const add of others) add(from, to, sums)
  }
}
