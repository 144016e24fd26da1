import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { BUSY, FAILED, NOT_FOUND, UNREADABLE } from '../presenters/errorPage.ts'
import { BusyError } from '../site/narrowLane.ts'
import type { Page, Renderer } from '../site/renderer.ts'

/** Says that there is no such page, without repeating what was asked for. */
export function handleNotFound(render: Renderer): RequestHandler {
  return (_request, response) => send(response, 404, render, NOT_FOUND)
}

/** The last resort of every request: a page of our own, without a word of the program's insides. */
export function handleError(render: Renderer, log: Logger): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (error instanceof BusyError) {
      response.set('Retry-After', '5')
      return send(response, status, render, BUSY)
    }
    if (status < 500) return send(response, status, render, UNREADABLE)
    log.error({ err: error, path: request.path.slice(0, 200) }, 'request failed')
    return send(response, status, render, FAILED)
  }
}

async function send(response: Response, status: number, render: Renderer, page: Page): Promise<void> {
  const body = await render.page(page, '')
  response.status(status).type('html').set('Cache-Control', 'no-store').send(body)
}

/** The status that express gives to a request it cannot read (400 for a broken %-code); 500 for all else. */
function statusOf(error: unknown): number {
  if (error instanceof URIError) return 400
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' && ((status >= 400 && status < 500) || status === 503) ? status : 500
}
