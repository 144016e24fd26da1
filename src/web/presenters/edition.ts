import { formatPeriod } from '#base/period.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, crumbsToEdition } from './crumbs.ts'
import type { EditionInShort } from './editionInShort.ts'
import type { ShortBoardView } from './home.ts'
import type { HiddenView } from './unreadable.ts'

/** How an edition stands now, and every period that was published. */
export interface EditionView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  /** The newest board that can be shown. */
  readonly newest: ShortBoardView | undefined
  /** Why there is none. */
  readonly hidden: HiddenView | undefined
  /** The newest first. */
  readonly periods: readonly { readonly title: string; readonly url: string; readonly note: string }[]
  readonly archiveUrl: string
  readonly feed: string
}

export function presentEdition(
  edition: Edition,
  { name: communeName, title, caveats, newest }: EditionInShort,
): EditionView {
  const { commune, edition: name } = edition
  const shown = newest.kind === 'board' ? newest : undefined
  return {
    pageTitle: title,
    description: `Kết quả thi đua các kỳ đã công bố: ${title}.`,
    caveats: caveats.join(', '),
    crumbs: crumbsToEdition(commune, communeName),
    title,
    // The page has the title already.
    newest: shown && {
      ...shown,
      heading: `${shown.hidden ? 'Mới nhất xem được' : 'Mới nhất'}: ${shown.period}`,
    },
    hidden: shown ? undefined : newest.hidden,
    periods: edition.current
      .map((at) => ({
        title: formatPeriod(at.ref.period),
        url: pathOf({ kind: 'board', at }),
        note: at.ref.version > 1 ? 'đã đính chính' : '',
      }))
      .toReversed(),
    archiveUrl: pathOf({ kind: 'archive', commune, edition: name }),
    feed: pathOf({ kind: 'feed', commune, edition: name }),
  }
}
