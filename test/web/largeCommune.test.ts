import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addressAt } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import { keep } from '#web/site/keptPages.ts'
import { createRenderer } from '#web/site/renderer.ts'
import { siteOf } from '../support/site.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  số liệu hộ "Hộ có mạng": số nguyên hộ, hằng tháng
  tiêu chí 1 "Tin, bài" tối đa 5 điểm
    giá trị = bài; chỉ tiêu 100 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Hộ" tối đa 5 điểm
    giá trị = hộ; chỉ tiêu 300 hộ; chấm theo tỷ lệ đạt chỉ tiêu
`
const VILLAGES = 4_000
/** Over the wire, as the design asks of a leaderboard. */
const MOST_BYTES = 30_000

test.each([
  ['one cluster', 1],
  ['a hundred clusters', 100],
])(
  'pages of 4.000 villages in %s stay light',
  async (_, clusters) => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
    for (const each of ['rules/xa', 'data/xa']) mkdirSync(join(folder, each), { recursive: true })
    const villages = Array.from({ length: VILLAGES }, (_, index) => index + 1)
    const entrants = villages.map((each) => `v${each},Thôn ${each},thôn,,Cụm ${(each % clusters) + 1}`)
    const facts = villages.flatMap((each) => [
      `v${each},bài,2026-10,${(each * 7919) % 121}`,
      ...(each % 50 === 0 ? [] : [`v${each},hộ,2026-10,${(each * 104_729) % 331}`]),
    ])
    writeFileSync(join(folder, 'rules/xa/2026.thidua'), RULES)
    writeFileSync(
      join(folder, 'data/xa/entrants.csv'),
      `id,name,kind,parent,cluster\n${entrants.join('\n')}\n`,
    )
    writeFileSync(join(folder, 'data/xa/facts.csv'), `entrant,measure,period,value\n${facts.join('\n')}\n`)
    const of = await siteOf({ rules: join(folder, 'rules'), data: join(folder, 'data') })
    const { page } = createRenderer({ base: undefined, queries: false })
    for (const path of ['v7', 'tieu-chi/1', 'tieu-chi/2', 'bo-tieu-chi', `so-sanh/v7/v${7 + clusters}`]) {
      const whole = `/xa/2026/thang-10/${path}`
      const address = addressAt(whole, of.site)
      const asked = address && (await contentAt(of, address))
      const moved = asked?.kind === 'moved' ? addressAt(asked.path, of.site) : undefined
      const content = moved ? await contentAt(of, moved) : asked
      if (content?.kind !== 'page') throw new Error(`no page at ${whole}`)
      const { body } = await keep('text/html', await page(content.page, whole))
      const bytes = body.kind === 'encoded' ? body.brotli.length : 0
      expect(bytes, path).toBeGreaterThan(500)
      expect(bytes, path).toBeLessThan(MOST_BYTES)
    }
  },
  120_000,
)
