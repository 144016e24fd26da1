import * as z from 'zod'

/**
 * What a journal begins with: after which frame the file of each commune's records was written. Changes of frames after that are
 * not in it yet.
 */
export type JournalBase = ReadonlyMap<string, number>

const schema = z.strictObject({ records: z.array(z.tuple([z.string(), z.int().nonnegative()])) })

/** The base as it is written. */
export function journalBaseText(base: JournalBase): string {
  return JSON.stringify({ records: [...base] })
}

/** A base read back; `undefined` for what this version does not know. */
export function readJournalBase(written: unknown): JournalBase | undefined {
  const read = schema.safeParse(written).data
  return read && new Map(read.records)
}
