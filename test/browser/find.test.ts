import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { exportInto } from '../support/exportedSite.ts'
import { ROOT } from '../support/files.ts'
import { siteOf, startSite } from '../support/site.ts'

/** Pictures of what was walked, to be looked at. */
const PICTURES = join(ROOT, 'test/output')

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let exported: string
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  const part = mkdtempSync(join(tmpdir(), 'thidua-'))
  for (const path of ['rules/dinh-tien', 'data/dinh-tien', 'rules/ngoc-son', 'data/ngoc-son'])
    cpSync(join(ROOT, path), join(part, path), { recursive: true })
  const folders = { rules: join(part, 'rules'), data: join(part, 'data') }
  site = await startSite(folders)
  exported = (await exportInto(await siteOf(folders))).folder
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const BOARD = '/ngoc-son/2026/thang-10'

async function open(from: 'server' | 'files', javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(
    from === 'server' ? `${site.url}${BOARD}` : pathToFileURL(join(exported, BOARD, 'index.html')).href,
  )
  await page.getByRole('link', { name: 'Tìm thôn, đơn vị' }).click()
  return page
}

const shown = (page: Page): Promise<readonly string[]> => page.locator('.names a:visible').allInnerTexts()

describe('somebody looks for a place by its name', () => {
  test.each(['server', 'files'] as const)('as it is typed, with script, from %s', async (from) => {
    const page = await open(from, true)
    const all = await shown(page)
    await page.getByRole('searchbox').pressSequentially('van phong hdnd')
    expect(await shown(page)).toEqual(['Văn phòng HĐND và UBND phường'])
    expect(await page.getByRole('status').innerText()).toBe('1 tên có «van phong hdnd».')
    const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.screenshot({ path: join(PICTURES, `find-360-${from}.png`) })
    await page.getByRole('searchbox').fill('')
    expect(await shown(page)).toEqual(all)
    await page.getByRole('searchbox').fill('xyz')
    expect(await shown(page)).toEqual([])
    await page.context().close()
  })

  test('from a server, without script: the server answers', async () => {
    const page = await open('server', false)
    await page.getByRole('searchbox').fill('Van Phong HDND')
    await page.getByRole('button', { name: 'Tìm' }).click()
    expect(new URL(page.url()).search).toBe('?tim=Van+Phong+HDND')
    expect(await shown(page)).toEqual(['Văn phòng HĐND và UBND phường'])
    await page.getByRole('link', { name: 'Xem tất cả' }).click()
    expect((await shown(page)).length).toBeGreaterThan(20)
    await page.context().close()
  })

  test('from a server, with script: who came by a question can ask another', async () => {
    const page = await open('server', true)
    await page.goto(`${page.url()}?tim=van+phong`)
    expect(await page.getByRole('searchbox').inputValue()).toBe('van phong')
    await page.getByRole('searchbox').fill('cong an')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.waitForURL('**/tim?tim=cong+an')
    expect(await shown(page)).toContain('Công an phường')
    await page.context().close()
  })

  test('from files, without script: nothing that cannot answer is offered, everyone is there', async () => {
    const page = await open('files', false)
    expect(await page.locator('form.find').isVisible()).toBe(false)
    expect((await shown(page)).length).toBeGreaterThan(20)
    await page.context().close()
  })
})

test('one list by itself, another month, the archive and back to a board', async () => {
  const page = await open('files', false)
  await page.getByRole('link', { name: 'tháng 10/2026' }).click()
  await page.getByRole('link', { name: 'Riêng bảng đơn vị' }).click()
  expect(await page.locator('h1').innerText()).toBe('Xếp hạng 6 đơn vị')
  expect(await page.locator('tbody tr').count()).toBe(6)
  await page.getByRole('link', { name: 'tháng 10/2026' }).click()
  await page.getByRole('link', { name: '‹ tháng 9/2026' }).click()
  expect(await page.locator('main').innerText()).toContain('Kết quả tháng 9/2026')
  await page.getByRole('link', { name: 'Mọi bản đã công bố' }).click()
  await page.getByRole('link', { name: 'tháng 3/2026', exact: true }).click()
  expect(await page.locator('main').innerText()).toContain('Kết quả tháng 3/2026')
  await page.context().close()
})

test.each([360, 1280])('lists, archive, data and what lies ahead are sound at %i px', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  for (const [title, path] of [
    ['list', `${BOARD}/bang/don-vi`],
    ['find', `${BOARD}/tim`],
    ['find-nothing', `${BOARD}/tim?tim=%3Cscript%3E`],
    ['edition', '/ngoc-son/2026'],
    ['archive', '/ngoc-son/2026/luu-tru'],
    ['data', '/du-lieu-mo'],
    ['outlook', `${BOARD}/trien-vong`],
    ['sensitivity', `${BOARD}/do-vung`],
  ]) {
    await page.goto(`${site.url}${path}`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${title} ${id}: ${nodes[0]?.html}`)).toEqual([])
    const [inner, scroll] = (await page.evaluate(
      '[window.innerWidth, document.documentElement.scrollWidth]',
    )) as [number, number]
    expect(scroll, `${title} scrolls sideways`).toBeLessThanOrEqual(inner)
    await page.screenshot({ path: join(PICTURES, `lists-${title}-${width}.png`), fullPage: true })
  }
  await context.close()
})
