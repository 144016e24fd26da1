import type { Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { readTextFile } from './readTextFile.ts'

/** The largest of the real plans is a tenth of this as a rulebook. */
const MOST_BYTES = 1_000_000

/** The text of a rulebook. */
export async function readRulebookFile(path: string): Promise<Result<Source>> {
  return readTextFile(path, MOST_BYTES)
}
