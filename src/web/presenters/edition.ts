import { formatPeriod } from '#base/period.ts'
import type { Board } from '#services/site/board.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, communeName, crumbsToEdition } from './crumbs.ts'
import { presentShort, type ShortBoardView } from './home.ts'

/** How an edition stands now, and every period that was published. */
export interface EditionView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  /** The newest board; absent where this program cannot explain it. */
  readonly newest: ShortBoardView | undefined
  /** The newest first. */
  readonly periods: readonly { readonly title: string; readonly url: string }[]
}

export function presentEdition(edition: Edition, board: Board | undefined): EditionView {
  const title = board?.standings.program.rulebook.title.text ?? `${edition.commune} ${edition.edition}`
  return {
    pageTitle: title,
    description: `Kết quả thi đua các kỳ đã công bố: ${title}.`,
    crumbs: crumbsToEdition(edition.commune, board ? communeName(board) : edition.commune),
    title,
    newest: board && presentShort(board),
    periods: edition.current
      .map((at) => ({ title: formatPeriod(at.ref.period), url: pathOf({ kind: 'board', at }) }))
      .toReversed(),
  }
}
