import type { RequestHandler } from 'express'
import type { Boards } from '#services/boards.ts'
import { presentHome } from '../presenters/home.ts'
import { renderPage } from '../renderPage.ts'

/** `/`: every board of the site side by side. */
export function homeRoute(boards: Boards): RequestHandler {
  return (_request, response) => renderPage(response, 'home', presentHome(boards))
}
