import type { RequestHandler } from 'express'
import type { Boards } from '#services/boards.ts'
import { presentTargets } from '../presenters/targets.ts'
import { renderPage } from '../renderPage.ts'

/** `/so-sanh`: the same indicators across the communes. */
export function targetsRoute({ targets }: Boards): RequestHandler {
  return (_request, response, next) => {
    if (!targets) return next()
    renderPage(response, 'targets', presentTargets(targets))
  }
}
