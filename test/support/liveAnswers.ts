import { createContext, runInContext } from 'node:vm'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { liveBundle } from '#web/bundles/bundles.ts'
import type { Ask } from '#web/live/live.ts'

const running = new Map<string, Promise<(ask: Ask) => string>>()

/** What answers in a browser as one types, with nothing but what a browser has: the scripts as the site at `url` hands them out. */
export function liveAnswers(url: string, board: string): Promise<(ask: Ask) => string> {
  const known = running.get(url + board) ?? start(url, board)
  running.set(url + board, known)
  return known
}

async function start(url: string, board: string): Promise<(ask: Ask) => string> {
  const self: { thiduaThuTruoc?: (ask: Ask) => string } = {}
  const context = createContext({ self, TextEncoder, TextDecoder, URL, URLSearchParams })
  const publication = await fetch(`${url}${board}/cong-bo.js`)
  runInContext(await publication.text(), context)
  const { path, body } = await liveBundle()
  expect(path).toMatch(/^\/assets\/thu-truoc-[0-9a-f]{12}\.js$/)
  const script = Buffer.from(body)
  const sizes = [script.length, gzipSync(script).length, brotliCompressSync(script).length]
  process.stdout.write(`answers in the browser: ${sizes.join(', ')} bytes plain, gzip, brotli\n`)
  expect(sizes[2]).toBeLessThan(190_000)
  runInContext(script.toString(), context)
  const answer = self.thiduaThuTruoc
  if (!answer) throw new Error('the script sets it')
  return answer
}

/** Partials are indented by where they stand. */
export const spaceless = (html: string): string =>
  html.replaceAll(/\s+/g, ' ').replaceAll(/ ?([<>]) ?/g, '$1')
