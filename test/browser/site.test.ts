import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { deadLinks, exportInto } from '../support/exportedSite.ts'
import { ROOT } from '../support/files.ts'
import { OWN_FOLDERS, ownPart, siteOf, startSite } from '../support/site.ts'

/** Pictures of every page that was walked, to be looked at; `UPDATE=1` renews those in the README too. */
const PICTURES = join(ROOT, 'test/output')

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
/** The same as files: the communes that are walked through. */
let exported: string
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  site = await startSite(OWN_FOLDERS)
  exported = (await exportInto(await siteOf(ownPart('an-nong', 'dinh-tien')))).folder
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/**
 * What must hold of every page: no fault that axe or the console can name, nothing wider than the screen. Axe is itself a
 * script; where scripts are off it looks at a twin of the page, once that is shown to be the same to the letter.
 */
async function expectSound(page: Page, complaints: readonly string[], scripted: Page): Promise<void> {
  if (scripted !== page) {
    await scripted.goto(page.url())
    expect(await page.content()).toBe(await scripted.content())
  }
  const { violations } = await new AxeBuilder({ page: scripted })
    // Of a page from a file, axe cannot load the style sheet again.
    .options({ preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(complaints).toEqual([])
  const [inner, scroll] = (await page.evaluate(
    '[window.innerWidth, document.documentElement.scrollWidth]',
  )) as [number, number]
  expect(scroll, 'the page scrolls sideways').toBeLessThanOrEqual(inner)
}

describe.each([
  [360, 'from a server'],
  [1280, 'from a server'],
  [360, 'from files'],
])('at %i px %s', (width, from) => {
  test.each([
    ['with script', true],
    ['without script', false],
  ])('%s', async (name, javaScriptEnabled) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled,
      locale: 'vi-VN',
    })
    const page = await context.newPage()
    const twin = await browser.newContext({ viewport: { width, height: 800 } })
    const scripted = javaScriptEnabled ? page : await twin.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    const look = async (title: string): Promise<void> => {
      // A click that leads on is over before the next page is whole.
      await page.waitForLoadState()
      await expectSound(page, complaints, scripted)
      await page.screenshot({
        path: join(PICTURES, `${title}-${width}-${`${name} ${from}`.replaceAll(' ', '-')}.png`),
        fullPage: true,
      })
    }

    const served = from === 'from a server'
    await page.goto(served ? site.url : pathToFileURL(join(exported, 'index.html')).href)
    await look('home')
    expect(await page.locator('.leaders').first().locator('li').count()).toBe(3)

    await page
      .getByRole('link', { name: /An Nông năm 2026$/ })
      .first()
      .click()
    await look('board')
    expect(await page.locator('table.board').first().locator('tbody tr').count()).toBe(22)
    expect(await page.locator('h1').innerText()).toContain('xã An Nông năm 2026')

    await page.getByRole('link', { name: 'Xã An Nông', exact: true }).first().click()
    await look('commune')
    await page.goBack()
    await page.getByRole('link', { name: '2026', exact: true }).click()
    await look('edition')
    await page.getByRole('link', { name: 'tháng 10/2026', exact: true }).click()

    await page.getByRole('link', { name: 'Thôn 3', exact: true }).click()
    await look('entrant')
    expect(await page.locator('h1').innerText()).toBe('Thôn 3')
    expect(await page.locator('main').innerText()).toContain('Thêm 23 người (để đạt 65%) thì được 6 điểm.')
    const details = page.locator('tr#tc-14 details')
    expect(await details.locator('dd').first().isVisible()).toBe(false)
    await details.locator('summary').click()
    expect(await details.innerText()).toContain('Công an xã')
    await page.locator('ol.losses a').first().click()
    expect(page.url()).toContain('#tc-')

    await page.locator('tr#tc-14 details a').click()
    await look('criterion')
    expect(await page.locator('h1').innerText()).toContain('Tiêu chí 14')
    expect(await page.locator('table.spread tbody tr').count()).toBe(22)

    await page.getByRole('link', { name: 'Xem trong toàn bộ bộ tiêu chí' }).click()
    await look('rulebook')
    expect(page.url()).toMatch(/\/bo-tieu-chi(\/index\.html)?#tc-14$/)
    await page.locator('[id="tc-3b"] a').click()
    await page.getByRole('link', { name: 'Thôn 3', exact: true }).click()
    await page.getByText('Chọn một trong 21 nơi').click()
    await page.getByRole('link', { name: 'Thôn 5', exact: true }).click()
    await look('comparison')
    expect(await page.locator('h1').innerText()).toBe('So sánh Thôn 3 và Thôn 5')

    await page.getByRole('link', { name: 'Trang đầu' }).click()
    await page.getByRole('link', { name: 'Xã Định Tiến', exact: true }).click()
    await look('dinh-tien')
    expect(await page.locator('table.criteria tbody tr').count()).toBe(11)

    complaints.length = 0
    const missing = `${site.url}/an-nong/2026/thang-10/thon-99`
    await page.goto(served ? missing : pathToFileURL(join(exported, '404.html')).href)
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('404')))
    await look('not-found')
    expect(await page.locator('h1').innerText()).toBe('Không tìm thấy trang')
    await context.close()
    await twin.close()
  })
})

test('the files of the walk lead nowhere else', () => {
  expect(deadLinks(exported)).toEqual([])
})

test('prints on A4', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/an-nong/2026/thang-10`)
  await page.emulateMedia({ media: 'print' })
  const file = await page.pdf({ preferCSSPageSize: true, path: join(PICTURES, 'board.pdf') })
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await page.locator('.crumbs').isVisible()).toBe(false)
  expect(await page.locator('.provenance').first().isVisible()).toBe(true)
  await page.close()
})

test('the pictures in the README', async () => {
  const folder = process.env['UPDATE'] === '1' ? join(ROOT, 'docs') : PICTURES
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${site.url}/an-nong/2026/thang-10`)
  await page.screenshot({ path: join(folder, 'leaderboard.png') })
  await page.setViewportSize({ width: 360, height: 900 })
  await page.goto(`${site.url}/an-nong/2026/thang-10/thon-3`)
  await page.screenshot({ path: join(folder, 'thon-3.png') })
  await page.close()
})
