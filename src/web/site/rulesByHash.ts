import { loadProgram, type Program, programOn } from '#engine/index.ts'
import { readPublication } from '#records/publication.ts'
import type { Board } from '#services/site/board.ts'
import type { Site } from '#services/site/site.ts'

/**
 * The rules that some publication of the board's edition was made by, as they stand on the board's day, by the beginning of their hash;
 * `undefined` where none was, or where none is asked for.
 */
export async function rulesByHash(
  site: Site,
  { ref, standings }: Board,
  hash: string,
): Promise<Program | undefined> {
  if (hash === '') return undefined
  for (const place of site.edition(ref.commune, ref.edition)?.all ?? []) {
    const read = await site.read(place)
    const publication = read.kind === 'text' ? readPublication(read.text) : undefined
    if (!publication?.rulebook.hash.startsWith(hash)) continue
    const loaded = loadProgram({ name: 'bộ tiêu chí', text: publication.rulebook.text })
    return loaded.ok ? programOn(loaded.value, standings.asOf) : undefined
  }
  return undefined
}
