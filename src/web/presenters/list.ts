import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import type { Board } from '#services/site/board.ts'
import type { Earlier } from '#services/site/earlier.ts'
import { pathOf } from '../address.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { presentTable, type TableView } from './boardTable.ts'
import { type Crumbs, communeName, crumbsInBoard } from './crumbs.ts'
import { listsWithPages, pagesOf, ROWS_A_PAGE } from './lists.ts'

/** One list of a board by itself, or a page of it. */
export interface ListView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly title: string
  readonly asOf: string
  readonly table: TableView
}

/** `undefined` where the board has no such list or the list no such page. */
export function presentList(
  board: Board,
  { slug, page }: { readonly slug: string; readonly page: number },
  earlier: Earlier | undefined,
): ListView | undefined {
  const { standings } = board
  const list = listsWithPages(board).find((one) => one.slug === slug)
  if (!list || page > pagesOf(list)) return undefined
  const asOf = formatDate(standings.asOf)
  const title = `Xếp hạng ${list.sheets.length} ${list.whom}`
  return {
    pageTitle: `${title}, ${formatPeriod(board.ref.period)}${page > 1 ? `, trang ${page}` : ''}`,
    description: `${title}, kết quả tính đến ngày ${asOf}.`,
    image: pathOf({ kind: 'boardCard', at: board }),
    ...boardFrame(board),
    crumbs: crumbsInBoard(board),
    title,
    asOf: `${communeName(board)}, tính đến ngày ${asOf}`,
    table: presentTable(board, list, earlier, { page, rows: ROWS_A_PAGE }),
  }
}
