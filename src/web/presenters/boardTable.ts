import { capital } from '#base/capital.ts'
import { formatDate } from '#base/plainDate.ts'
import { ZERO } from '#base/rational.ts'
import { openIn, rankText, type ScoreSheet, totalText } from '#engine/index.ts'
import { kindsText } from '#records/entrant.ts'
import type { Board } from '#services/site/board.ts'
import type { Earlier } from '#services/site/earlier.ts'
import { pathOf } from '../address.ts'
import { barWidth } from './bar.ts'
import { type BoardList, pagesOf, ROWS_A_PAGE } from './lists.ts'
import { type MovementView, presentMovement, presentSince, type SinceView } from './movement.ts'

/** One list of a board, or a page of it, as a table. */
export interface TableView {
  readonly caption: string
  /** Who is ranked: `thôn, khu phố`, with the cluster where there is one. */
  readonly whom: string
  /** How many they are, on all pages together. */
  readonly count: number
  readonly heading: string
  /** What ranks are compared with; absent where there is nothing. */
  readonly since: SinceView | undefined
  readonly classes: boolean
  readonly provisional: boolean
  readonly rows: readonly RowView[]
  /** Only those that lead are shown, and the others stand on the list's own page. */
  readonly shortened: boolean
  /** The page of this list alone; empty where it has none. */
  readonly url: string
  /** All pages of the list; empty where one holds it. */
  readonly pages: readonly PageLink[]
}

interface RowView {
  readonly rank: string
  readonly leading: boolean
  readonly tied: boolean
  readonly name: string
  readonly url: string
  readonly points: string
  /** Some of its criteria wait for facts. */
  readonly provisional: boolean
  readonly bar: string
  readonly class: string
  readonly movement: MovementView
}

/** A page of a list by the ranks on it: `1–100`. */
interface PageLink {
  readonly title: string
  readonly url: string
  readonly here: boolean
}

/** A page of a list, counted from 1, or as many rows of it as are asked for. */
export function presentTable(
  board: Board,
  list: BoardList,
  earlier: Earlier | undefined,
  { page, rows }: { readonly page: number; readonly rows: number },
): TableView {
  const { standings } = board
  const { program } = standings
  const { sheets, whom } = list
  const shared = Map.groupBy(sheets, ({ rank }) => rank)
  const from = (page - 1) * ROWS_A_PAGE
  const shown = sheets.slice(from, from + rows)
  const shortened = rows < Math.min(ROWS_A_PAGE, sheets.length - from)
  return {
    caption: `${shortened ? 'Dẫn đầu trong' : 'Bảng xếp hạng'} ${sheets.length} ${whom}, tính đến ngày ${formatDate(standings.asOf)}`,
    whom,
    count: sheets.length,
    heading: capital(kindsText(sheets.map(({ entrant }) => entrant))),
    since: presentSince(earlier),
    classes: program.classes.length > 0 || sheets.some(({ knockedOutBy }) => knockedOutBy.length > 0),
    provisional: shown.some((sheet) => openIn(sheet).length > 0),
    rows: shown.map((sheet) => ({
      rank: rankText(sheet) || '–',
      leading: sheet.rank !== undefined && sheet.rank <= 3,
      tied: sheet.rank !== undefined && (shared.get(sheet.rank)?.length ?? 0) > 1,
      name: sheet.entrant.name,
      url: entrantUrl(board, sheet),
      points: totalText(sheet, program) ?? 'không chấm',
      provisional: openIn(sheet).length > 0,
      bar: barWidth(sheet.total ?? ZERO, program.scale),
      class: sheet.knockedOutBy.length > 0 ? 'không xếp hạng' : (sheet.class ?? ''),
      movement: presentMovement(earlier, sheet),
    })),
    shortened,
    url: list.hasPages ? pathOf({ kind: 'list', at: board, slug: list.slug, page: 1 }) : '',
    pages: shortened ? [] : pageLinks(board, list, page),
  }
}

function pageLinks(board: Board, list: BoardList, here: number): readonly PageLink[] {
  const count = pagesOf(list)
  if (count === 1) return []
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * ROWS_A_PAGE, Math.min((index + 1) * ROWS_A_PAGE, list.sheets.length)]
    const first = list.sheets[from]
    const last = list.sheets[to - 1]
    // Whoever has no rank stands last.
    const ranks = first && last?.rank !== undefined ? `${rankText(first)}–${rankText(last)}` : ''
    return {
      title: ranks === '' ? `${from + 1}–${to}` : ranks,
      url: pathOf({ kind: 'list', at: board, slug: list.slug, page: index + 1 }),
      here: index + 1 === here,
    }
  })
}

export function entrantUrl(at: Board, { entrant }: Pick<ScoreSheet, 'entrant'>): string {
  return pathOf({ kind: 'entrant', at, entrant: entrant.id })
}
