import { join } from 'node:path'
import { create } from 'express-handlebars'
import Handlebars from 'handlebars'
import { withoutControls } from '#base/controlCharacters.ts'
import type { CardView } from '../presenters/card.ts'
import type { FeedId, FeedView } from '../presenters/feed.ts'
import { qrPath } from './qrPath.ts'

const VIEWS = join(import.meta.dirname, '..', '..', '..', 'views')

/** What every page has, for the layout. */
export interface PageFrame {
  readonly pageTitle: string
  /** One or two sentences for search engines and shared links. */
  readonly description: string
  /** What has to be said of the page's figures where only its title is seen; empty where there is nothing. */
  readonly caveats?: string
  /** The path of the picture that a shared link shows; absent where there is none. */
  readonly image?: string
  /** The beginning of the publication's hash, to hold a print against the site; absent on pages of no publication. */
  readonly seal?: string
  /** That the page is of a publication that was corrected, and where the last word is; absent on all others. */
  readonly superseded?: { readonly text: string; readonly url: string }
  /** The path of a feed of what is new; absent where there is none. */
  readonly feed?: string
}

/** A page in display strings, and the template that lays it out. */
export interface Page {
  readonly template: string
  readonly view: PageFrame
}

export interface Renderer {
  /** Lays out what stands at a path; the path is empty for a page that stands nowhere, such as an error. */
  readonly page: (page: Page, path: string) => Promise<string>
  /** Lays out a picture in SVG. */
  readonly card: (card: CardView) => Promise<string>
  /** Lays out a feed in Atom, which names everything in full where the site knows its address. */
  readonly feed: (feed: FeedView, path: string) => Promise<string>
}

/** How the site is reached. */
export interface SiteSettings {
  /** `https://thidua.example.vn`, without a stroke at its end; `undefined` where pages cannot know it. */
  readonly base: string | undefined
  /** Whether a path can be asked something (`?tim=…`): by a server it can, in files it cannot. */
  readonly queries: boolean
  /** Where a path is reached, where that is another: some names can be no file's. */
  readonly standsAt?: (path: string) => string
}

/**
 * Lays pages out in HTML. A page's own data is all that a template sees, so no request can set anything of it (the layout
 * among them); strict mode makes a name that the data lacks an error, never an empty place in a table of points.
 */
export function createRenderer({ base, queries, standsAt = (path) => path }: SiteSettings): Renderer {
  const engine = create({
    // Our own pinned copy: versions before 4.7.10 have known holes.
    handlebars: Handlebars,
    extname: '.hbs',
    partialsDir: join(VIEWS, 'partials'),
    compilerOptions: { strict: true },
  })
  const lay = (file: string, view: object): Promise<string> =>
    engine.render(join(VIEWS, `${file}.hbs`), { ...view }, { cache: true })
  /** In full where the site knows its address, as any program may take it. */
  const whole = (path: string): string => (base === undefined ? path : `${base}${encodeURI(standsAt(path))}`)
  const named = ({ name, urn }: FeedId): string => (base === undefined ? urn : tagOf(base, name))
  return {
    page: async ({ template, view }, path) => {
      const body = await lay(`pages/${template}`, { ...view, queries })
      const { image, caveats = '', seal = '', feed = '', superseded = null } = view
      const address = base === undefined || path === '' ? '' : whole(path)
      const picture = base === undefined || image === undefined ? '' : whole(image)
      const qr = address === '' ? undefined : qrPath(address)
      return lay('layouts/main', { ...view, address, picture, qr, caveats, seal, feed, superseded, body })
    },
    // What was published before control characters were refused is still drawn and read.
    card: async (card) => withoutControls(await lay('images/card', card)),
    feed: async (feed, path) => {
      const entries = feed.entries.map((entry) => ({ ...entry, id: named(entry.id), url: whole(entry.url) }))
      const own = { self: whole(path), id: named(feed.id), url: whole(feed.url) }
      return withoutControls(await lay('feeds/atom', { ...feed, ...own, entries }))
    },
  }
}

/** A name given by whoever has the site's address (RFC 4151), since the first year in which there was such a site. */
function tagOf(base: string, name: string): string {
  const { hostname, pathname } = new URL(base)
  return `tag:${hostname},2026:${`${pathname}/${name}`.replace(/^\/+/, '')}`
}
