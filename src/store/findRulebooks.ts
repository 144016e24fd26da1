import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A rulebook of a commune: `rules/<commune>/<edition>.thidua`. */
export interface RulebookPlace {
  readonly commune: string
  readonly edition: string
  readonly path: string
}

const ENDING = '.thidua'

/** The rulebooks below a folder, one folder a commune, in alphabetical order. @throws when there is no such folder. */
export async function findRulebooks(folder: string): Promise<readonly RulebookPlace[]> {
  const communes = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const found = communes.map(async ({ name: commune }) => {
    const files = await readdir(join(folder, commune))
    return files
      .filter((file) => file.endsWith(ENDING))
      .map((file) => ({ commune, edition: file.slice(0, -ENDING.length), path: join(folder, commune, file) }))
  })
  return (await Promise.all(found)).flat().toSorted((left, right) => (left.path < right.path ? -1 : 1))
}
