import type { RequestHandler, Response } from 'express'
import { addressAt } from '../address.ts'
import { contentAt } from '../pages/content.ts'
import { type KeptPage, type KeptPages, keep } from '../site/keptPages.ts'
import type { PublicSite } from '../site/publicSite.ts'
import type { Renderer } from '../site/renderer.ts'

/** The site as it stands, and the pages of it that were made. */
export interface Served {
  readonly of: PublicSite
  readonly pages: KeptPages
}

/** Every page of the site: made when it is first asked for, and then kept. */
export function servePages(served: () => Served, render: Renderer): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const { of, pages } = served()
    // A broken %-code throws here, and the reader is told.
    const path = decodeURI(request.path)
    const page = await (pages.get(path) ?? make(path, of, pages, render))
    if (!page) return next()
    sendPage(page, request.headers, response)
  }
}

function make(
  path: string,
  of: PublicSite,
  pages: KeptPages,
  render: Renderer,
): Promise<KeptPage | undefined> | undefined {
  const address = addressAt(path, of.site)
  if (!address) return undefined
  const made = (async () => {
    const content = await contentAt(of, address)
    if (!content) return undefined
    return content.kind === 'page'
      ? keep('text/html; charset=utf-8', await render(content.page, path))
      : keep(content.type, content.body)
  })()
  pages.set(path, made)
  // A page that is not there may be published later, and a failure must not be kept.
  made.then(
    (page) => page ?? pages.delete(path),
    () => pages.delete(path),
  )
  return made
}

/** A shared link is opened by many at once: for a minute nobody asks again, then only whether it changed. */
const CACHED = 'public, max-age=60, must-revalidate'

function sendPage(
  { type, tag, plain, gzip, brotli }: KeptPage,
  headers: { readonly [name: string]: string | string[] | undefined },
  response: Response,
): void {
  response.setHeader('ETag', tag)
  response.setHeader('Cache-Control', CACHED)
  if (gzip) response.setHeader('Vary', 'Accept-Encoding')
  if (headers['if-none-match'] === tag) {
    response.statusCode = 304
    response.end()
    return
  }
  const accepted = `${headers['accept-encoding'] ?? ''}`
  const [encoding, body] =
    brotli && /\bbr\b/.test(accepted)
      ? ['br', brotli]
      : gzip && /\bgzip\b/.test(accepted)
        ? ['gzip', gzip]
        : ['', plain]
  if (encoding !== '') response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', body.length)
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
