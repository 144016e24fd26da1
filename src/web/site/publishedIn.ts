import { type Publication, readPublication } from '#records/publication.ts'
import { type Caveats, caveatsReader } from '#services/caveats.ts'
import { hashOf } from '#services/hash.ts'
import type { BoardPlace } from '#services/site/board.ts'
import type { Edition, Site } from '#services/site/site.ts'

/** A publication as it was published; `undefined` for one that this program cannot read. */
export interface PublishedAt {
  readonly at: BoardPlace
  readonly publication: Publication | undefined
  readonly caveats: Caveats
  /** Of its whole text. */
  readonly hash: string
}

/** All publications of an edition, oldest first. */
export async function publishedIn(site: Site, { all }: Edition): Promise<readonly PublishedAt[]> {
  const texts = await Promise.all(all.map(async (at) => ({ at, text: await site.text(at) })))
  const caveatsOf = caveatsReader()
  return texts.flatMap(({ at, text }): readonly PublishedAt[] => {
    if (text === undefined) return []
    const publication = readPublication(text)
    return [{ at, publication, caveats: publication ? caveatsOf(publication) : [], hash: hashOf(text) }]
  })
}
