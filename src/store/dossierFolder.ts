import { join } from 'node:path'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import { readTextFile } from './readTextFile.ts'

/** A year of monthly facts of a large commune is a few megabytes. */
const MOST_BYTES = 20_000_000

/** The dossier in a folder of `entrants.csv` and `facts.csv`, or everything wrong with it. */
export async function readDossierFolder(folder: string): Promise<Result<Dossier>> {
  const entrants = await readTextFile(join(folder, 'entrants.csv'), MOST_BYTES)
  const facts = await readTextFile(join(folder, 'facts.csv'), MOST_BYTES)
  if (entrants.ok && facts.ok) return readDossier({ entrants: entrants.value, facts: facts.value })
  return failure([...entrants.diagnostics, ...facts.diagnostics])
}
