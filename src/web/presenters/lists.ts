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
}

/** As many rows as a page of a list has. */
export const ROWS_A_PAGE = 100

/** The lists of a board: each cohort in which somebody can be ranked before another. */
export function listsIn({ standings }: Board): readonly BoardList[] {
  const taken = new Map<string, number>()
  return cohortsIn(standings.sheets, standings.program).flatMap((sheets) => {
    if (sheets.length < 2) return []
    const whom = whomText(sheets.map(({ entrant }) => entrant))
    const words = foldText(whom)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    const times = (taken.get(words) ?? 0) + 1
    taken.set(words, times)
    // Two clusters may differ by their tone marks alone.
    return [{ slug: times > 1 ? `${words}-${times}` : words, whom, sheets }]
  })
}

/** How many pages a list has. */
export function pagesOf({ sheets }: BoardList): number {
  return Math.ceil(sheets.length / ROWS_A_PAGE)
}

/** The lists that have pages of their own: of several, each, so that a cluster can share its own; of one, if it is long. */
export function listsWithPages(board: Board): readonly BoardList[] {
  const lists = listsIn(board)
  return lists.length > 1 ? lists : lists.filter((list) => pagesOf(list) > 1)
}
