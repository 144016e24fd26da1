import { foldText } from '#base/foldText.ts'
import type { ScoreSheet } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import { cohortsIn, whomText } from './cohorts.ts'

/** Those that are ranked among themselves, and what their list is called. */
export interface BoardList {
  /** As a path has it: `thon`, `thon-cum-1`. */
  readonly slug: string
  /** `thôn, Cụm 1`. */
  readonly whom: string
  readonly sheets: readonly ScoreSheet[]
  /** Of several lists each has pages of its own, so that a cluster can share its own; of one, if it is long. */
  readonly hasPages: boolean
}

/** As many rows as a page of a list has. */
export const ROWS_A_PAGE = 100

/** The lists of a board: each cohort in which somebody can be ranked before another. */
export function listsIn({ standings }: Board): readonly BoardList[] {
  const taken = new Map<string, number>()
  const cohorts = cohortsIn(standings.sheets, standings.program).filter(({ length }) => length > 1)
  return cohorts.map((sheets) => {
    const whom = whomText(sheets.map(({ entrant }) => entrant))
    const words = foldText(whom)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    const times = (taken.get(words) ?? 0) + 1
    taken.set(words, times)
    // Two clusters may differ by their tone marks alone.
    const slug = times > 1 ? `${words}-${times}` : words
    return { slug, whom, sheets, hasPages: cohorts.length > 1 || sheets.length > ROWS_A_PAGE }
  })
}

/** How many pages a list has. */
export function pagesOf({ sheets }: Pick<BoardList, 'sheets'>): number {
  return Math.ceil(sheets.length / ROWS_A_PAGE)
}

/** The lists that have pages of their own. */
export function listsWithPages(board: Board): readonly BoardList[] {
  return listsIn(board).filter(({ hasPages }) => hasPages)
}

/** How many rows of each list stand on the board itself: all that a page holds or, where that is too long, those that lead. */
export function rowsOnBoard(lists: readonly BoardList[]): number {
  const all = lists.reduce((sum, { sheets }) => sum + Math.min(sheets.length, ROWS_A_PAGE), 0)
  if (all <= MOST_ON_BOARD) return ROWS_A_PAGE
  return Math.max(1, Math.min(LEADING_ROWS, Math.floor(MOST_ON_BOARD / lists.length)))
}

const MOST_ON_BOARD = 300
const LEADING_ROWS = 10
