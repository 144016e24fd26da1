import type { RequestHandler } from 'express'
import type { Boards } from '#services/boards.ts'
import { presentBoard } from '../presenters/board.ts'
import { renderPage } from '../renderPage.ts'

/** `/an-nong/2026`: the leaderboard of one rulebook. */
export function boardRoute(boards: Boards): RequestHandler<{ commune: string; edition: string }> {
  return ({ params }, response, next) => {
    const board = boards.find(params.commune, params.edition)
    if (!board) return next()
    renderPage(response, 'board', presentBoard(board))
  }
}
