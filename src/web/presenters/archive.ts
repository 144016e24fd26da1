import { formatPeriod } from '#base/period.ts'
import { publicationFile } from '#records/publicationRef.ts'
import { sharedCaveats } from '#services/caveats.ts'
import { shortHash } from '#services/hash.ts'
import { chainFaults, type Link } from '#services/records/chain.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PublishedAt } from '../site/publishedIn.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, crumbsToEdition } from './crumbs.ts'
import { momentText } from './moment.ts'
import { whyText } from './unreadable.ts'

/** Everything that was published of an edition, the newest first: nothing that was published ever goes away. */
export interface ArchiveView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  readonly feed: string
  readonly openDataUrl: string
  readonly rows: readonly ArchiveRowView[]
}

interface ArchiveRowView {
  /** `tháng 10/2026`, and which version where there are several. */
  readonly title: string
  readonly url: string
  /** Why it is not shown, as far as its text alone tells. */
  readonly why: readonly string[]
  /** Its text, empty where it cannot be read; and where `thidua verify` looks for it. */
  readonly fileUrl: string
  readonly file: string
  /** That it was corrected since, and what has to be said of its figures. */
  readonly notes: readonly string[]
  readonly when: string
  readonly by: string
  /** The whole hash: as much of it as is printed, and what follows; empty where the file cannot be read. */
  readonly seal: string
  readonly rest: string
  /** The publication before it, by the title it has here and the hash that this one names. */
  readonly before: { readonly title: string; readonly seal: string } | undefined
  /** That there is none before it. */
  readonly first: boolean
  /** What of the chain does not hold here. */
  readonly faults: readonly string[]
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
    caveats: sharedCaveats(
      publications.flatMap(({ publication, caveats }) => (publication ? [caveats] : [])),
    ).join(', '),
    feed: pathOf({ kind: 'feed', commune, edition: edition.edition }),
    openDataUrl: pathOf({ kind: 'openData' }),
    rows: presentRows(publications),
  }
}

function presentRows(publications: readonly PublishedAt[]): readonly ArchiveRowView[] {
  const links = publications.flatMap(({ publication, hash }): readonly Link[] =>
    publication ? [{ id: publication.id, hash, before: publication.before }] : [],
  )
  const titles = new Map(publications.map((one) => [one.publication?.id, titleOf(one)]))
  return publications
    .map((published): ArchiveRowView => {
      const link = links.find(({ id }) => id === published.publication?.id)
      const before = link?.before
      return {
        ...presentRow(published),
        before: before
          ? { title: titles.get(before.id) ?? before.id, seal: shortHash(before.hash) }
          : undefined,
        faults: link ? chainFaults(link, links) : [],
      }
    })
    .toReversed()
}

function titleOf({ at: { ref } }: PublishedAt): string {
  return `${formatPeriod(ref.period)}${ref.version > 1 ? `, bản ${ref.version}` : ''}`
}

function presentRow(published: PublishedAt): Omit<ArchiveRowView, 'before' | 'faults'> {
  const { at, publication, caveats, hash, why } = published
  return {
    title: titleOf(published),
    url: pathOf({ kind: 'board', at }),
    why: why ? whyText(why) : [],
    fileUrl: hash === '' ? '' : pathOf({ kind: 'data', at, file: 'cong-bo.json' }),
    file: publicationFile(at.ref),
    notes: [...(at.current ? [] : ['đã được đính chính']), ...caveats],
    when: publication ? momentText(publication.cutOff) : '',
    by: publication?.by ?? '',
    seal: shortHash(hash),
    rest: hash.slice(shortHash(hash).length),
    first: publication?.before === null,
    correction: correctionOf(publication),
  }
}

function correctionOf(publication: PublishedAt['publication']): ArchiveRowView['correction'] {
  const corrects = publication?.corrects
  return corrects ? { why: corrects.why, changes: corrects.changes } : undefined
}
