import { once } from 'node:events'
import { createServer } from 'node:http'
import { createApp } from './app.ts'
import { keptPages } from './site/keptPages.ts'
import type { PublicSite } from './site/publicSite.ts'

/** Only this machine can reach the site until it has accounts and a place behind a proxy. */
const HOST = '127.0.0.1'

export type StartedServer =
  | {
      readonly kind: 'listening'
      readonly url: string
      readonly stop: () => Promise<void>
      readonly stopped: Promise<void>
    }
  | { readonly kind: 'portTaken' }

export interface ServerSettings {
  /** 0 for any free one. */
  readonly port: number
  /** Where the site is known to be reached; see {@link SiteSettings}. */
  readonly base: string | undefined
}

/** Serves a site on a port until stopped, by the caller or by a signal to the process. */
export async function startServer(of: PublicSite, { port, base }: ServerSettings): Promise<StartedServer> {
  const served = { of, pages: keptPages() }
  const server = createServer(createApp(() => served, { base, queries: true }))
  // A page takes milliseconds; a client that takes minutes to ask for one is holding a connection.
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  try {
    server.listen(port, HOST)
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return { kind: 'portTaken' }
    throw error
  }
  const stopped = once(server, 'close').then(() => {})
  const stop = async (): Promise<void> => {
    server.close()
    server.closeIdleConnections()
    await stopped
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return { kind: 'listening', url: `http://${HOST}:${bound}`, stop, stopped }
}
