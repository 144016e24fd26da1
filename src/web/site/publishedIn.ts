import type { Publication } from '#records/publication.ts'
import { type Caveats, caveatsReader } from '#services/caveats.ts'
import { hashOf } from '#services/hash.ts'
import { readChecked } from '#services/records/checkPublication.ts'
import type { BoardPlace, WhyUnreadable } from '#services/site/board.ts'
import { oncePerEdition, type PerEdition } from './oncePerEdition.ts'

/** What a publication says of itself, as it was published. */
export interface PublishedAt {
  readonly at: BoardPlace
  /** `undefined` for what this program cannot read, and for the text of another publication. */
  readonly publication: Pick<Publication, 'id' | 'cutOff' | 'by' | 'corrects' | 'before'> | undefined
  readonly caveats: Caveats
  /** Of its whole text; empty where the file cannot be read. */
  readonly hash: string
  /** What of it does not hold, as far as its text alone tells; `undefined` where nothing does not. */
  readonly why: WhyUnreadable | undefined
}

/** All publications of an edition, oldest first. One text at a time is held, and of each only what is told. */
export const publishedIn: PerEdition<readonly PublishedAt[]> = oncePerEdition(async (site, { all }) => {
  const caveatsOf = caveatsReader()
  const published: PublishedAt[] = []
  for (const at of all) {
    const read = await site.read(at)
    if (read.kind === 'text') published.push({ at, ...toldIn(read.text, at, caveatsOf) })
    if (read.kind === 'unread') published.push({ at, ...NOTHING, hash: '', why: read })
  }
  return published
})

const NOTHING = { publication: undefined, caveats: [] } as const

function toldIn(
  text: string,
  { ref }: BoardPlace,
  caveatsOf: ReturnType<typeof caveatsReader>,
): Omit<PublishedAt, 'at'> {
  const hash = hashOf(text)
  const checked = readChecked(text, ref)
  if (checked.kind === 'noPublication') return { ...NOTHING, hash, why: checked }
  const { publication, faults } = checked
  const why = faults.length > 0 ? ({ kind: 'faulty', faults } as const) : undefined
  if (faults.some(({ kind }) => kind === 'otherName')) return { ...NOTHING, hash, why }
  const { id, cutOff, by, corrects, before } = publication
  return { publication: { id, cutOff, by, corrects, before }, caveats: caveatsOf(publication), hash, why }
}
