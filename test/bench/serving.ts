/**
 * Leaderboard requests a second beside a bare Express route that sends a string of the same size, in one run: each server in
 * a process of its own, by turns, under the same load. What is told is the median round, and how the two compare.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import autocannon from 'autocannon'
import express from 'express'
import { openLiveSite } from '#services/site/liveSite.ts'
import { publishSamples } from '#services/site/sampleSite.ts'
import { startServer } from '#web/server.ts'

const ROOT = join(import.meta.dirname, '../..')
const BOARD = '/an-nong/2026/thang-10'
const ENCODING = { 'accept-encoding': 'gzip, deflate, br' }
const ROUNDS = 7
const SECONDS = 4
const CONNECTIONS = 20

async function serveSite(): Promise<string> {
  const today = { year: 2026, month: 11, day: 22 }
  const published = await publishSamples({ rules: join(ROOT, 'rules'), data: join(ROOT, 'data') }, today)
  if (!published.ok) throw new Error('the samples are sound')
  const server = await startServer(await openLiveSite(published.value), [], {
    port: 0,
    host: '127.0.0.1',
    base: undefined,
    metricsPort: undefined,
    logRequests: false,
  })
  if (server.kind === 'cannotListen') throw new Error('a free port was asked for')
  return server.url
}

async function serveBare(bytes: number): Promise<string> {
  const app = express()
  const body = 'x'.repeat(bytes)
  app.get(BOARD, (_request, response) => {
    response.send(body)
  })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** A process of its own that says where it listens. */
async function start(
  ...which: readonly string[]
): Promise<{ readonly url: string; readonly end: () => void }> {
  const child = spawn(process.execPath, [import.meta.filename, ...which], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { url, end: () => child.kill() }
}

interface Round {
  readonly perSecond: number
  readonly p99: number
}

async function load(url: string): Promise<Round> {
  const { requests, latency, non2xx } = await autocannon({
    url: `${url}${BOARD}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: ENCODING,
  })
  if (non2xx > 0) throw new Error(`${non2xx} answers were not the page`)
  return { perSecond: requests.average, p99: latency.p99 }
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

async function compare(): Promise<void> {
  const site = await start('site')
  const page = await fetch(`${site.url}${BOARD}`, { headers: ENCODING })
  const bytes = Number(page.headers.get('content-length'))
  const css = Number(
    (await fetch(`${site.url}/assets/site.css`, { headers: ENCODING })).headers.get('content-length'),
  )
  const bare = await start('bare', `${bytes}`)
  const rounds: { site: Round; bare: Round }[] = []
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = { site: await load(site.url), bare: await load(bare.url) }
    if (round > 0) rounds.push(pair)
  }
  site.end()
  bare.end()
  const tell = (name: string, of: readonly Round[]): void => {
    const perSecond = medianOf(of.map((round) => round.perSecond)).toFixed(0)
    const p99 = medianOf(of.map((round) => round.p99)).toFixed(1)
    process.stdout.write(`${name.padEnd(22)} ${perSecond.padStart(7)} requests/s   p99 ${p99} ms\n`)
  }
  process.stdout.write(`leaderboard: ${bytes} bytes over the wire, its style sheet ${css}\n`)
  tell(
    'leaderboard',
    rounds.map((round) => round.site),
  )
  tell(
    'bare Express route',
    rounds.map((round) => round.bare),
  )
  const ratio = medianOf(rounds.map((round) => round.site.perSecond / round.bare.perSecond))
  process.stdout.write(`leaderboard / bare     ${ratio.toFixed(2)}x (median of ${ROUNDS} pairs)\n`)
}

const [which, bytes] = process.argv.slice(2)
if (which === undefined) await compare()
else process.stdout.write(`${await (which === 'site' ? serveSite() : serveBare(Number(bytes)))}\n`)
