import type { Express } from 'express'
import helmet from 'helmet'

/**
 * Response headers that let a page be only what it is: our own styles and images, no script, no frame, no form abroad.
 * HTTPS is not forced: a commune may run the site on its own network without it.
 */
export function setUpSecurity(app: Express): void {
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'img-src': ["'self'"],
          'base-uri': ["'none'"],
          'form-action': ["'none'"],
          'frame-ancestors': ["'none'"],
        },
      },
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
}
