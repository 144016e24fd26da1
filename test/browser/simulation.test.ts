import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { exportInto } from '../support/exportedSite.ts'
import { ROOT } from '../support/files.ts'
import { ownPart, siteOf, startSite } from '../support/site.ts'

/** Pictures of each step, to be looked at; `UPDATE=1` renews those in the manual too. */
const PICTURES = join(ROOT, 'test/output')
const MANUAL = process.env['UPDATE'] === '1' ? join(ROOT, 'docs') : PICTURES

const BOARD = '/vinh-loc/2026/thang-10'

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>
let exported: string
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  site = await startSite(ownPart('vinh-loc'))
  const part = mkdtempSync(join(tmpdir(), 'thidua-'))
  for (const path of ['rules/an-nong/2026.thidua', 'data/an-nong'])
    cpSync(join(ROOT, path), join(part, path), { recursive: true })
  exported = (await exportInto(await siteOf({ rules: join(part, 'rules'), data: join(part, 'data') }))).folder
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

async function expectSound(page: Page, complaints: readonly string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(complaints).toEqual([])
  const [inner, scroll] = (await page.evaluate(
    '[window.innerWidth, document.documentElement.scrollWidth]',
  )) as [number, number]
  expect(scroll, 'the page scrolls sideways').toBeLessThanOrEqual(inner)
}

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

const headline = (page: Page): Locator => page.locator('#ket-qua h3')
const fieldOf = (page: Page, title: string): Locator => page.locator('.field', { hasText: title })
const FIBRE = 'Hộ gia đình có kết nối Internet băng rộng cáp quang'

test.each([360, 1280])(
  'an officer in October finds the cheapest plan, tries it, keeps it, compares and prints: at %i px',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const look = async (step: string): Promise<void> => {
      await expectSound(page, complaints)
      await page.screenshot({ path: join(PICTURES, `simulation-${step}-${width}.png`), fullPage: true })
    }
    const picture = async (of: Locator, name: string): Promise<void> => {
      if (width === 360) await of.screenshot({ path: join(MANUAL, `mo-phong-${name}.png`) })
    }
    await page.goto(`${site.url}${BOARD}`)
    await page.getByRole('link', { name: 'Thôn 12', exact: true }).first().click()
    await page.getByRole('link', { name: /^Thử trước/ }).click()
    expect(await page.locator('h1').innerText()).toBe('Thử trước: Thôn 12')
    await look('bare')
    await picture(page.locator('table.steps'), 'viec')

    await page.getByLabel('Đích', { exact: true }).selectOption({ label: 'Được xếp loại Tốt' })
    await page.getByRole('button', { name: 'Tìm cách' }).click()
    await page.getByRole('heading', { name: 'Cách ít nhất để được xếp loại Tốt hoặc hơn' }).waitFor()
    expect(await page.locator('#ke-hoach').innerText()).toContain('Không có cách nào ít công sức hơn')
    await look('plan')
    await picture(page.locator('#ke-hoach'), 'ke-hoach')

    await page.getByRole('link', { name: 'Thử cách này' }).click()
    await headline(page).waitFor()
    expect(await headline(page).innerText()).toBe('+13,61 điểm, từ hạng 33 lên 28, từ loại Khá thành Tốt')
    expect(await page.locator('.slope-chart .own text').allTextContents()).toEqual([
      '33. Thôn 12',
      '28. Thôn 12',
    ])
    await look('tried')
    await picture(page.locator('#ket-qua'), 'ket-qua')

    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    await page.locator('#saved-list li').waitFor()
    await fieldOf(page, FIBRE).getByRole('button', { name: 'Bớt 1' }).click()
    await page.getByLabel('Tên phương án').fill('Bớt một hộ')
    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    expect(await page.locator('#saved-list li').count()).toBe(2)
    await page.reload()
    expect(await page.locator('#saved-list a').allInnerTexts()).toEqual([
      'Để được xếp loại Tốt hoặc hơn',
      'Bớt một hộ',
    ])
    await page.getByRole('button', { name: 'So với phương án này' }).first().click()
    await page.getByText('Bớt một hộ so với Để được xếp loại Tốt hoặc hơn:').waitFor()
    expect(await headline(page).innerText()).toBe(
      'Bớt một hộ so với Để được xếp loại Tốt hoặc hơn: -0,06 điểm, vẫn hạng 28, từ loại Tốt thành Khá',
    )
    await look('compared')
    await picture(page.locator('#ket-qua'), 'so-sanh')

    const shared = page.url()
    const file = await page.pdf({
      preferCSSPageSize: true,
      path: join(PICTURES, `simulation-print-${width}.pdf`),
    })
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('form.suppose').isVisible()).toBe(false)
    expect(await headline(page).isVisible()).toBe(true)
    await context.close()

    const other = await browser.newPage()
    await other.goto(shared)
    expect(await headline(other).innerText()).toContain('Bớt một hộ so với')
    await other.close()
  },
)

test('without script the forms answer the same', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 900 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(`${site.url}${BOARD}/thon-12/mo-phong`)
  await page.getByLabel('Đích', { exact: true }).selectOption('loại Tốt')
  await page.getByRole('button', { name: 'Tìm cách' }).click()
  await page.getByRole('link', { name: 'Thử cách này' }).click()
  expect(await headline(page).innerText()).toBe('+13,61 điểm, từ hạng 33 lên 28, từ loại Khá thành Tốt')
  const kept = page.url()
  await fieldOf(page, FIBRE).locator('input').fill('122; 147')
  await page.getByLabel('Tên phương án').fill('Bớt một hộ')
  await page.getByLabel('So với phương án khác').fill(kept)
  await page.getByRole('button', { name: 'Xem kết quả' }).click()
  expect(await headline(page).innerText()).toBe(
    'Bớt một hộ so với Để được xếp loại Tốt hoặc hơn: -0,06 điểm, vẫn hạng 28, từ loại Tốt thành Khá',
  )
  expect(await page.getByRole('button', { name: 'Lưu phương án' }).isVisible()).toBe(false)
  await fieldOf(page, FIBRE).locator('input').fill('1.5')
  await page.getByRole('button', { name: 'Xem kết quả' }).click()
  expect(await page.getByRole('alert').innerText()).toContain(`${FIBRE}: không đọc được «1.5»`)
  await page.screenshot({ path: join(PICTURES, 'simulation-no-script-360.png'), fullPage: true })
  await context.close()
})

test('from files it answers with script, and a link that was kept is answered again', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(pathToFileURL(join(exported, 'an-nong/2026/thang-10/thon-7/index.html')).href)
  await page.getByRole('link', { name: /^Thử trước/ }).click()
  await page.getByRole('link', { name: 'Thử', exact: true }).first().click()
  await headline(page).waitFor()
  expect(await headline(page).innerText()).toMatch(/^\+\d.* điểm, /)
  await expectSound(page, complaints)
  const link = (await page.locator('a.own-link').getAttribute('href')) ?? ''
  const other = await context.newPage()
  await other.goto(new URL(link, page.url()).href)
  await headline(other).waitFor()
  expect(await headline(other).innerText()).toBe(await headline(page).innerText())
  await context.close()
})

test.each([360, 1280])(
  'from a board to who may still end up where, and to what its order hangs on: at %i px',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: true })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const picture = async (of: Locator, name: string): Promise<void> => {
      if (width === 360) await of.screenshot({ path: join(MANUAL, `mo-phong-${name}.png`) })
    }
    await page.goto(`${site.url}${BOARD}`)
    await page.getByRole('link', { name: 'Ai còn có thể lên, xuống đến hạng nào?' }).click()
    await page.locator('svg.rank-bars').first().waitFor()
    await expectSound(page, complaints)
    await picture(page.locator('svg.rank-bars').first(), 'trien-vong')
    await page.screenshot({ path: join(PICTURES, `outlook-${width}.png`), fullPage: true })
    await page.getByRole('link', { name: 'Về bảng xếp hạng' }).click()
    await page.getByRole('link', { name: 'Thứ hạng này dựa vào đâu, có vững không?' }).click()
    await page.locator('svg.tornado').first().waitFor()
    await expectSound(page, complaints)
    await picture(page.locator('svg.tornado').first(), 'do-vung')
    await page.screenshot({ path: join(PICTURES, `sensitivity-${width}.png`), fullPage: true })
    await context.close()
  },
)
