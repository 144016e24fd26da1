import type { Board, Boards } from '#services/boards.ts'
import type { PageFrame } from '../renderPage.ts'
import { type BoardView, presentBoard } from './board.ts'
import { type CriterionRowView, presentCriteria } from './criterionRow.ts'
import { TARGETS_URL } from './targets.ts'

/** The front page: leaderboards, and beside them the communes that stand alone against their targets. */
export interface HomeView extends PageFrame {
  readonly boards: readonly BoardView[]
  readonly standings: readonly CommuneStandingView[]
  /** Where the communes' targets stand side by side; empty where nobody says which are the same. */
  readonly targetsUrl: string
}

interface CommuneStandingView {
  readonly board: BoardView
  readonly criteria: readonly CriterionRowView[]
}

export function presentHome({ all, targets }: Boards): HomeView {
  const presented = all.map((board) => ({ board, view: presentBoard(board) }))
  return {
    pageTitle: 'Bảng xếp hạng thi đua',
    description: 'Bảng xếp hạng thi đua của các thôn, kèm lời giải thích từng điểm.',
    boards: presented.filter(({ view }) => view.tables.length > 0).map(({ view }) => view),
    standings: presented
      .filter(({ view }) => view.tables.length === 0)
      .map(({ board, view }) => ({ board: view, criteria: criteriaOf(board) })),
    targetsUrl: targets ? TARGETS_URL : '',
  }
}

function criteriaOf({ standings }: Board): readonly CriterionRowView[] {
  return standings.sheets.flatMap(({ nodes }) => presentCriteria(nodes))
}
