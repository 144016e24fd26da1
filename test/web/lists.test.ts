import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadProgram } from '#engine/index.ts'
import { publicationText } from '#records/publication.ts'
import { preparePublication } from '#services/records/publish.ts'
import { openSite } from '#services/site/site.ts'
import { publicationsAtHand } from '#store/publications.ts'
import { addressAt } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import { listsIn } from '#web/presenters/lists.ts'
import { finish } from '#web/site/finish.ts'
import { keep } from '#web/site/keptPages.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { createRenderer } from '#web/site/renderer.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "Tin, bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 1.000 bài; chấm theo tỷ lệ đạt chỉ tiêu`

interface Village {
  readonly name: string
  readonly cluster: string
  readonly news: number
  readonly kind?: string
}

const PERIOD = { frequency: 'month', year: 2026, index: 1 } as const

const SYLLABLES =
  'An Bình Đông Hòa Lâm Mỹ Nông Phú Quang Sơn Tân Thành Vĩnh Xuân Yên Hải Kim Long Minh Hạ'.split(' ')

/** `Đông Lâm An`: as varied as names of places are. */
function placeName(number: number): string {
  const syllable = (divisor: number): string =>
    SYLLABLES[Math.floor(number / divisor) % SYLLABLES.length] ?? ''
  return [1, SYLLABLES.length, SYLLABLES.length ** 2].map(syllable).join(' ')
}

/** A site of one month, and a correction of it for each further list of villages. */
async function siteWith(...versions: readonly (readonly Village[])[]): Promise<PublicSite> {
  const program = loadProgram({ name: 'xa.thidua', text: RULES })
  if (!program.ok) throw new Error('the rules are sound')
  const published: Parameters<typeof preparePublication>[2][number][] = []
  for (const [version, villages] of versions.entries()) {
    const entrants = villages.map(({ name, cluster, kind = 'thôn' }, index) => ({
      id: `v${index + 1}`,
      name,
      kind,
      parent: '',
      cluster,
      attributes: '',
    }))
    const facts = villages.map(({ news }, index) => ({
      entrant: `v${index + 1}`,
      measure: 'bài',
      period: '2026-01',
      value: `${news}`,
      status: '',
      source: '',
      evidence: '',
      number: index + 1,
      revision: 1,
    }))
    const prepared = preparePublication(program.value, { revision: 1, entrants, facts }, published, {
      commune: 'xa',
      edition: '2026',
      period: PERIOD,
      corrects: version === 0 ? undefined : 'đếm nhầm <b>',
      at: '2026-02-03T08:00:00+07:00',
      by: 'Phòng Văn hóa - Xã hội',
    })
    if (!prepared.ok) throw new Error('the records are sound')
    published.push(prepared.value)
  }
  const texts = new Map(published.map((one) => [`xa/${one.id}.json`, publicationText(one)]))
  return { site: await openSite(publicationsAtHand(texts)), indicators: [] }
}

const village = (name: string, cluster: string, news: number, kind?: string): Village => ({
  name,
  cluster,
  news,
  ...(kind === undefined ? {} : { kind }),
})

/** The lists of the first board, as their addresses have them, and what each is called. */
async function listsOn(of: PublicSite): Promise<readonly string[]> {
  const opened = await of.site.open({
    ref: { commune: 'xa', edition: '2026', period: PERIOD, version: 1 },
    current: true,
  })
  if (opened?.kind !== 'board') throw new Error('it was published')
  return listsIn(opened.board).map(({ slug, whom }) => `${slug}: ${whom}`)
}

async function fetchPath(of: PublicSite, path: string, query = ''): Promise<string | undefined> {
  const found = addressAt(path, of.site)
  const address = found?.kind === 'find' ? { ...found, query } : found
  const content = address && (await contentAt(of, address))
  if (!content || content.kind === 'moved') return undefined
  const { body } = await finish(content, path, createRenderer({ base: undefined, queries: true }))
  return Buffer.from(body).toString()
}

const namesIn = (html: string | undefined): readonly string[] =>
  [...(html ?? '').matchAll(/<li><a href="[^"]*">([^<]*)<\/a>/g)].map(([, name = '']) => name)

describe('a list by itself', () => {
  const few = siteWith([
    village('Một', 'Cụm 1', 5),
    village('Hai', 'Cụm 1', 6),
    village('Ba', 'Cụm Ả', 7),
    village('Bốn', 'Cụm Ả', 8),
    village('Năm', 'Cụm A', 8),
    village('Sáu', 'Cụm A', 9),
  ])

  test.each([
    ['/xa/2026/thang-1/bang/thon-cum-1', 'Xếp hạng 2 thôn, Cụm 1'],
    ['/xa/2026/thang-1/bang/thon-cum-a', 'Xếp hạng 2 thôn, Cụm '],
    ['/xa/2026/thang-1/bang/thon-cum-a-2', 'Xếp hạng 2 thôn, Cụm '],
    ['/xa/2026/thang-1/bang/thon', undefined],
    ['/xa/2026/thang-1/bang/thon-cum-1/2', undefined],
    ['/xa/2026/thang-1/bang/thon-cum-1/1', undefined],
    ['/xa/2026/thang-1/bang/thon-cum-1/0', undefined],
    ['/xa/2026/thang-1/bang/thon-cum-1/02', undefined],
    ['/xa/2026/thang-1/bang/__proto__', undefined],
    ['/xa/2026/thang-1/bang', undefined],
  ])('%s', async (path, heading) => {
    const html = await fetchPath(await few, path)
    if (heading === undefined) expect(html).toBeUndefined()
    else expect(html).toContain(`<h1>${heading}`)
  })
})

describe('the lists of a board', () => {
  test.each([
    ['a khu phố leads', [1, 2]],
    ['a thôn leads', [2, 1]],
  ])('are called the same whoever leads: %s', async (_, [first = 0, second = 0]) => {
    const of = await siteWith([
      village('Một', 'Cụm 1', first),
      village('Hai', 'Cụm 1', second, 'khu phố'),
      village('Ba', 'Cụm 01', second),
      village('Bốn', 'Cụm 01', first, 'khu phố'),
    ])
    expect(await listsOn(of)).toEqual([
      'thon-khu-pho-cum-01: thôn, khu phố, Cụm 01',
      'thon-khu-pho-cum-1: thôn, khu phố, Cụm 1',
    ])
  })

  test.each([
    [
      'a number that another has is left to it',
      ['Cụm Á', 'Cụm A', 'Cụm A 2'],
      ['thon-cum-a-3: thôn, Cụm Á', 'thon-cum-a: thôn, Cụm A', 'thon-cum-a-2: thôn, Cụm A 2'],
    ],
    ['signs alone tell them apart', ['1-2', '1/2'], ['thon-1-2-2: thôn, 1/2', 'thon-1-2: thôn, 1-2']],
    [
      'of a long name a path has the beginning',
      [`Cụm ${'dài '.repeat(40)}một`, `Cụm ${'dài '.repeat(40)}hai`],
      [
        `thon-cum${'-dai'.repeat(18)}: thôn, Cụm ${'dài '.repeat(40)}hai`,
        `thon-cum${'-dai'.repeat(18)}-2: thôn, Cụm ${'dài '.repeat(40)}một`,
      ],
    ],
  ])('have an address each: %s', async (_, clusters, expected) => {
    const lists = await listsOn(
      await siteWith(clusters.flatMap((cluster) => [village('Một', cluster, 1), village('Hai', cluster, 2)])),
    )
    expect(lists.toSorted()).toEqual(expected.toSorted())
  })
})

describe('four thousand villages', () => {
  const many = siteWith(
    Array.from({ length: 4000 }, (_, index) =>
      village(`Thôn ${index + 1}`, `Cụm ${(index % 3) + 1}`, index % 997),
    ),
  )
  const scattered = siteWith(
    Array.from({ length: 4000 }, (_, index) =>
      village(`Thôn ${placeName(index * 7)}`, `Cụm ${(index % 100) + 1}`, (index * 37) % 997),
    ),
  )

  describe.each([
    ['in three clusters', many],
    ['in a hundred, with names as varied as there are', scattered],
  ])('%s', (_, site) => {
    test.each([
      '/',
      '/xa/2026',
      '/xa/2026/luu-tru',
      '/xa/2026/thang-1',
      '/xa/2026/thang-1/bang/thon-cum-1',
      '/xa/2026/thang-1/tim',
      '/xa/2026/thang-1/tieu-chi/1',
      '/xa/2026/thang-1/v17',
    ])('%s goes over the wire in 30 kB, its style sheet included', async (path) => {
      const html = await fetchPath(await site, path)
      const { body } = await keep('text/html', html ?? '')
      const sheet = await keep('text/css', readFileSync('views/assets/site.css'))
      if (body.kind !== 'encoded' || sheet.body.kind !== 'encoded') throw new Error('both are long')
      expect(html).toContain('<h1>')
      expect(body.gzip.length + sheet.body.gzip.length).toBeLessThanOrEqual(30_000)
    })
  })

  test('are not all handed out to whoever asks for too little', async () => {
    const html = (await fetchPath(await many, '/xa/2026/thang-1/tim', 'thon')) ?? ''
    expect(html).toContain('4000 tên có «thon». Dưới đây là 200 nơi xếp trên')
    expect(namesIn(html)).toHaveLength(200)
    expect(html.length).toBeLessThan(30_000)
  })

  test('stand on pages of a hundred, each once', async () => {
    const of = await many
    const names: string[] = []
    for (let page = 1; page <= 14; page++) {
      const html = await fetchPath(of, `/xa/2026/thang-1/bang/thon-cum-1${page > 1 ? `/${page}` : ''}`)
      names.push(
        ...[...(html ?? '').matchAll(/<th scope="row"><a[^>]*>([^<]*)</g)].map(([, name = '']) => name),
      )
    }
    expect(names).toHaveLength(1334)
    expect(new Set(names).size).toBe(1334)
    expect(await fetchPath(of, '/xa/2026/thang-1/bang/thon-cum-1/15')).toBeUndefined()
  })
})

describe('a board of very many lists', () => {
  const clusters = (count: number, size: number): Promise<PublicSite> =>
    siteWith(
      Array.from({ length: count * size }, (_, index) =>
        village(`Thôn ${index + 1}`, `Cụm ${(index % count) + 1}`, index),
      ),
    )

  test.each([
    ['whole where it is short enough', 6, 50, 300, 'Riêng bảng thôn, Cụm 1'],
    ['with those that lead each list, where it is not', 7, 50, 70, 'Xem đủ 50 thôn, Cụm 1'],
    ['with fewer of each, the more lists there are', 60, 6, 300, 'Xem đủ 6 thôn, Cụm 1'],
  ])('%s', async (_, count, size, rows, onward) => {
    const html = (await fetchPath(await clusters(count, size), '/xa/2026/thang-1')) ?? ''
    expect(html.match(/<th scope="row">/g)).toHaveLength(rows)
    expect(html).toContain(`<a href="/xa/2026/thang-1/bang/thon-cum-1">${onward}</a>`)
  })

  test('is told in short where a commune is', async () => {
    const html = (await fetchPath(await clusters(11, 2), '/xa')) ?? ''
    expect([...html.matchAll(/Dẫn đầu 2 thôn, ([^<]*)</g)].map(([, cluster]) => cluster)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Cụm ${number}`),
    )
    expect(html).toContain('Còn 5 bảng xếp hạng khác')
  })
})

describe('looking for a name', () => {
  const few = siteWith([
    village('Thôn Đường Lâm', '', 5),
    village('Thôn Hòa Bình', '', 6),
    village('Thôn 3', '', 7),
    village('Thôn 13', '', 8),
  ])
  const PATH = '/xa/2026/thang-1/tim'

  test.each([
    ['', ['Thôn 3', 'Thôn 13', 'Thôn Đường Lâm', 'Thôn Hòa Bình']],
    ['duong lam', ['Thôn Đường Lâm']],
    ['ĐƯỜNG', ['Thôn Đường Lâm']],
    ['lam thon', ['Thôn Đường Lâm']],
    ['hoà', ['Thôn Hòa Bình']],
    ['hòa'.normalize('NFD'), ['Thôn Hòa Bình']],
    ['3', ['Thôn 3', 'Thôn 13']],
    ['xyz', []],
    ['<script>', []],
    [`${'a'.repeat(5000)}`, []],
  ])('%j', async (query, names) => {
    const html = await fetchPath(await few, PATH, query)
    expect(namesIn(html)).toEqual(names)
    expect(html).not.toContain('<script>')
    expect((html ?? '').length).toBeLessThan(6_000)
  })

  test('of very many, letter by letter, with Đ after D', async () => {
    const names = ['Đông', 'Dương', 'An', 'Ân', 'Đoài', '7', 'Ương', '«Xuân»']
    const long = siteWith(
      Array.from({ length: 56 }, (_, index) => village(`Thôn ${names[index % 8]} ${index}`, '', 1)),
    )
    const html = (await fetchPath(await long, PATH)) ?? ''
    expect([...html.matchAll(/<h3>([^<]*)</g)].map(([, letter]) => letter)).toEqual([
      'Khác',
      '0–9',
      'A',
      'D',
      'Đ',
      'U',
    ])
    expect(namesIn(html)).toHaveLength(56)
    expect(await fetchPath(await few, PATH)).not.toContain('<h3>')
  })

  test('finds nothing, and says so', async () => {
    expect(await fetchPath(await few, PATH, 'xyz')).toContain('Không có tên nào có «xyz».')
  })
})

describe('what was corrected', () => {
  const one = [village('Một', '', 5), village('Hai', '', 6)]
  const corrected = siteWith(one, [village('Một', '', 9), village('Hai', '', 6)])

  test('keeps a path of its own, and says where the last word is', async () => {
    const html = await fetchPath(await corrected, '/xa/2026/thang-1-ban-1')
    expect(html).toContain('Bản này đã được đính chính')
    expect(html).toContain('<a href="/xa/2026/thang-1">Xem bản có giá trị</a>')
    expect(await fetchPath(await corrected, '/xa/2026/thang-1-ban-1/v1')).toContain(
      'Bản này đã được đính chính',
    )
    expect(await fetchPath(await corrected, '/xa/2026/thang-1-ban-2')).toBeUndefined()
  })

  test('the last word says what it corrects, and why', async () => {
    const html = await fetchPath(await corrected, '/xa/2026/thang-1')
    expect(html).toContain('Bản này đính chính bản trước, vì: đếm nhầm &lt;b&gt;')
    expect(html).toMatch(/<li>[^<]*Một[^<]*<\/li>/)
  })

  test('the archive has both, with their whole hashes', async () => {
    const of = await corrected
    const html = (await fetchPath(of, '/xa/2026/luu-tru')) ?? ''
    expect(html).toContain('Công bố lúc 08:00 ngày 03/02/2026, Phòng Văn hóa - Xã hội.')
    const hashes = [...html.matchAll(/<b>([0-9a-f]{12})<\/b>([0-9a-f]{52})</g)].map(([, seal]) => seal)
    expect(hashes).toHaveLength(2)
    expect(html).toContain(`tháng 1/2026, mã <code>${hashes[1]}</code>`)
    expect(html).toContain('đây là bản đầu')
    expect(html).toContain('publications/xa/2026/2026-01.2.json')
    expect(html).not.toContain('Không khớp')
    expect(html.indexOf('tháng 1/2026, bản 2')).toBeLessThan(
      html.indexOf('<span class="chip">đã được đính chính'),
    )
    expect(html).toContain('href="/xa/2026/thang-1-ban-1/cong-bo.json"')
  })

  const idsIn = (xml: string): readonly string[] =>
    [...xml.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id = '']) => id)

  test.each([
    ['https://xa.example', 'tag:xa.example,2026:xa/2026'],
    ['https://Tinh.example:8443/thi-dua', 'tag:tinh.example,2026:thi-dua/xa/2026'],
  ])('the feed of a site with the address %s is named by it', async (base, name) => {
    const content = await contentAt(await corrected, { kind: 'feed', commune: 'xa', edition: '2026' })
    if (content?.kind !== 'feed') throw new Error('there is a feed')
    const { body } = await finish(content, '/xa/2026/tin.xml', createRenderer({ base, queries: true }))
    expect(idsIn(`${body}`)).toEqual([name, `${name}/2026-01.2`, `${name}/2026-01`])
  })

  test('the feed has both, the newest first, and is sound XML', async () => {
    const xml = (await fetchPath(await corrected, '/xa/2026/tin.xml')) ?? ''
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
    )
    const uuid = expect.stringMatching(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect([idsIn(xml), new Set(idsIn(xml)).size]).toEqual([[uuid, uuid, uuid], 3])
    expect([...xml.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title).slice(1)).toEqual([
      'Đính chính kết quả tháng 1/2026',
      'Kết quả tháng 1/2026',
    ])
    expect(xml).toContain('<updated>2026-02-03T01:00:00.000Z</updated>')
    expect(xml).not.toContain('<b>')
  })
})
