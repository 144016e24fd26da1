import * as z from 'zod'

/** The process that holds a store, as it wrote itself into the lock. */
export interface Holder {
  readonly host: string
  /** Which processes its number is among: a container counts its own. Empty where the system does not say. */
  readonly namespace: string
  readonly process: number
  /** What tells this start of the machine from any other; empty where the system does not say. */
  readonly boot: string
  /** What tells this process from a later one of the same number; empty where the system does not say. */
  readonly started: string
  /** What tells this lock from any other. */
  readonly nonce: string
}

/** A later version may say more of itself. */
const schema: z.ZodType<Holder> = z.object({
  host: z.string(),
  namespace: z.string(),
  process: z.int().positive(),
  boot: z.string(),
  started: z.string(),
  nonce: z.string(),
})

/** The holder that a lock names; `undefined` for a lock that does not tell. */
export function readHolder(text: string): Holder | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
