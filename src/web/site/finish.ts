import { assertNever } from '#base/assertNever.ts'
import type { Content } from '../pages/content.ts'
import { drawPng } from './drawCard.ts'
import type { Renderer } from './renderer.ts'

/** What stands at a path, as it is handed out: by a server, or written to a file. */
export interface Finished {
  readonly type: string
  readonly body: string | Uint8Array
}

/** What stands at its own path. */
type Standing = Exclude<Content, { readonly kind: 'moved' }>

export async function finish(content: Standing, path: string, render: Renderer): Promise<Finished> {
  switch (content.kind) {
    case 'page':
      return { type: 'text/html; charset=utf-8', body: await render.page(content.page, path) }
    case 'card':
      return { type: 'image/png', body: await drawPng(await render.card(content.card)) }
    case 'feed':
      return { type: 'application/atom+xml; charset=utf-8', body: await render.feed(content.feed, path) }
    case 'file':
      return { type: content.type, body: content.body }
    default:
      return assertNever(content)
  }
}
