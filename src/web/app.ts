import express, { type Express } from 'express'
import { handleError, handleNotFound } from './middleware/errorPages.ts'
import { type Served, servePages } from './middleware/servePages.ts'
import { setUpAssets } from './middleware/setUpAssets.ts'
import { setUpSecurity } from './middleware/setUpSecurity.ts'
import { createRenderer, type SiteSettings } from './site/renderer.ts'

/** The site as it stands at each request. Opens nothing and listens nowhere: that is the server's. */
export function createApp(served: () => Served, settings: SiteSettings): Express {
  const app = express()
  // Whatever fails, express's own last page then names no file of ours.
  app.set('env', 'production')
  const render = createRenderer(settings)
  setUpSecurity(app)
  setUpAssets(app)
  app.use(servePages(served, render))
  app.use(handleNotFound(render))
  app.use(handleError(render))
  return app
}
