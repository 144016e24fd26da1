import type { Express } from 'express'
import helmet from 'helmet'

const A_YEAR = 365 * 24 * 60 * 60

/**
 * Response headers that let a page be only what it is: our own styles, images and scripts, no frame, no form abroad.
 * HTTPS is asked for where the site is known to have it: a commune may run it on its own network without.
 */
export function setUpSecurity(app: Express, base: string | undefined): void {
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'script-src': ["'self'"],
          'img-src': ["'self'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      strictTransportSecurity: base?.startsWith('https:')
        ? { maxAge: A_YEAR, includeSubDomains: false }
        : false,
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
}
