import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicationText, readPublication } from '#records/publication.ts'
import { hashOf } from '#services/hash.ts'
import { publicationScript } from '#web/recheck/publicationScript.ts'
import type { RunningServer } from '#web/server.ts'
import { startBrowser } from '../support/browser.ts'
import { exportInto } from '../support/exportedSite.ts'
import { ROOT } from '../support/files.ts'
import { ownPart, siteOf, startSite } from '../support/site.ts'

const PICTURES = join(ROOT, 'test/output')
const PERIOD = 'an-nong/2026/thang-10'

let browser: Browser
let site: RunningServer
let exported: string
let host: Server
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  site = await startSite(ownPart('an-nong'))
  exported = (await exportInto(await siteOf(ownPart('an-nong')))).folder
  host = await plainHost(exported)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  host?.close()
})

/** Any host of files, in a folder of it. */
async function plainHost(folder: string): Promise<Server> {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  }
  const server = createServer((request, response) => {
    const file = decodeURI(request.url ?? '').replace('/xa/thi-dua/', '')
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
    response.end(readFileSync(join(folder, file)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const inFiles = (folder: string, page: string): string => pathToFileURL(join(folder, page, 'index.html')).href

/** Where Thôn 3 stands, by who hands its page out. */
const PLACES: readonly (readonly [string, () => string])[] = [
  ['a server', () => `${site.url}/${PERIOD}/thon-3`],
  ['files', () => inFiles(exported, `${PERIOD}/thon-3`)],
  [
    'any host, in a folder',
    () => {
      const address = host.address()
      const port = typeof address === 'object' ? address?.port : ''
      return `http://127.0.0.1:${port}/xa/thi-dua/${PERIOD}/thon-3/index.html`
    },
  ],
]

interface Watched {
  readonly page: Page
  readonly complaints: string[]
  readonly requests: string[]
}

async function open(url: string, width: number): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  const [complaints, requests]: [string[], string[]] = [[], []]
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(url)
  return { page, complaints, requests }
}

const scriptsIn = (requests: readonly string[]): readonly string[] =>
  requests
    .filter((url) => url.endsWith('.js'))
    .map((url) => url.replace(/^.*\//, '').replace(/-[0-9a-f]{12}/, ''))

async function answerOf(page: Page): Promise<string> {
  await page.locator('#recheck-status.holds, #recheck-status.fails').waitFor()
  return page.locator('#recheck-status').innerText()
}

describe.each(PLACES)('from %s', (place, url) => {
  test.each([360, 1280])('the reader’s own machine comes to what was published, at %i px', async (width) => {
    const { page, complaints, requests } = await open(url(), width)
    expect(scriptsIn(requests)).toEqual([])
    await page.getByRole('link', { name: 'Tự tính lại điểm này trên máy của bạn' }).click()
    await page.getByRole('button', { name: 'Tính lại' }).waitFor()
    expect(scriptsIn(requests)).toEqual(['recheck.js'])
    await page.screenshot({ path: join(PICTURES, `recheck-before-${width}-${place}.png`), fullPage: true })

    await page.getByRole('button', { name: 'Tính lại' }).click()
    expect(await answerOf(page)).toMatch(/^✔ Khớp: tính lại ra đúng như đã công bố\. Hết \d+,\d giây/)
    const findings = await page.locator('#recheck-findings li').allInnerTexts()
    expect(findings.map((text) => text.split(':')[0])).toEqual([
      '✔ Khớp, Bản công bố',
      '✔ Khớp, Bộ tiêu chí',
      '✔ Khớp, Số liệu',
      '✔ Khớp, Kết quả',
      '✔ Khớp, Thôn 3',
    ])
    expect(new Set(scriptsIn(requests))).toEqual(new Set(['recheck.js', 'cong-bo.js', 'tinh-lai.js']))
    const origin = url().startsWith('file:') ? 'file:///' : new URL(url()).origin
    expect(requests.filter((each) => !each.startsWith(origin))).toEqual([])
    expect(complaints).toEqual([])

    const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    const [inner, scroll] = (await page.evaluate(
      '[window.innerWidth, document.documentElement.scrollWidth]',
    )) as [number, number]
    expect(scroll).toBeLessThanOrEqual(inner)
    await page.screenshot({ path: join(PICTURES, `recheck-${width}-${place}.png`), fullPage: true })
    await page.context().close()
  })
})

describe('what was falsified', () => {
  /** The same files, with one changed. */
  const changed = (change: (folder: string) => void): string => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
    cpSync(exported, folder, { recursive: true })
    change(folder)
    return inFiles(folder, `${PERIOD}/thon-3/tinh-lai`)
  }
  const press = async (url: string): Promise<{ readonly answer: string; readonly page: Page }> => {
    const { page } = await open(url, 360)
    await page.getByRole('button', { name: 'Tính lại' }).click()
    return { answer: await answerOf(page), page }
  }

  test('is shown, and what of it', async () => {
    const url = changed((folder) => {
      const publication = readPublication(readFileSync(join(folder, PERIOD, 'cong-bo.json'), 'utf8'))
      if (!publication) throw new Error('it was published')
      const text = publication.results.text.replace(/("entrant":"thon-3".*?"text":")[^"]*/, '$199,99')
      const falsified = publicationText({ ...publication, results: { text, hash: hashOf(text) } })
      writeFileSync(join(folder, PERIOD, 'cong-bo.js'), publicationScript(falsified))
    })
    const { answer, page } = await press(url)
    expect(answer).toMatch(/^✘ Không khớp/)
    const findings = await page.locator('#recheck-findings li').allInnerTexts()
    expect(findings.map((text) => text[0])).toEqual(['✘', '✔', '✔', '✘', '✘'])
    expect(findings[3]).toContain('Thôn 3 công bố 99,99 điểm')
    await page.screenshot({ path: join(PICTURES, 'recheck-falsified-360.png'), fullPage: true })
    await page.context().close()
  })

  test.each([
    ['the publication is not there', (folder: string) => rmSync(join(folder, PERIOD, 'cong-bo.js'))],
    [
      'the engine is one that this browser cannot read',
      (folder: string) => {
        const [engine = ''] = readdirSync(join(folder, 'assets')).filter((name) =>
          name.startsWith('tinh-lai'),
        )
        writeFileSync(join(folder, 'assets', engine), 'let let = ;')
      },
    ],
  ])('is not what is said where %s', async (_, change) => {
    const { answer, page } = await press(changed(change))
    expect(answer).toMatch(/^Chưa tính được.*không có nghĩa là kết quả sai/)
    expect(await page.getByRole('button', { name: 'Thử lại' }).isEnabled()).toBe(true)
    await page.context().close()
  })
})

test('without script the page says how else, and offers the files', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(`${site.url}/${PERIOD}/thon-3/tinh-lai`)
  expect(await page.getByRole('button').count()).toBe(0)
  const text = await page.locator('main').innerText()
  expect(text).toContain('Trình duyệt này đang tắt JavaScript')
  expect(text).toContain('npx thidua verify --file cong-bo.json --expect ')
  const [download] = await Promise.all([
    page.request.get(`${site.url}/${PERIOD}/cong-bo.json`),
    page.screenshot({ path: join(PICTURES, 'recheck-360-without-script.png'), fullPage: true }),
  ])
  expect(readPublication(await download.text())?.id).toBe('2026/2026-10')
  await context.close()
})
