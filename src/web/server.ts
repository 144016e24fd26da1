import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import type { Indicator } from '#records/indicator.ts'
import type { LiveSite } from '#services/site/liveSite.ts'
import { createApp } from './app.ts'
import { createMetrics } from './metrics.ts'
import { keptPages } from './site/keptPages.ts'

export interface ServerSettings {
  /** 0 for any free one. */
  readonly port: number
  /** `127.0.0.1` where only this machine, or a proxy on it, is to reach the site. */
  readonly host: string
  /** Where the site is known to be reached; see SiteSettings. */
  readonly base: string | undefined
  /** Where numbers for whoever runs the site can be read, on this machine alone; `undefined` for nowhere. */
  readonly metricsPort: number | undefined
  /** Whether each request is written to the log. */
  readonly logRequests: boolean
}

export interface RunningServer {
  readonly kind: 'listening'
  readonly url: string
  /** Where the metrics are; `undefined` where there are none. */
  readonly metricsUrl: string | undefined
  /** Looks for what was published since; the server does so itself every few seconds. */
  readonly refresh: () => Promise<void>
  /** Answers what was asked already, then ends. */
  readonly stop: () => Promise<void>
  readonly stopped: Promise<void>
}

/** Why a server cannot listen, and where. */
export interface NoServer {
  readonly kind: 'cannotListen'
  readonly why: 'taken' | 'notAllowed' | 'noSuchHost'
  readonly host: string
  readonly port: number
}

export type StartedServer = RunningServer | NoServer

const LOCAL = '127.0.0.1'

/** How often the server looks for new publications. */
const REFRESH_MILLISECONDS = 10_000

/** What is still being answered after this long is cut off when the server ends. */
const PATIENCE_MILLISECONDS = 10_000

/** Serves a site until stopped, by the caller or by a signal to the process. */
export async function startServer(
  live: LiveSite,
  indicators: readonly Indicator[],
  { port, host, base, metricsPort, logRequests }: ServerSettings,
): Promise<StartedServer> {
  const log = pino({ base: null }, pino.destination(2))
  const pages = keptPages()
  const served = { of: { site: live.current(), indicators }, pages }
  const metrics = createMetrics(pages)
  let healthy = true
  const app = createApp(() => served, {
    base,
    queries: true,
    log,
    logRequests,
    observe: metrics.observe,
    isHealthy: () => healthy,
  })
  const server = limited(createServer(app))
  const hindrance = await listen(server, port, host)
  if (hindrance) return hindrance
  const measured = metricsPort === undefined ? undefined : limited(createServer(metrics.answer))
  const hindered = measured && (await listen(measured, metricsPort ?? 0, LOCAL))
  if (hindered) {
    server.close()
    return hindered
  }
  const refresh = async (): Promise<void> => {
    try {
      const changed = await live.refresh()
      served.of = { site: live.current(), indicators }
      if (changed.size > 0) pages.drop(changed)
      healthy = true
    } catch (error) {
      // A folder that cannot be listed just now is listed ten seconds later; meanwhile the site stands as it was.
      if (healthy) log.error({ err: error }, 'publications cannot be listed')
      healthy = false
      metrics.refreshFailed()
    }
  }
  // On a slow disk the next look begins only when the last has ended.
  const lookAgain = (): NodeJS.Timeout =>
    setTimeout(async () => {
      await refresh()
      if (server.listening) timer = lookAgain()
    }, REFRESH_MILLISECONDS).unref()
  let timer = lookAgain()
  const stopped = once(server, 'close').then(() => {})
  const stop = async (): Promise<void> => {
    clearTimeout(timer)
    for (const each of measured ? [server, measured] : [server]) {
      each.close()
      each.closeIdleConnections()
    }
    const force = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS).unref()
    await stopped
    clearTimeout(force)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    kind: 'listening',
    url: urlOf(server, host),
    metricsUrl: measured && `${urlOf(measured, LOCAL)}/metrics`,
    refresh,
    stop,
    stopped,
  }
}

/** A page takes milliseconds; a client that takes minutes to ask for one is holding a connection. */
function limited(server: Server): Server {
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  return server
}

/** Faults that are to be mended by whoever chose the place; any other is thrown. */
const FAULTS: Readonly<Record<string, NoServer['why']>> = {
  EADDRINUSE: 'taken',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EADDRNOTAVAIL: 'noSuchHost',
  EINVAL: 'noSuchHost',
}

/** Gives what hinders it; `undefined` once it listens. */
async function listen(server: Server, port: number, host: string): Promise<NoServer | undefined> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return undefined
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? FAULTS[`${error.code}`] : undefined
    if (why === undefined) throw error
    return { kind: 'cannotListen', why, host, port }
  }
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host === '0.0.0.0' ? LOCAL : host}:${port}`
}
