import { formatPeriod } from '#base/period.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PublishedAt } from '../site/publishedIn.ts'

/** What was published of an edition lately, for programs that look for news (Atom, RFC 4287). */
export interface FeedView {
  readonly title: string
  /** A tag that stays the same whatever site the feed is on (RFC 4151). */
  readonly id: string
  readonly updated: string
  readonly author: string
  readonly url: string
  readonly entries: readonly EntryView[]
}

interface EntryView {
  readonly title: string
  readonly id: string
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
  const title = `Kết quả thi đua ${communeName} ${edition}`
  const entries = publications.flatMap(({ at, publication, caveats }): readonly EntryView[] => {
    if (!publication) return []
    const { corrects, cutOff, id } = publication
    const kind = corrects ? 'Đính chính kết quả' : 'Kết quả'
    return [
      {
        title: `${kind} ${formatPeriod(at.ref.period)}${caveats.length > 0 ? ` (${caveats.join(', ')})` : ''}`,
        id: tagOf(`${commune}/${id}`),
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
    id: tagOf(`${commune}/${edition}`),
    updated: newest[0]?.published ?? timeOf(''),
    author: communeName,
    url: pathOf({ kind: 'edition', commune, edition }),
    entries: newest.slice(0, MOST_ENTRIES),
  }
}

/** The first year in which Thi đua could name anything. */
function tagOf(specific: string): string {
  return `tag:thidua,2026:${specific}`
}

/** In the one form whose order is that of time. */
function timeOf(iso: string): string {
  const moment = Date.parse(iso)
  return new Date(Number.isNaN(moment) ? 0 : moment).toISOString()
}
