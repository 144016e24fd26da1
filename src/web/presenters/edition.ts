import { formatPeriod } from '#base/period.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, communeName, crumbsToEdition } from './crumbs.ts'
import { type BoardSince, presentShort, type ShortBoardView, sharedBy } from './home.ts'

/** How an edition stands now, and every period that was published. */
export interface EditionView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  /** The newest board; absent where this program cannot explain it. */
  readonly newest: ShortBoardView | undefined
  /** The newest first. */
  readonly periods: readonly { readonly title: string; readonly url: string; readonly note: string }[]
  readonly archiveUrl: string
  readonly feed: string
}

export function presentEdition(edition: Edition, newest: BoardSince | undefined): EditionView {
  const { commune, edition: name } = edition
  const board = newest?.board
  const title = board?.standings.program.rulebook.title.text ?? `${commune} ${name}`
  return {
    pageTitle: title,
    description: `Kết quả thi đua các kỳ đã công bố: ${title}.`,
    caveats: sharedBy(newest ? [newest] : []),
    crumbs: crumbsToEdition(commune, board ? communeName(board) : commune),
    title,
    // The page has the title already.
    newest: newest && {
      ...presentShort(newest),
      heading: `Mới nhất: ${formatPeriod(newest.board.ref.period)}`,
    },
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
