import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { exportInto } from '../support/exportedSite.ts'
import { ROOT } from '../support/files.ts'
import { siteOf, startSite } from '../support/site.ts'

/** Pictures of each step, to be looked at. */
const PICTURES = join(ROOT, 'test/output')

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let exported: string
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  const part = mkdtempSync(join(tmpdir(), 'thidua-'))
  for (const path of ['rules/an-nong/2026.thidua', 'data/an-nong'])
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

const THON_3 = '/an-nong/2026/thang-10/thon-3'

/** A chat program adds its own words to a link that is shared in it. */
const ADDED = '?zarsrc=1303&utm_source=zalo&utm_medium=zalo&utm_campaign=zalo'

test.each([
  ['server', true],
  ['server', false],
  ['files', true],
  ['files', false],
] as const)('a link in a chat, all the way to paper: from %s, script %s', async (from, javaScriptEnabled) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled })
  const page = await context.newPage()
  const look = (step: string): Promise<void> => lookAt(page, `chat-${step}-${from}-${javaScriptEnabled}`)
  await page.goto(
    from === 'server'
      ? `${site.url}${THON_3}${ADDED}`
      : pathToFileURL(join(exported, THON_3, 'index.html')).href,
  )
  expect(await page.locator('h1').innerText()).toBe('Thôn 3')
  await look('thon')

  await page.locator('tr#tc-14 summary').click()
  await page.locator('tr#tc-14 details a').click()
  expect(await page.locator('h1').innerText()).toContain('Tiêu chí 14')
  await look('tieu-chi')

  await page.getByRole('link', { name: 'Xem trong toàn bộ bộ tiêu chí' }).click()
  await page.waitForURL(/#tc-14$/)
  await look('bo-tieu-chi')
  await page.goBack()
  await page.getByRole('link', { name: 'Thôn 3', exact: true }).click()

  await page.getByText('Chọn một trong 21 nơi').click()
  await page.getByRole('link', { name: 'Thôn 5', exact: true }).click()
  expect(await page.locator('h1').innerText()).toBe('So sánh Thôn 3 và Thôn 5')
  await look('so-sanh')
  await page.getByRole('link', { name: 'Thôn 3', exact: true }).first().click()

  await page.locator('a[href*="tinh-lai"]').first().click()
  expect(await page.locator('h1').innerText()).toBe('Tự tính lại điểm của Thôn 3')
  if (javaScriptEnabled) {
    await page.getByRole('button', { name: /Tính lại/ }).click()
    await page.getByText('Khớp: tính lại ra đúng như đã công bố').waitFor()
  }
  await look('tinh-lai')
  await page.getByRole('link', { name: 'Thôn 3', exact: true }).first().click()

  const paper = await page.pdf({
    preferCSSPageSize: true,
    path: join(PICTURES, `chat-${from}-${javaScriptEnabled}.pdf`),
  })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  await context.close()
})

/** Axe is itself a script: where scripts are off it looks at a twin of the page. */
async function lookAt(page: Page, name: string): Promise<void> {
  // A click that leads on is over before the next page is whole.
  await page.waitForLoadState()
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  const twin = await context.newPage()
  await twin.goto(page.url())
  const { violations } = await new AxeBuilder({ page: twin })
    .options({ preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await context.close()
}
