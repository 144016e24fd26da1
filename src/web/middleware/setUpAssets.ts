import { join } from 'node:path'
import express, { type Express } from 'express'

/** The site's own styles and icon. */
export function setUpAssets(app: Express): void {
  const folder = join(import.meta.dirname, '..', '..', '..', 'views', 'assets')
  app.use(
    '/assets',
    express.static(folder, { index: false, redirect: false, maxAge: '1h', dotfiles: 'ignore' }),
  )
}
