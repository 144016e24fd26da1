import express, { type Express } from 'express'
import type { Boards } from '#services/boards.ts'
import { handleError, handleNotFound } from './middleware/errorPages.ts'
import { setUpAssets } from './middleware/setUpAssets.ts'
import { setUpSecurity } from './middleware/setUpSecurity.ts'
import { setUpViews } from './middleware/setUpViews.ts'
import { TARGETS_URL } from './presenters/targets.ts'
import { boardRoute } from './routes/board.ts'
import { entrantRoute } from './routes/entrant.ts'
import { homeRoute } from './routes/home.ts'
import { phaseRoute } from './routes/phase.ts'
import { targetsRoute } from './routes/targets.ts'

/** The site over a set of boards. Opens nothing and listens nowhere: that is the server's. */
export function createApp(boards: Boards): Express {
  const app = express()
  // Whatever fails, express's own last page then names no file of ours.
  app.set('env', 'production')
  setUpViews(app)
  setUpSecurity(app)
  setUpAssets(app)
  app.get('/', homeRoute(boards))
  app.get(TARGETS_URL, targetsRoute(boards))
  app.get('/:commune/:edition', boardRoute(boards))
  app.get('/:commune/:edition/giai-doan/:place', phaseRoute(boards))
  app.get('/:commune/:edition/:entrant', entrantRoute(boards))
  app.use(handleNotFound)
  app.use(handleError)
  return app
}
