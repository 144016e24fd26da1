import { formatPeriod } from '#base/period.ts'
import { hashOf } from '#services/hash.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PublishedAt } from '../site/publishedIn.ts'

/** What was published of an edition lately, for programs that look for news (Atom, RFC 4287). */
export interface FeedView {
  readonly title: string
  readonly id: FeedId
  readonly updated: string
  readonly author: string
  readonly url: string
  readonly entries: readonly EntryView[]
}

/** What never names another: by a name on the site that it is on, or on no site in particular by what was published. */
export interface FeedId {
  /** `an-nong/2026/2026-10`. */
  readonly name: string
  /** A UUID (RFC 9562, version 8) of the publication's text. */
  readonly urn: string
}

interface EntryView {
  readonly title: string
  readonly id: FeedId
  readonly published: string
  readonly url: string
  readonly summary: string
}

/** As many as a program asks for that looked a year ago. */
const MOST_ENTRIES = 30

export function presentFeed(
  { commune, edition }: Edition,
  publications: readonly PublishedAt[],
  communeName: string,
): FeedView {
  const first = publications.find(({ publication }) => publication?.before === null)
  const title = `Kết quả thi đua ${communeName} ${edition}`
  const entries = publications.flatMap(({ at, publication, caveats, hash }): readonly EntryView[] => {
    if (!publication) return []
    const { corrects, cutOff, id } = publication
    const kind = corrects ? 'Đính chính kết quả' : 'Kết quả'
    return [
      {
        title: `${kind} ${formatPeriod(at.ref.period)}${caveats.length > 0 ? ` (${caveats.join(', ')})` : ''}`,
        id: { name: `${commune}/${id}`, urn: urnOf(hash) },
        published: timeOf(cutOff),
        url: pathOf({ kind: 'board', at }),
        summary: corrects
          ? `${corrects.why} ${corrects.changes.join(' ')}`
          : `Bảng xếp hạng ${formatPeriod(at.ref.period)}.`,
      },
    ]
  })
  // Of two at one moment the later in the order of publications is the newer.
  const newest = entries.toReversed().toSorted((left, right) => {
    return left.published < right.published ? 1 : left.published > right.published ? -1 : 0
  })
  return {
    title,
    id: { name: `${commune}/${edition}`, urn: urnOf(hashOf(`${commune}/${edition} ${first?.hash}`)) },
    updated: newest[0]?.published ?? timeOf(''),
    author: communeName,
    url: pathOf({ kind: 'edition', commune, edition }),
    entries: newest.slice(0, MOST_ENTRIES),
  }
}

function urnOf(hash: string): string {
  const [one, two, three, four] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
  ]
  return `urn:uuid:${one}-${two}-8${three}-8${four}-${hash.slice(20, 32)}`
}

/** In the one form whose order is that of time. */
function timeOf(iso: string): string {
  const moment = Date.parse(iso)
  return new Date(Number.isNaN(moment) ? 0 : moment).toISOString()
}
