import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { SITE_WORDS } from '#services/site/pathWords.ts'
import { handleError, handleNotFound } from './middleware/errorPages.ts'
import { limitRequests } from './middleware/limits.ts'
import { type Observe, observeRequests } from './middleware/observe.ts'
import { type Served, servePages } from './middleware/servePages.ts'
import { setUpSecurity } from './middleware/setUpSecurity.ts'
import { createRenderer, type SiteSettings } from './site/renderer.ts'

export interface AppSettings extends SiteSettings {
  readonly observe: Observe
  readonly log: Logger
  /** Whether each request is written to the log, and not failures alone. */
  readonly logRequests: boolean
  /** Whether the site can still see what is published. */
  readonly isHealthy: () => boolean
}

/** The site as it stands at each request. Opens nothing and listens nowhere: that is the server's. */
export function createApp(served: () => Served, settings: AppSettings): Express {
  const app = express()
  // Whatever fails, express's own last page then names no file of ours.
  app.set('env', 'production')
  const { log } = settings
  const render = createRenderer(settings)
  app.use(observeRequests(settings.observe, settings.logRequests ? log : undefined))
  setUpSecurity(app, settings.base)
  app.use(limitRequests)
  app.get(`/${SITE_WORDS.health}`, (_request, response) => {
    const healthy = settings.isHealthy()
    response
      .status(healthy ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(healthy ? 'ok\n' : 'publications cannot be listed\n')
  })
  app.use(servePages(served, render))
  app.use(handleNotFound(render))
  app.use(handleError(render, log))
  return app
}
