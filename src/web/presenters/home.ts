import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type BoardView, presentBoard } from './board.ts'

/** The front page: every board in short, the places that lead it and the commune's own result. */
export interface HomeView extends PageFrame {
  readonly boards: readonly ShortBoardView[]
  /** Where the communes' targets stand side by side; empty where nobody says which are the same. */
  readonly targetsUrl: string
}

export interface ShortBoardView {
  readonly board: BoardView
  readonly leaders: readonly LeadersView[]
}

type TableView = BoardView['tables'][number]

interface LeadersView {
  /** `22 thôn`. */
  readonly all: string
  readonly rows: TableView['rows']
}

/** As many as are read at a glance, however many share the first places. */
const MOST_LEADERS = 3

export function presentHome(boards: readonly Board[], compares: boolean): HomeView {
  return {
    pageTitle: 'Bảng xếp hạng thi đua',
    description: 'Bảng xếp hạng thi đua của các thôn, kèm lời giải thích từng điểm.',
    boards: boards.map(presentShort),
    targetsUrl: compares ? pathOf({ kind: 'targets' }) : '',
  }
}

/** A board in short: who leads it. */
export function presentShort(board: Board): ShortBoardView {
  const view = presentBoard(board)
  return {
    board: view,
    leaders: view.tables.map(({ rows, whom }) => ({
      all: `${rows.length} ${whom}`,
      rows: rows.slice(0, MOST_LEADERS),
    })),
  }
}
