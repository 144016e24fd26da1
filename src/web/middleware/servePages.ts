import type { Request, RequestHandler, Response } from 'express'
import { SITE_WORDS } from '#services/site/pathWords.ts'
import { addressAt } from '../address.ts'
import { contentAt } from '../pages/content.ts'
import { assetAt } from '../site/assets.ts'
import { finish } from '../site/finish.ts'
import { type KeptPage, type KeptPages, keep, keepMoved, plainText } from '../site/keptPages.ts'
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
    // A broken %-code throws here, and the reader is told.
    const path = decodeURI(request.path)
    const query = queryOf(request)
    const answer = query === '' ? undefined : await answerTo(query, path, served().of, render)
    if (answer !== undefined) {
      response.set('Cache-Control', 'no-store').type('html').send(answer)
      return
    }
    // Only now: what was published while an answer was sought is to be seen.
    const { of, pages } = served()
    const page = pages.get(path) ?? (await pageAt(path, of, pages, render))
    if (page === 'busy') return next(new BusyError())
    if (!page) return next()
    await sendPage(page, request, response)
  }
}

/** Too many pages are being made. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly status = 503
}

/** What a reader looks for, as far as one page answers: `?tim=thon 3`. */
function queryOf({ url }: Request): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : (new URLSearchParams(url.slice(at)).get('tim') ?? '').trim()
}

/** A page made for this question alone, and not kept; `undefined` at a path that answers none. */
async function answerTo(
  query: string,
  path: string,
  of: PublicSite,
  render: Renderer,
): Promise<string | undefined> {
  const address = addressAt(path, of.site)
  if (address?.kind !== 'find') return undefined
  const content = await contentAt(of, { ...address, query })
  return content?.kind === 'page' ? render.page(content.page, path) : undefined
}

async function pageAt(
  path: string,
  of: PublicSite,
  pages: KeptPages,
  render: Renderer,
): Promise<KeptPage | 'busy' | undefined> {
  if (path.startsWith(`/${SITE_WORDS.assets}/`))
    return pages.make(path, async () => {
      const asset = await assetAt(path)
      return asset && keep(asset.type, asset.body)
    })
  const address = addressAt(path, of.site)
  if (!address) return undefined
  return pages.make(path, async () => {
    const content = await contentAt(of, address)
    if (!content) return undefined
    if (content.kind === 'moved') return keepMoved(content.path)
    const { type, body } = await finish(content, path, render)
    return keep(type, body)
  })
}

/** A shared link is opened by many at once: for a minute nobody asks again, then only whether it changed. */
const CACHED = 'public, max-age=60, must-revalidate'

async function sendPage({ type, tag, body }: KeptPage, request: Request, response: Response): Promise<void> {
  if (body.kind === 'moved') {
    response.statusCode = 301
    response.setHeader('Cache-Control', CACHED)
    response.setHeader('Location', encodeURI(body.path))
    response.end()
    return
  }
  response.setHeader('ETag', tag)
  response.setHeader('Cache-Control', CACHED)
  if (body.kind === 'encoded') response.setHeader('Vary', 'Accept-Encoding')
  if (isKnown(tag, request.headers['if-none-match'])) {
    response.statusCode = 304
    response.end()
    return
  }
  // Browsers name brotli last and mean nothing by it: the smaller one is taken.
  const encoding =
    body.kind === 'encoded' && (request.acceptsEncodings('br') || request.acceptsEncodings('gzip'))
  if (encoding !== false) response.setHeader('Content-Encoding', encoding)
  const bytes =
    body.kind === 'encoded' && encoding !== false
      ? body[encoding === 'br' ? 'brotli' : 'gzip']
      : await plainText(body)
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', bytes.length)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** Whether the reader has the page already. A proxy that encodes it again calls the tag a weak one. */
function isKnown(tag: string, asked: string | undefined): boolean {
  return asked?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false
}
