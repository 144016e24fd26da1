import { join } from 'node:path'
import type { Express } from 'express'
import { engine } from 'express-handlebars'
import Handlebars from 'handlebars'

const VIEWS = join(import.meta.dirname, '..', '..', '..', 'views')

/** Handlebars in strict mode: a name that the page's data lacks is an error, never an empty place in a table of points. */
export function setUpViews(app: Express): void {
  app.engine(
    'hbs',
    engine({
      // Our own pinned copy: versions before 4.7.10 have known holes.
      handlebars: Handlebars,
      extname: '.hbs',
      defaultLayout: 'main',
      layoutsDir: join(VIEWS, 'layouts'),
      partialsDir: join(VIEWS, 'partials'),
      compilerOptions: { strict: true },
    }),
  )
  app.set('view engine', 'hbs')
  app.set('views', join(VIEWS, 'pages'))
  app.enable('view cache')
}
