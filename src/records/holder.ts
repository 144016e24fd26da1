import { z } from 'zod'

/** The process that holds a store, as it wrote itself into the lock. */
export interface Holder {
  readonly host: string
  readonly process: number
  /** What tells this start of the machine from any other; empty where the system does not say. */
  readonly boot: string
  /** What tells this process from a later one of the same number; empty where the system does not say. */
  readonly started: string
}

const schema = z.strictObject({
  host: z.string(),
  process: z.int().positive(),
  boot: z.string(),
  started: z.string(),
})

/** The holder that a lock names; `undefined` for a lock that was not written to its end. */
export function readHolder(text: string): Holder | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
