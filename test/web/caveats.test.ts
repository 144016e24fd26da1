import { describe, expect, test } from 'vitest'
import { addressAt, pathOf } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import { everyAddress } from '#web/pages/everyAddress.ts'
import { STANDS_AS } from '#web/pages/standsAs.ts'
import { presentEntrantCard } from '#web/presenters/card.ts'
import { finish } from '#web/site/finish.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { createRenderer } from '#web/site/renderer.ts'
import { publishedInTurn, type Step, siteAtHand } from '../support/publishing.ts'
import { boardOf } from '../support/site.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/09/2026 đến 31/12/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "Tin, bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu
  xếp loại
    "Hoàn thành xuất sắc nhiệm vụ" từ 7 điểm trở lên
    "Hoàn thành tốt nhiệm vụ" còn lại`

const STEP: Step = {
  rules: RULES,
  villages: { v1: 'Một', v2: 'Hai', v3: 'Ba' },
  period: '2026-09',
  facts: 'v1,bài,2026-09,8\nv2,bài,2026-09,3',
}
const MADE_UP = { ...STEP, source: 'Dữ liệu minh hoạ, tháng 9' }
const TENTATIVE = { ...STEP, rules: RULES.replace('thang điểm 10', 'thang điểm 10 dự kiến') }

const RANKED = { ...STEP, rules: `${RULES}\n  xếp hạng dự kiến theo tổng điểm, vẫn bằng thì đồng hạng` }
const CLASSED = { ...STEP, rules: RULES.replace('xếp loại\n', 'xếp loại dự kiến\n') }

/** What stands at an address, as it is sent. */
async function bodyAt(of: PublicSite, path: string): Promise<string> {
  const address = addressAt(path, of.site)
  const content = address && (await contentAt(of, address))
  if (!content || content.kind === 'moved') throw new Error(`nothing at ${path}`)
  return `${(await finish(content, path, createRenderer({ base: 'https://thidua.example', queries: false }))).body}`
}

/** Pages that show no figures: the rules are real where the facts are made up. */
const WITHOUT_FIGURES = new Set(['rulebook', 'openData', 'targets'])

describe('whatever is quoted says what its figures are not', () => {
  test.each([
    ['made up', MADE_UP, 'dữ liệu minh họa'],
    ['to be decided', TENTATIVE, 'điểm dự kiến'],
    ['ranked in a way to be decided', RANKED, 'xếp hạng dự kiến'],
    ['classed in a way to be decided', CLASSED, 'xếp loại dự kiến'],
  ])('%s: on every page, and in its title', async (_, step, caveat) => {
    const of = await siteAtHand(publishedInTurn([step]))
    let pages = 0
    for await (const address of everyAddress(of)) {
      if (STANDS_AS[address.kind] !== 'page' || WITHOUT_FIGURES.has(address.kind)) continue
      pages++
      const html = await bodyAt(of, pathOf(address))
      const body = html.slice(html.indexOf('<main'))
      expect([pathOf(address), body.toLowerCase().includes(caveat)]).toEqual([pathOf(address), true])
      const heads = [
        ...html
          .slice(0, html.indexOf('<body'))
          .matchAll(/<title>.*|(?:og:title|og:description|name="description)" content="[^"]*/g),
      ]
      expect(heads).toHaveLength(4)
      for (const [head] of heads) expect(head).toContain(caveat)
    }
    expect(pages).toBeGreaterThan(15)
  })

  test.each([
    ['made up', MADE_UP, 'dữ liệu minh họa'],
    ['to be decided', TENTATIVE, 'điểm dự kiến'],
    ['ranked in a way to be decided', RANKED, 'xếp hạng dự kiến'],
    ['classed in a way to be decided', CLASSED, 'xếp loại dự kiến'],
  ])('%s: in the feed, in tables and in JSON', async (_, step, caveat) => {
    const of = await siteAtHand(publishedInTurn([step]))
    expect(await bodyAt(of, '/xa/2026/tin.xml')).toContain(`<title>Kết quả tháng 9/2026 (${caveat})</title>`)
    const [title] = (await bodyAt(of, '/xa/2026/thang-9/ket-qua.csv')).split('\n')
    expect(title?.toLowerCase()).toContain(`tính đến ngày 30/09/2026. ${caveat}`)
    const board = await boardOf(of, 'xa', '2026')
    expect(JSON.parse(await bodyAt(of, '/xa/2026/thang-9/ket-qua.json'))).toEqual({
      caveats: [caveat],
      ...JSON.parse(board.publication.results.text),
    })
  })

  test('nothing is said of figures that stand', async () => {
    const of = await siteAtHand(publishedInTurn([STEP]))
    for (const path of ['/', '/xa/2026/thang-9', '/xa/2026/thang-9/v1', '/xa/2026/tin.xml'])
      expect(await bodyAt(of, path)).not.toMatch(/minh h|dự kiến/)
  })

  test('points that wait for facts are called so: in titles, in tables and on cards', async () => {
    const of = await siteAtHand(publishedInTurn([STEP]))
    const heads = await Promise.all(['v1', 'v3'].map((id) => bodyAt(of, `/xa/2026/thang-9/${id}`)))
    expect(heads.map((html) => /<title>(.*) –/.exec(html)?.[1])).toEqual([
      'Một: 8,00 điểm',
      'Ba: 0,00 điểm (tạm tính)',
    ])
    const rows = (await bodyAt(of, '/xa/2026/thang-9/ket-qua.csv')).split('\n')
    expect(rows.slice(1, 5).map((row) => row.split(';')[8])).toEqual(['Ghi chú', '', '', 'tạm tính'])
    const board = await boardOf(of, 'xa', '2026')
    const units = board.standings.sheets.map((sheet) => presentEntrantCard(board, sheet).figures[1]?.unit)
    expect(units).toEqual(['trên 10 điểm', 'trên 10 điểm', 'trên 10, tạm tính'])
  })

  test('classes that begin alike can be told apart on cards', async () => {
    const board = await boardOf(await siteAtHand(publishedInTurn([STEP])), 'xa', '2026')
    const classes = board.standings.sheets.map((sheet) =>
      presentEntrantCard(board, sheet)
        .figures[2]?.lines.map(({ text }) => text)
        .join(' '),
    )
    expect(classes).toEqual([
      'Hoàn thành xuất sắc nhiệm vụ',
      'Hoàn thành tốt nhiệm vụ',
      'Hoàn thành tốt nhiệm vụ',
    ])
  })
})
