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
  const cohorts = cohortsIn(standings.sheets, standings.program).filter(({ length }) => length > 1)
  const names = cohorts.map((sheets) => whomText(sheets.map(({ entrant }) => entrant)))
  const slugs = slugsOf(names)
  return cohorts.map((sheets, index) => ({
    slug: slugs[index] ?? '',
    whom: names[index] ?? '',
    sheets,
    hasPages: cohorts.length > 1 || sheets.length > ROWS_A_PAGE,
  }))
}

/** A name in a path is no longer, or some system could not keep the page as a file. */
const LONGEST_SLUG = 80

/** Each name as a path has it. Clusters may differ by their tone marks alone: the later of two like words have a number that is free. */
function slugsOf(names: readonly string[]): readonly string[] {
  const words = names.map((name) =>
    foldText(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_SLUG)
      .replace(/^-|-$/g, ''),
  )
  const taken = new Set(words)
  return words.map((word, index) => {
    if (words.indexOf(word) === index) return word
    let number = 2
    while (taken.has(`${word}-${number}`)) number++
    taken.add(`${word}-${number}`)
    return `${word}-${number}`
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
