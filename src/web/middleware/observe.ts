import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** That a request was answered, with which status, in how many seconds. */
export type Observe = (status: number, seconds: number) => void

/**
 * Counts every answer and, where asked to, writes a line for it: what was looked at and how long it took. Never who looked
 * (no address, no browser) nor what they searched for.
 */
export function observeRequests(observe: Observe, log: Logger | undefined): RequestHandler {
  return (request, response, next) => {
    const begun = process.hrtime.bigint()
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9
      const { statusCode: status } = response
      observe(status, seconds)
      const { method } = request
      // Past its end a request may have lost its path to a router; the address as it came has it, with what was asked.
      const path = request.originalUrl.split('?')[0]?.slice(0, 200)
      log?.info({ method, path, status, milliseconds: Math.round(seconds * 1e3) }, 'answered')
    })
    next()
  }
}
