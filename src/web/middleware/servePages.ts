import type { Request, RequestHandler, Response } from 'express'
import { SITE_WORDS } from '#services/site/pathWords.ts'
import { type Address, addressAt } from '../address.ts'
import { contentAt } from '../pages/content.ts'
import { rewrites } from '../presenters/impact/rewriting.ts'
import { asks } from '../presenters/simulation/question.ts'
import { assetAt } from '../site/assets.ts'
import { type Finished, finish } from '../site/finish.ts'
import { type KeptPage, type KeptPages, keep, keepMoved, plainText } from '../site/keptPages.ts'
import { BusyError, narrowLane } from '../site/narrowLane.ts'
import type { PublicSite } from '../site/publicSite.ts'
import type { Renderer } from '../site/renderer.ts'

/** The site as it stands, and the pages of it that were made. */
export interface Served {
  readonly of: PublicSite
  readonly pages: KeptPages
}

/** Answers and pictures that wait their turn: as many as are made in a few seconds. */
const MOST_WAITING = 20

/** Every page of the site: made when it is first asked for, and then kept. */
export function servePages(served: () => Served, render: Renderer): RequestHandler {
  const answers = narrowLane(MOST_WAITING)
  const pictures = narrowLane(MOST_WAITING)
  return async (request, response, next) => {
    // A broken %-code throws here, and the reader is told.
    const path = decodeURI(request.path)
    const asked = questionAt(path, request, served().of)
    if (asked) {
      const answer = await answers(() => answerTo(asked, path, served().of, render))
      if (answer === undefined) return next()
      response.set('Cache-Control', 'no-store').type(answer.type).send(answer.body)
      return
    }
    const { of, pages } = served()
    const page = pages.get(path) ?? (await pageAt(path, of, pages, { render, pictures }))
    if (page === 'busy') return next(new BusyError())
    if (!page) return next()
    await sendPage(page, request, response)
  }
}

/** A page with the question that it is to answer. */
type Question = Extract<Address, { readonly query: string }>

/** What a reader asks of a page that answers: `?tim=thon 3`, `?dich=hạng 3`; `undefined` where nothing is asked. */
function questionAt(path: string, { url }: Request, of: PublicSite): Question | undefined {
  const at = url.indexOf('?')
  if (at < 0) return undefined
  const asked = new URLSearchParams(url.slice(at))
  const address = addressAt(path, of.site)
  switch (address?.kind) {
    case 'find': {
      const query = (asked.get('tim') ?? '').trim()
      return query === '' ? undefined : { ...address, query }
    }
    case 'simulation':
      return asks(url.slice(at)) ? { ...address, query: url.slice(at) } : undefined
    case 'impact':
      return rewrites(url.slice(at)) ? { ...address, query: url.slice(at) } : undefined
    case 'scenarioFile':
      return { ...address, query: url.slice(at) }
    default:
      return undefined
  }
}

/** A page made for this question alone, and not kept; `undefined` where it is of none that is shown. */
async function answerTo(
  address: Question,
  path: string,
  of: PublicSite,
  render: Renderer,
): Promise<Finished | undefined> {
  const content = await contentAt(of, address)
  return content && content.kind !== 'moved' ? finish(content, path, render) : undefined
}

interface Making {
  readonly render: Renderer
  /** Takes longer than any page and says the same. */
  readonly pictures: ReturnType<typeof narrowLane>
}

async function pageAt(
  path: string,
  of: PublicSite,
  pages: KeptPages,
  { render, pictures }: Making,
): Promise<KeptPage | 'busy' | undefined> {
  if (path.startsWith(`/${SITE_WORDS.assets}/`))
    return pages.make(path, async () => {
      const asset = await assetAt(path)
      return asset && keep(asset.type, asset.body)
    })
  const address = addressAt(path, of.site)
  // Some write a stroke at the end, or their programs do.
  if (!address)
    return path.endsWith('/') && addressAt(path.slice(0, -1), of.site)
      ? keepMoved(path.slice(0, -1))
      : undefined
  const make = async (): Promise<KeptPage | undefined> => {
    const content = await contentAt(of, address)
    if (!content) return undefined
    if (content.kind === 'moved') return keepMoved(content.path)
    const { type, body } = await finish(content, path, render)
    return keep(type, body)
  }
  const isPicture = address.kind === 'boardCard' || address.kind === 'entrantCard'
  return pages.make(path, isPicture ? () => pictures(make) : make)
}

/** A shared link is opened by many at once: for a minute nobody asks again, then only whether it changed. */
const CACHED = 'public, max-age=60, must-revalidate'

async function sendPage({ type, tag, body }: KeptPage, request: Request, response: Response): Promise<void> {
  if (body.kind === 'moved') {
    response.statusCode = 301
    response.setHeader('Cache-Control', CACHED)
    response.setHeader('Location', `${encodeURI(body.path)}${/\?.*$/s.exec(request.url)?.[0] ?? ''}`)
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
  const encoding = body.kind === 'encoded' ? encodingFor(request) : undefined
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding)
  const sent = body.kind === 'encoded' && encoding !== undefined ? body[KEPT_AS[encoding]] : undefined
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', (sent ?? body).length)
  response.end(request.method === 'HEAD' ? undefined : (sent ?? (await plainText(body))))
}

const KEPT_AS = { br: 'brotli', gzip: 'gzip' } as const

/** Browsers name brotli last and mean nothing by it: the smaller one is taken. */
function encodingFor(request: Request): keyof typeof KEPT_AS | undefined {
  if (request.acceptsEncodings('br')) return 'br'
  return request.acceptsEncodings('gzip') ? 'gzip' : undefined
}

/** Whether the reader has the page already. Tags are held against each other without their mark of weakness (RFC 9110, 13.1.2). */
function isKnown(tag: string, asked: string | undefined): boolean {
  if (asked?.trim() === '*') return true
  const bare = (text: string): string => text.trim().replace(/^W\//, '')
  return asked?.split(',').some((each) => bare(each) === bare(tag)) ?? false
}
