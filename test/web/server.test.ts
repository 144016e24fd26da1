import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLiveSite } from '#services/site/liveSite.ts'
import { type PublicationSource, publicationsInFolder } from '#store/publications.ts'
import { type RunningServer, type ServerSettings, startServer } from '#web/server.ts'
import { type KeptPage, keep, keptPages } from '#web/site/keptPages.ts'
import { twoMonths } from '../support/publishing.ts'
import { LOCAL_SETTINGS } from '../support/site.ts'

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function ask(
  url: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    httpRequest(url, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

let folder: string
let texts: ReadonlyMap<string, string>
let server: RunningServer
const put = (file: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), texts.get(file) ?? '')
}
const start = async (
  source: PublicationSource = publicationsInFolder(folder),
  settings: Partial<ServerSettings> = {},
): Promise<RunningServer> => {
  const started = await startServer(await openLiveSite(source), [], { ...LOCAL_SETTINGS, ...settings })
  if (started.kind === 'cannotListen') throw new Error('a free port was asked for')
  return started
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  texts = twoMonths()
  put('xa/2026/2026-01.json')
  server = await start()
})
afterAll(async () => {
  await server.stop()
})

const BOARD = '/xa/2026/thang-1'

describe('a page over the wire', () => {
  test.each([
    ['br', { 'accept-encoding': 'gzip, br' }, 'br', brotliDecompressSync],
    ['gzip', { 'accept-encoding': 'gzip' }, 'gzip', gunzipSync],
    ['none', {}, undefined, (body: Buffer) => body],
    ['none, as brotli is refused', { 'accept-encoding': 'br;q=0' }, undefined, (body: Buffer) => body],
  ] as const)('in the encoding that is asked for: %s', async (_, headers, encoding, decode) => {
    const plain = await ask(`${server.url}${BOARD}`)
    const answer = await ask(`${server.url}${BOARD}`, { headers })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['vary']).toBe('Accept-Encoding')
    expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
    expect(decode(answer.body).toString()).toBe(plain.body.toString())
  })

  test.each([
    ['the same', (tag: string) => tag, 304],
    ['made strong by a proxy', (tag: string) => tag.replace('W/', ''), 304],
    ['among others', (tag: string) => `"x", ${tag}`, 304],
    ['any', () => '*', 304],
    ['another', () => '"x"', 200],
  ])('is not sent again to whoever has it: %s', async (_, asked, status) => {
    const { headers } = await ask(`${server.url}${BOARD}`)
    const again = await ask(`${server.url}${BOARD}`, {
      headers: { 'if-none-match': asked(`${headers.etag}`) },
    })
    expect([again.status, again.body.length > 0]).toEqual([status, status === 200])
    expect(again.headers.etag).toBe(headers.etag)
  })

  test('by a tag that says the same of every encoding, and so is a weak one', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (encoding) => {
        const headers = { 'accept-encoding': encoding }
        return (await ask(`${server.url}${BOARD}`, { headers })).headers.etag
      }),
    )
    expect(tags).toEqual([tags[0], tags[0], tags[0]])
    expect(tags[0]).toMatch(/^W\/"[\w-]{22}"$/)
  })

  test.each(['br', 'gzip', 'identity'])('HEAD has the headers alone: %s', async (encoding) => {
    const headers = { 'accept-encoding': encoding }
    const whole = await ask(`${server.url}${BOARD}`, { headers })
    const head = await ask(`${server.url}${BOARD}`, { headers, method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(whole.headers['content-length'])
  })
})

/** The statuses of many requests that come at once on one connection, and how long to wait where one is turned away. */
function askAtOnce(paths: readonly string[]): Promise<readonly string[]> {
  const { hostname, port } = new URL(server.url)
  const lines = paths.map((path, index) => {
    const end = index === paths.length - 1 ? 'close' : 'keep-alive'
    return `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: ${end}\r\n\r\n`
  })
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('')))
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      text += part
    })
    socket.on('error', reject)
    socket.on('end', () =>
      resolve(
        [...text.matchAll(/HTTP\/1\.1 (\d{3}).*?\r\n\r\n/gs)].map(
          ([head, status]) => `${status}${/^retry-after: .*(?=\r)/im.exec(head)?.[0] ?? ''}`,
        ),
      ),
    )
  })
}

describe('a flood of what is dear to make', () => {
  test.each([
    ['questions', (index: number) => `${BOARD}/tim?tim=m${index}`, '200'],
    ['pictures', (index: number) => `${BOARD}/x${index}/anh.png`, '404'],
  ])('of %s: some are answered, others told to come back, pages go on', async (_, path, answered) => {
    await ask(`${server.url}${BOARD}`)
    const paths = Array.from({ length: 60 }, (_, index) => path(index))
    const [page, ...flood] = (await askAtOnce([...paths, BOARD])).toReversed()
    expect(page).toBe('200')
    expect(Map.groupBy(flood, (each) => each)).toEqual(
      new Map([
        ['503Retry-After: 5', Array.from({ length: 40 }, () => '503Retry-After: 5')],
        [answered, Array.from({ length: 20 }, () => answered)],
      ]),
    )
    // Afterwards there is room again.
    expect((await ask(`${server.url}${path(0)}`)).status).toBe(Number(answered))
  })
})

describe('the picture of a shared link', () => {
  /** Width and height as the first chunk of a PNG has them. */
  const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)]

  test.each([`${BOARD}/anh.png`, `${BOARD}/v1/anh.png`])('%s', async (path) => {
    const { status, headers, body } = await ask(`${server.url}${path}`)
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect(body.subarray(1, 4).toString()).toBe('PNG')
    expect(sizeOf(body)).toEqual([1200, 630])
  })

  test('is of an entrant there is', async () => {
    expect((await ask(`${server.url}${BOARD}/v9/anh.png`)).status).toBe(404)
  })

  test('is named in full where the site knows its address, and nowhere else', async () => {
    const known = await start(undefined, { base: 'https://thi-dua.example' })
    try {
      const page = (await ask(`${known.url}${BOARD}/v1`)).body.toString()
      expect(page).toContain(`content="https://thi-dua.example${BOARD}/v1/anh.png"`)
      expect(page).toContain(`<link rel="canonical" href="https://thi-dua.example${BOARD}/v1">`)
      expect(page).toMatch(/<svg class="qr"/)
      expect((await ask(`${known.url}/`)).headers['strict-transport-security']).toBe('max-age=31536000')
      expect((await ask(`${server.url}${BOARD}/v1`)).body.toString()).not.toMatch(/og:image|class="qr"/)
    } finally {
      await known.stop()
    }
  })
})

test('the style sheet goes encoded too', async () => {
  const headers = { 'accept-encoding': 'gzip, br' }
  const sheet = await ask(`${server.url}/assets/site.css`, { headers })
  expect([sheet.status, sheet.headers['content-encoding']]).toEqual([200, 'br'])
  expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8')
})

describe('requests that are turned away', () => {
  test.each([
    ['POST', BOARD, 405],
    ['DELETE', '/', 405],
    ['TRACE', '/', 405],
    ['GET', `/${'x'.repeat(6_000)}`, 414],
    ['GET', '/%E0%A4%A', 400],
    ['GET', '/xa/2026/thang-2', 404],
  ])('%s %#', async (method, path, status) => {
    const answer = await ask(`${server.url}${path}`, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })
})

test('what is published shows without a restart, and nothing of before is kept', async () => {
  const before = await ask(`${server.url}/xa/2026`)
  const old = await ask(`${server.url}${BOARD}`)
  put('xa/2026/2026-02.json')
  await server.refresh()
  expect((await ask(`${server.url}/xa/2026/thang-2`)).status).toBe(200)
  expect((await ask(`${server.url}/xa/2026`)).body.equals(before.body)).toBe(false)
  // The board of January leads on to February now.
  const again = await ask(`${server.url}${BOARD}`)
  expect([old, again].map(({ body }) => body.includes(`href="/xa/2026/thang-2"`))).toEqual([false, true])
})

test('a publication that was half copied is told as such, and shown once it is whole', async () => {
  const other = mkdtempSync(join(tmpdir(), 'thidua-'))
  const [january, february] = ['xa/2026/2026-01.json', 'xa/2026/2026-02.json']
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(other, file)), { recursive: true })
    writeFileSync(join(other, file), text)
  }
  const whole = texts.get(february) ?? ''
  write(january, texts.get(january) ?? '')
  write(february, whole.slice(0, whole.length / 2))
  const second = await start(publicationsInFolder(other))
  const bodyAt = async (path: string): Promise<string> => {
    const { status, body } = await ask(`${second.url}${path}`)
    expect([path, status]).toEqual([path, 200])
    return body.toString()
  }
  try {
    const NOT_SHOWN = 'Chưa trình bày được kết quả tháng 2/2026'
    const PATHS = ['/', '/xa', '/xa/2026', '/xa/2026/thang-2', '/xa/2026/thang-2/v1']
    for (const path of PATHS) expect(await bodyAt(path)).toContain(NOT_SHOWN)
    expect(await bodyAt('/')).toContain('href="/xa/2026/thang-1/v2"')
    expect(await bodyAt('/xa/2026/thang-2/cong-bo.json')).toBe(whole.slice(0, whole.length / 2))
    write(february, whole)
    await second.refresh()
    for (const path of PATHS) expect(await bodyAt(path)).not.toContain(NOT_SHOWN)
    expect(await bodyAt('/')).toContain('href="/xa/2026/thang-2/v1"')
    expect(await bodyAt('/xa/2026/thang-2/cong-bo.json')).toBe(whole)
    expect(await bodyAt('/xa/2026/thang-2/cong-bo.js')).toContain('thiduaCongBo')
  } finally {
    await second.stop()
  }
})

describe('whoever runs it', () => {
  test('reads whether it is well, and that it is not when publications cannot be listed', async () => {
    const own = mkdtempSync(join(tmpdir(), 'thidua-'))
    mkdirSync(join(own, 'p'))
    const second = await start(publicationsInFolder(join(own, 'p')))
    try {
      expect((await ask(`${second.url}/healthz`)).body.toString()).toBe('ok\n')
      rmSync(own, { recursive: true })
      await second.refresh()
      expect((await ask(`${second.url}/healthz`)).status).toBe(503)
      mkdirSync(join(own, 'p'), { recursive: true })
      await second.refresh()
      expect((await ask(`${second.url}/healthz`)).status).toBe(200)
    } finally {
      await second.stop()
    }
  })

  test('reads numbers on a port of its own, which the site does not have', async () => {
    const second = await start(undefined, { metricsPort: 0 })
    try {
      await ask(`${second.url}${BOARD}`)
      const { body } = await ask(`${second.metricsUrl}`)
      expect(body.toString()).toMatch(/thidua_request_seconds_count\{status="2xx"\} 1/)
      expect(body.toString()).toMatch(/thidua_pages_kept 1/)
      expect((await ask(`${second.url}/metrics`)).status).toBe(404)
    } finally {
      await second.stop()
    }
  })
})

describe('pages that are kept', () => {
  test('are made once, however many ask', async () => {
    const pages = keptPages()
    let made = 0
    const make = async () => {
      made++
      return keep('text/plain', 'x')
    }
    const [one, other] = await Promise.all([pages.make('/a/b', make), pages.make('/a/b', make)])
    expect([made, one === other, pages.get('/a/b') === one]).toEqual([1, true, true])
  })

  test('are not kept when they failed or are not there', async () => {
    const pages = keptPages()
    await expect(pages.make('/a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await pages.make('/a', async () => undefined)).toBeUndefined()
    expect(pages.count()).toBe(0)
  })

  test('are dropped with their commune, those being made too, and those about all communes', async () => {
    const pages = keptPages()
    const done = Promise.withResolvers<void>()
    const late = pages.make('/a/late', async () => {
      await done.promise
      return keep('text/plain', 'of yesterday')
    })
    for (const path of ['/', '/a', '/a/b', '/ab/c']) await pages.make(path, () => keep('text/plain', path))
    pages.drop(new Set(['a']))
    done.resolve()
    await late
    expect(['/', '/a', '/a/b', '/a/late', '/ab/c'].filter((path) => pages.get(path))).toEqual(['/ab/c'])
  })

  const textOf = (page: KeptPage | undefined): string | undefined =>
    page?.body.kind === 'plain' ? page.body.plain.toString() : undefined

  test.each([
    ['first', ['old', 'new']],
    ['last', ['new', 'old']],
  ] as const)(
    'are those made since they were dropped, though what was begun before ends %s',
    async (_, order) => {
      const pages = keptPages()
      const done = { old: Promise.withResolvers<void>(), new: Promise.withResolvers<void>() }
      const make = (which: 'old' | 'new') =>
        pages.make('/a/b', async () => {
          await done[which].promise
          return keep('text/plain', which)
        })
      const old = make('old')
      pages.drop(new Set(['a']))
      const made = { old, new: make('new') }
      for (const which of order) {
        done[which].resolve()
        await made[which]
        expect([undefined, 'new']).toContain(textOf(pages.get('/a/b')))
      }
      expect(textOf(pages.get('/a/b'))).toBe('new')
    },
  )

  test('are refused while too many are being made', async () => {
    const pages = keptPages()
    const done = Promise.withResolvers<undefined>()
    const waiting = Array.from({ length: 200 }, (_, index) => pages.make(`/a/${index}`, () => done.promise))
    expect(pages.make('/a/more', async () => undefined)).toBe('busy')
    expect(pages.make('/a/7', async () => undefined)).not.toBe('busy')
    done.resolve(undefined)
    await Promise.all(waiting)
    expect(await pages.make('/a/more', async () => undefined)).toBeUndefined()
  })
})
