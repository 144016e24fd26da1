import type { RequestHandler } from 'express'
import type { Boards } from '#services/boards.ts'
import { presentEntrant } from '../presenters/entrant.ts'
import { renderPage } from '../renderPage.ts'

/** `/an-nong/2026/thon-3`: why an entrant has the points it has. */
export function entrantRoute(
  boards: Boards,
): RequestHandler<{ commune: string; edition: string; entrant: string }> {
  return ({ params }, response, next) => {
    const board = boards.find(params.commune, params.edition)
    const sheet = board?.standings.sheets.find(({ entrant }) => entrant.id === params.entrant)
    if (!board || !sheet) return next()
    renderPage(response, 'entrant', presentEntrant(board, sheet))
  }
}
