import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProgram } from '#engine/index.ts'
import { publicationText } from '#records/publication.ts'
import { preparePublication } from '#services/records/publish.ts'
import { openLiveSite } from '#services/site/liveSite.ts'
import { publicationsAtHand } from '#store/publications.ts'
import { type RunningServer, startServer } from '#web/server.ts'
import { startBrowser } from '../support/browser.ts'
import { ROOT } from '../support/files.ts'
import { LOCAL_SETTINGS } from '../support/site.ts'

/** Pictures of what was walked, to be looked at. */
const PICTURES = join(ROOT, 'test/output')

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "Tin, bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 400 bài; chấm theo tỷ lệ đạt chỉ tiêu`

const NAMES = ['Đông Hải', 'An Nông', 'Dương Xá', 'Ân Thi', 'Phú Quốc', 'Vĩnh Lộc', 'Ngọc Sơn', 'Đại Đồng']
const COMMUNES = 64
const CLUSTERS = 40
const VILLAGES = 400

/** The texts of a publication of a commune with many clusters, and of the correction of it. */
function published(commune: string, name: string): readonly (readonly [string, string])[] {
  const program = loadProgram({ name: 'xa.thidua', text: RULES })
  if (!program.ok) throw new Error('the rules are sound')
  const entrants = [
    { id: 'xa', name, kind: 'xã', parent: '', cluster: '', attributes: '' },
    ...Array.from({ length: VILLAGES }, (_, index) => ({
      id: `v${index + 1}`,
      name: `Thôn ${NAMES[index % NAMES.length]} ${index + 1}`,
      kind: 'thôn',
      parent: 'xa',
      cluster: `Cụm ${(index % CLUSTERS) + 1}`,
      attributes: '',
    })),
  ]
  const publications: Parameters<typeof preparePublication>[2][number][] = []
  for (const more of [0, 1]) {
    const facts = entrants.slice(1).map(({ id }, index) => ({
      entrant: id,
      measure: 'bài',
      period: '2026-01',
      value: `${index + (index === 7 ? more : 0)}`,
      status: '',
      source: '',
      evidence: '',
      number: index + 1,
      revision: 1,
    }))
    const prepared = preparePublication(program.value, { revision: 1, entrants, facts }, publications, {
      commune,
      edition: '2026',
      period: { frequency: 'month', year: 2026, index: 1 },
      corrects: more === 0 ? undefined : 'đếm sót một bài',
      at: '2026-02-03T08:00:00+07:00',
      by: 'Phòng Văn hóa - Xã hội',
    })
    if (!prepared.ok) throw new Error('the records are sound')
    publications.push(prepared.value)
  }
  return publications.map((one) => [`${commune}/${one.id}.json`, publicationText(one)])
}

let browser: Browser
let site: RunningServer
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  const names = Array.from({ length: COMMUNES }, (_, index) => `Xã ${NAMES[index % NAMES.length]} ${index}`)
  const texts = new Map(names.flatMap((name, index) => published(`xa-${index}`, name)))
  const server = await startServer(await openLiveSite(publicationsAtHand(texts)), [], LOCAL_SETTINGS)
  if (server.kind === 'cannotListen') throw new Error('a free port was asked for')
  site = server
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test.each([360, 1280])(
  'from the list of communes to a village of one of many clusters, at %i px',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const look = async (title: string): Promise<void> => {
      await page.waitForLoadState()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${title} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const [inner, scroll] = (await page.evaluate(
        '[window.innerWidth, document.documentElement.scrollWidth]',
      )) as [number, number]
      expect(scroll, `${title} scrolls sideways`).toBeLessThanOrEqual(inner)
      await page.screenshot({ path: join(PICTURES, `many-${title}-${width}.png`), fullPage: true })
    }

    await page.goto(site.url)
    await look('home')
    expect(await page.locator('h2').allInnerTexts()).toEqual(['A', 'D', 'Đ', 'N', 'P', 'V'])
    expect(await page.locator('.names a').count()).toBe(COMMUNES)
    await page.getByRole('link', { name: 'Đ', exact: true }).click()
    expect(page.url()).toContain('#chu-2')
    await page.getByRole('link', { name: 'Xã Đông Hải 8', exact: true }).click()
    await look('commune')
    await page.getByRole('link', { name: 'Xem đủ bảng và cách chấm' }).click()
    await look('board')
    await page.getByRole('link', { name: 'Xem đủ 10 thôn, Cụm 3', exact: true }).click()
    expect(page.url()).toMatch(/\/bang\/thon-cum-3$/)
    await page.goBack()
    await page.getByRole('navigation', { name: 'Từng bảng' }).getByText('thôn, Cụm 40').click()
    await look('list')
    expect(await page.locator('tbody tr').count()).toBe(10)
    await page.getByRole('link', { name: 'tháng 1/2026' }).click()
    await page.getByRole('link', { name: 'Tìm thôn, đơn vị' }).click()
    await page.getByRole('searchbox').fill('dong hai 17')
    await look('find')
    await page.getByRole('link', { name: 'Thôn Đông Hải 17', exact: true }).click()
    await look('village')
    await page.goto(`${site.url}/xa-8/2026/thang-1-ban-1/v7`)
    await look('corrected')
    expect(await page.locator('main').innerText()).toContain('Bản này đã được đính chính')
    await page.goto(`${site.url}/xa-8/2026/luu-tru`)
    await look('archive')
    await context.close()
  },
)
