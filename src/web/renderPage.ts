import type { Response } from 'express'

/** What every page has, for the layout. */
export interface PageFrame {
  readonly pageTitle: string
  /** One or two sentences for search engines and shared links. */
  readonly description: string
}

/**
 * Renders a page from its view model alone. Nothing of the request reaches the template, so none of its settings (the
 * layout among them) can be set from outside.
 */
export function renderPage<View extends PageFrame>(response: Response, page: string, view: View): void {
  response.render(page, { ...view, layout: 'main' })
}
