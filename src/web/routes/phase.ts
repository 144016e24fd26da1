import type { RequestHandler } from 'express'
import type { Boards } from '#services/boards.ts'
import { presentPhase } from '../presenters/phase.ts'
import { renderPage } from '../renderPage.ts'

/** `/an-nong/2026-2030/giai-doan/1`: what the years of a phase come to together. */
export function phaseRoute(
  boards: Boards,
): RequestHandler<{ commune: string; edition: string; place: string }> {
  return ({ params }, response, next) => {
    const board = boards.find(params.commune, params.edition)
    const phase = /^[1-9]\d{0,3}$/.test(params.place) ? board?.phases[Number(params.place) - 1] : undefined
    if (!board || !phase) return next()
    renderPage(response, 'phase', presentPhase(board, phase))
  }
}
