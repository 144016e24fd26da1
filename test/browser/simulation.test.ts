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
const fieldOf = (page: Page, title: string): Locator => page.locator('#gia-dinh .field', { hasText: title })
/** Writes a goal of one's own, and asks for it. */
async function aimAt(page: Page, goal: string): Promise<void> {
  await page.getByLabel('Hoặc tự ghi đích').fill(goal)
  await page.getByRole('button', { name: 'Tìm cách đạt đích này' }).click()
}
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

    const firstStep = page.locator('table.steps tbody tr').first()
    const usual = await firstStep.innerText()
    await page.getByText('Việc nặng nhẹ khác nhau?').click()
    const effort = page.locator('form.efforts .field', { hasText: FIBRE }).locator('input')
    await effort.fill('không')
    await page.getByRole('button', { name: 'Tính lại theo công sức này' }).click()
    await page.locator('#steps-answer', { hasText: 'Công sức tính như đã ghi' }).waitFor()
    expect(await page.locator('table.steps').innerText()).not.toContain(FIBRE)
    expect(new URL(page.url()).searchParams.get('e.hộ_cáp_quang')).toBe('không')
    await effort.fill('1.5')
    await page.getByRole('button', { name: 'Tính lại theo công sức này' }).click()
    await page.locator('#steps-answer').getByRole('alert').waitFor()
    await look('effort-refused')
    await effort.fill('')
    await page.getByRole('button', { name: 'Tính lại theo công sức này' }).click()
    await page.locator('#steps-answer', { hasText: 'được tính là một công sức' }).waitFor()
    expect(await firstStep.innerText()).toBe(usual)
    expect(new URL(page.url()).search).toBe('')
    await page.getByText('Việc nặng nhẹ khác nhau?').click()

    await page.getByLabel('Đích', { exact: true }).selectOption({ label: 'Được xếp loại Tốt' })
    await page.getByRole('button', { name: 'Tìm cách', exact: true }).click()
    await page.getByRole('heading', { name: 'Cách ít nhất để được xếp loại Tốt hoặc hơn' }).waitFor()
    expect(await page.locator('#ke-hoach').innerText()).toContain('Không có cách nào ít công sức hơn')
    await look('plan')
    await picture(page.locator('#ke-hoach'), 'ke-hoach')

    await aimAt(page, '70.5 điểm')
    await page.getByText('viết «70,5 điểm» hoặc «705 điểm»').waitFor()
    await look('goal-refused')
    await aimAt(page, 'vượt thôn 17')
    await page.getByRole('heading', { name: 'Cách ít nhất để vượt Thôn 17' }).waitFor()
    expect(new URL(page.url()).searchParams.get('dich')).toBe('vượt thôn 17')
    await page.getByRole('button', { name: 'Tìm cách', exact: true }).click()
    await page.getByRole('heading', { name: 'Cách ít nhất để được xếp loại Tốt hoặc hơn' }).waitFor()

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
    await page.locator('#ket-qua h3', { hasText: 'Bớt một hộ so với Để được' }).waitFor()
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
    expect(await page.locator('#gia-dinh form').isVisible()).toBe(false)
    expect(await headline(page).isVisible()).toBe(true)
    expect(await page.locator('#live-status').innerText()).not.toBe('')
    expect(await page.locator('#live-status').isVisible()).toBe(false)
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
  await aimAt(page, '90 điểm')
  await page
    .getByRole('heading', { name: /^Không còn cách nào để đạt từ 90 điểm|^Cách ít nhất để đạt từ 90 điểm/ })
    .waitFor()
  expect(await page.getByLabel('Hoặc tự ghi đích').inputValue()).toBe('90 điểm')
  await page.getByLabel('Đích', { exact: true }).selectOption('loại Tốt')
  await page.getByRole('button', { name: 'Tìm cách', exact: true }).click()
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
  await aimAt(other, 'hạng 1')
  await other.locator('#ke-hoach').waitFor()
  const aimed = await context.newPage()
  await aimed.goto(other.url().replace(/[?#].*$/, '?dich=h%E1%BA%A1ng+1'))
  await aimed.locator('#ke-hoach').waitFor()
  expect(await aimed.locator('#ke-hoach').innerText()).toBe(await other.locator('#ke-hoach').innerText())
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

const passageOf = (page: Page, heading: RegExp): Locator =>
  page.locator('details.passage', { has: page.locator('summary', { hasText: heading }) })
const TARGET = /^Tiêu chí 24\. /
const COUNTS =
  '0 thêm điểm, 42 bớt điểm, 7 giữ nguyên điểm; 4 lên hạng, 4 xuống hạng; đổi loại: Tốt thành Khá 2, Khá thành Trung bình 2, Xuất sắc thành Tốt 1.'

test.each([360, 1280])(
  'a committee rewrites a criterion and sees who gains and who loses: at %i px',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const look = async (step: string): Promise<void> => {
      await expectSound(page, complaints)
      await page.screenshot({ path: join(PICTURES, `impact-${step}-${width}.png`), fullPage: true })
    }
    await page.goto(`${site.url}${BOARD}`)
    await page.getByRole('link', { name: 'Nếu sửa bộ tiêu chí thì ai được, ai mất?' }).click()
    await look('bare')

    const passage = passageOf(page, TARGET)
    await passage.locator('summary').click()
    const text = passage.locator('textarea')
    const original = await text.inputValue()
    await text.fill(original.replace('chỉ tiêu 80%', 'chỉ tiêu 95%'))
    await headline(page).waitFor()
    expect(await headline(page).innerText()).toBe(COUNTS)
    expect(await passage.locator('.changed').isVisible()).toBe(true)
    await look('answered')
    if (width === 360) {
      await passage.screenshot({ path: join(MANUAL, 'mo-phong-sua-thu.png') })
      await page
        .locator('#ket-qua svg')
        .first()
        .screenshot({ path: join(MANUAL, 'mo-phong-ai-duoc-ai-mat.png') })
    }
    const shared = page.url()

    await text.fill(original.replace('chỉ tiêu 80%', 'chỉ tiêu 95,5.5%'))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Tiêu chí 24, dòng ')
    await look('refused')

    await page.getByRole('link', { name: 'Trả lại như đang dùng' }).click()
    await page.getByText('Chưa sửa gì').waitFor()
    expect(await text.inputValue()).toBe(original)
    expect(new URL(page.url()).search).toBe('')

    const other = await context.newPage()
    await other.goto(shared)
    expect(await headline(other).innerText()).toBe(COUNTS)
    await other.emulateMedia({ media: 'print' })
    expect(await headline(other).isVisible()).toBe(true)
    expect(await other.locator('textarea').first().isVisible()).toBe(false)
    await other.pdf({ preferCSSPageSize: true, path: join(PICTURES, `impact-print-${width}.pdf`) })
    await context.close()
  },
)

test('without script two criteria are rewritten one after the other', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 900 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(`${site.url}${BOARD}/sua-thu`)
  const rewrite = async (heading: RegExp, from: string, to: string): Promise<void> => {
    const passage = passageOf(page, heading)
    await passage.locator('summary').click()
    const text = passage.locator('textarea')
    await text.fill((await text.inputValue()).replace(from, to))
    await passage.getByRole('button').click()
  }
  await rewrite(TARGET, 'chỉ tiêu 80%', 'chỉ tiêu 95%')
  expect(await headline(page).innerText()).toBe(COUNTS)
  await rewrite(/^Tiêu chí 30\. /, 'từ 2 đến 3: 1/2 điểm tối đa', 'từ 2 đến 3: 1/4 điểm tối đa')
  expect(await page.locator('b.changed:visible').count()).toBe(2)
  expect(await page.locator('#ket-qua li', { hasText: 'Tiêu chí 30:' }).count()).toBe(1)
  await passageOf(page, TARGET).getByRole('link', { name: 'Trả lại như đang dùng' }).click()
  expect(await page.locator('b.changed:visible').count()).toBe(1)
  await context.close()
})

test('from files a rewritten criterion is answered with script, and its link again', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(pathToFileURL(join(exported, 'an-nong/2026/thang-10/index.html')).href)
  await page.getByRole('link', { name: 'Nếu sửa bộ tiêu chí thì ai được, ai mất?' }).click()
  const passage = passageOf(page, /^Tiêu chí 1\. /)
  await passage.locator('summary').click()
  const text = passage.locator('textarea')
  await text.fill((await text.inputValue()).replace('30%', '90%'))
  await headline(page).waitFor()
  const told = await headline(page).innerText()
  expect(told).toMatch(/^0 thêm điểm, 24 bớt điểm/)
  await expectSound(page, complaints)
  const link = (await page.locator('a.own-link').getAttribute('href')) ?? ''
  const other = await context.newPage()
  await other.goto(new URL(link, page.url()).href)
  await headline(other).waitFor()
  expect(await headline(other).innerText()).toBe(told)
  expect(
    await passageOf(other, /^Tiêu chí 1\. /)
      .locator('textarea')
      .isVisible(),
  ).toBe(true)
  const outdated = new URL(link.replace(/bo=[0-9a-f]{12}/, 'bo=0123456789ab'), page.url())
  await other.goto(outdated.href)
  await other.getByRole('alert').waitFor()
  expect(await other.getByRole('alert').innerText()).toContain('làm trên bộ tiêu chí khác với bộ đang dùng')
  await context.close()
})
