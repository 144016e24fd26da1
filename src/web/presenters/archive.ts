import { formatPeriod } from '#base/period.ts'
import type { Publication } from '#records/publication.ts'
import { shortHash } from '#services/hash.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PublishedAt } from '../site/publishedIn.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, crumbsToEdition } from './crumbs.ts'
import { momentText } from './moment.ts'

/** Everything that was published of an edition, the newest first: nothing that was published ever goes away. */
export interface ArchiveView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  readonly feedUrl: string
  readonly rows: readonly ArchiveRowView[]
}

interface ArchiveRowView {
  /** `tháng 10/2026`, and which version where there are several. */
  readonly title: string
  readonly url: string
  readonly fileUrl: string
  /** That it was corrected since; empty for the last word. */
  readonly note: string
  readonly when: string
  readonly by: string
  readonly seal: string
  readonly hash: string
  readonly correction: { readonly why: string; readonly changes: readonly string[] } | undefined
}

export function presentArchive(
  edition: Edition,
  publications: readonly PublishedAt[],
  communeName: string,
): ArchiveView {
  const { commune } = edition
  const title = 'Mọi bản đã công bố'
  return {
    pageTitle: `${title}, ${communeName} ${edition.edition}`,
    description: 'Mọi bản công bố, kể cả bản đã được đính chính, với mã để đối chiếu.',
    crumbs: [
      ...crumbsToEdition(commune, communeName),
      { title: edition.edition, url: pathOf({ kind: 'edition', commune, edition: edition.edition }) },
    ],
    title,
    feedUrl: pathOf({ kind: 'feed', commune, edition: edition.edition }),
    rows: publications.map(presentRow).toReversed(),
  }
}

function presentRow({ at, publication, hash }: PublishedAt): ArchiveRowView {
  const version = at.ref.version > 1 ? `, bản ${at.ref.version}` : ''
  return {
    title: `${formatPeriod(at.ref.period)}${version}`,
    url: pathOf({ kind: 'board', at }),
    fileUrl: pathOf({ kind: 'data', at, file: 'cong-bo.json' }),
    note: at.current ? '' : 'đã được đính chính',
    when: publication ? momentText(publication.cutOff) : '',
    by: publication?.by ?? '',
    seal: shortHash(hash),
    hash,
    correction: correctionOf(publication),
  }
}

function correctionOf(publication: Publication | undefined): ArchiveRowView['correction'] {
  const corrects = publication?.corrects
  return corrects ? { why: corrects.why, changes: corrects.changes } : undefined
}
