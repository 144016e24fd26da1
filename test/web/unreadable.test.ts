import { existsSync, mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIndicators } from '#records/indicator.ts'
import { openSite } from '#services/site/site.ts'
import { publicationsInFolder } from '#store/publications.ts'
import { addressAt } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { deadLinks, exportInto } from '../support/exportedSite.ts'
import { publishedOtherwise, twoMonths } from '../support/publishing.ts'

const [JANUARY, FEBRUARY] = ['xa/2026/2026-01.json', 'xa/2026/2026-02.json'] as const
const texts = twoMonths()
const textOf = (file: string): string => texts.get(file) ?? ''

/** A site that is handed out by the folder: January whole, and February as it is said. */
async function siteWith(
  january: string,
  february: string | 'huge',
  beside: ReadonlyMap<string, string> = new Map(),
): Promise<PublicSite> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  for (const [file, text] of [[JANUARY, january], [FEBRUARY, february], ...beside] as const) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text === 'huge' ? '' : text)
    if (text === 'huge') truncateSync(join(folder, file), 300_000_000)
  }
  const indicators = readIndicators({
    name: 'indicators.csv',
    text: 'group,title,criteria\nTruyền thông,Tin bài,xa/2026: 1; xc/2026: 1\n',
  })
  if (!indicators.ok) throw new Error(indicators.diagnostics[0]?.message)
  return { site: await openSite(publicationsInFolder(folder)), indicators: indicators.value }
}

const AS_PUBLISHED = textOf(FEBRUARY)
const BAD: readonly (readonly [string, string, string])[] = [
  ['empty', '', 'chưa chép xong, hoặc đã hỏng'],
  ['half copied', AS_PUBLISHED.slice(0, 700), 'chưa chép xong, hoặc đã hỏng'],
  ['something else', '{"a":1}', 'chưa chép xong, hoặc đã hỏng'],
  [
    'of a later form',
    AS_PUBLISHED.replace('"form": 1', '"form": 2'),
    'do phiên bản mới hơn của chương trình ghi',
  ],
  ['huge', 'huge', 'quá lớn'],
  ['of another month', textOf(JANUARY), 'lại mang tên một bản công bố khác: xa/2026/2026-01'],
  [
    'of another commune',
    AS_PUBLISHED.replaceAll('"xa"', '"xb"'),
    'lại mang tên một bản công bố khác: xb/2026/2026-02',
  ],
  ['changed', AS_PUBLISHED.replace('2026-02,5', '2026-02,6'), 'Số liệu không đúng với mã kiểm tra; tính lại'],
  ['written otherwise', `${AS_PUBLISHED}\n`, 'Cách ghi không như lúc công bố'],
  [
    'what this program does not come to',
    publishedOtherwise(AS_PUBLISHED),
    'tính lại không ra đúng kết quả ấy',
  ],
]

describe('a newest publication that is not shown', () => {
  test.each(BAD)(
    'as it is %s: said wherever it is missed, and all else is shown',
    async (_, february, why) => {
      const { folder } = await exportInto(await siteWith(textOf(JANUARY), february))
      const page = (path: string): string => readFileSync(join(folder, path), 'utf8')
      for (const path of ['index.html', 'xa/index.html', 'xa/2026/index.html']) {
        expect(page(path)).toContain(
          'Chưa trình bày được kết quả tháng 2/2026; bản mới nhất xem được là tháng 1/2026.',
        )
        expect(page(path)).toMatch(/href="[^"]*thang-2\/index\.html"/)
      }
      expect(page('index.html')).toMatch(/<a href="[^"]*thang-1\/v2\/index.html">Hai<\/a>/)
      expect(page('index.html')).not.toContain('Kỳ tới là')
      const notice = page('xa/2026/thang-2/index.html')
      expect(notice).toContain(why)
      expect(notice).not.toContain('còn nguyên')
      expect(notice).toContain('luu-tru')
      const file = join(folder, 'xa/2026/thang-2/cong-bo.json')
      expect([existsSync(file), notice.includes('cong-bo.json')]).toEqual(Array(2).fill(february !== 'huge'))
      if (february !== 'huge') expect(readFileSync(file, 'utf8')).toBe(february)
      expect(page('xa/2026/thang-1/v1/index.html')).toContain('Mất điểm ở đâu?')
      // What only computing again can tell is not told there.
      if (february !== publishedOtherwise(AS_PUBLISHED))
        expect(page('xa/2026/luu-tru/index.html')).toContain(why.split(';')[0])
      expect(deadLinks(folder)).toEqual([])
    },
  )

  test.each(BAD)('as it is %s: said where communes are compared', async (_, february) => {
    const { folder } = await exportInto(await siteWith(textOf(JANUARY), february, twoMonths('xc')))
    const page = readFileSync(join(folder, 'so-sanh/index.html'), 'utf8')
    expect(page).toContain('Chưa trình bày được kết quả tháng 2/2026; bản mới nhất xem được là tháng 1/2026.')
    expect(page).toMatch(/href="[^"]*thang-2\/index\.html"/)
    expect(page).toContain('10 bài')
  })

  test('has no files that are made of it', async () => {
    const of = await siteWith(textOf(JANUARY), publishedOtherwise(AS_PUBLISHED))
    for (const file of ['anh.png', 'v1/anh.png', 'cong-bo.js', 'ket-qua.csv', 'bo-tieu-chi.thidua']) {
      const address = addressAt(`/xa/2026/thang-2/${file}`, of.site)
      expect([file, address && (await contentAt(of, address))]).toEqual([file, undefined])
    }
  })
})

test.each(BAD)(
  'a commune of which nothing can be shown, as it is %s, is told all the same',
  async (_, bad) => {
    const { folder } = await exportInto(await siteWith('{', bad))
    for (const path of ['index.html', 'xa/index.html', 'xa/2026/index.html'])
      expect(readFileSync(join(folder, path), 'utf8')).toContain(
        'Chưa trình bày được kết quả tháng 2/2026, và chưa có kỳ nào khác xem được.',
      )
    expect(deadLinks(folder)).toEqual([])
  },
)

test.each([
  ['half copied', '{', 'chưa đọc được bản công bố của kỳ này', 'href="../../thang-1/index.html"'],
  [
    'of a later form',
    textOf(JANUARY).replace('"form": 1', '"form": 2'),
    'chưa đọc được bản công bố của kỳ này',
    'href="../../thang-1/index.html"',
  ],
  [
    'what this program does not come to',
    publishedOtherwise(textOf(JANUARY)),
    '<td class="points">1',
    'href="../../thang-1/v1/index.html"',
  ],
])(
  'an older publication, %s, hinders no later one and is told in its history',
  async (_, bad, told, link) => {
    const { folder } = await exportInto(await siteWith(bad, AS_PUBLISHED))
    const page = (path: string): string => readFileSync(join(folder, path), 'utf8')
    expect(page('index.html')).not.toContain('Chưa trình bày được')
    expect(page('xa/2026/thang-2/v1/index.html')).toContain(told)
    expect(page('xa/2026/thang-2/v1/index.html')).toContain(link)
    expect(deadLinks(folder)).toEqual([])
  },
)
