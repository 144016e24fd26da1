import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { publicationText, readPublication } from '#records/publication.ts'
import { earlierOf } from '#services/site/earlier.ts'
import { openSite } from '#services/site/site.ts'
import { publicationsAtHand } from '#store/publications.ts'
import { addressAt } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import { presentEdition } from '#web/presenters/edition.ts'
import { presentInShort } from '#web/presenters/editionInShort.ts'
import { finish } from '#web/site/finish.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { createRenderer } from '#web/site/renderer.ts'
import { boardOf, siteOf } from '../support/site.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 30/11/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng
  tiêu chí 1 "Tin, bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 100 bài; chấm theo tỷ lệ đạt chỉ tiêu`

/** A site of two months: what each village had in the one and in the other. */
async function siteWith(
  months: readonly [number, number],
  villages: Readonly<Record<string, readonly [number, number]>>,
): Promise<PublicSite> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  for (const each of ['rules/xa', 'data/xa']) mkdirSync(join(folder, each), { recursive: true })
  const entrants = Object.keys(villages).map((name) => `${name.toLowerCase()},${name},thôn,,`)
  const facts = Object.entries(villages).flatMap(([name, values]) =>
    values.map((value, index) => {
      const month = `${months[index]}`.padStart(2, '0')
      return `${name.toLowerCase()},bài,2026-${month},${value}`
    }),
  )
  writeFileSync(join(folder, 'rules/xa/2026.thidua'), RULES)
  writeFileSync(join(folder, 'data/xa/entrants.csv'), `id,name,kind,parent,cluster\n${entrants.join('\n')}\n`)
  writeFileSync(join(folder, 'data/xa/facts.csv'), `entrant,measure,period,value\n${facts.join('\n')}\n`)
  return siteOf({ rules: join(folder, 'rules'), data: join(folder, 'data') })
}

async function editionOf(of: PublicSite): Promise<ReturnType<typeof presentEdition>> {
  const edition = of.site.edition('xa', '2026')
  if (!edition) throw new Error('it was published')
  const board = await boardOf(of, 'xa', '2026')
  const earlier = await earlierOf(of.site, board)
  return presentEdition(
    edition,
    presentInShort(edition, { board, hidden: undefined }, { earlier, name: undefined }),
  )
}

describe('who moved most', () => {
  test.each<[string, Parameters<typeof siteWith>[1], readonly string[]]>([
    ['nobody', { A: [3, 4], B: [2, 3], C: [1, 2] }, []],
    ['two who changed places', { A: [3, 2], B: [2, 3], C: [1, 1] }, ['B tăng 1 bậc', 'A giảm 1 bậc']],
    [
      'the one who moved more than many',
      { A: [5, 0], B: [4, 4], C: [3, 3], D: [2, 2], E: [1, 1] },
      ['A giảm 4 bậc'],
    ],
    [
      'too many by as much to name some',
      { A: [5, 1], B: [1, 5], C: [4, 2], D: [2, 4], E: [3, 3] },
      ['B tăng 4 bậc', 'A giảm 4 bậc'],
    ],
    ['all by as much', { A: [4, 3], B: [3, 4], C: [2, 1], D: [1, 2] }, []],
  ])('%s', async (_, villages, named) => {
    const { newest } = await editionOf(await siteWith([9, 10], villages))
    const moved = newest?.leaders.flatMap(({ movers }) => movers) ?? []
    expect(moved.map(({ name, movement }) => `${name} ${movement.spoken}`).toSorted()).toEqual(
      named.toSorted(),
    )
  })
})

test.each([
  [[8, 9], 'Kỳ tới là tháng 10/2026, tính đến hết ngày 31/10/2026.'],
  [[9, 10], 'Kỳ tới là tháng 11/2026, tính đến hết ngày 30/11/2026.'],
  [[10, 11], 'Số liệu chốt lúc 00:00 ngày 31/12/2026.'],
] as const)('after %j: «%s»', async (months, next) => {
  expect((await editionOf(await siteWith(months, { A: [1, 2], B: [2, 1] }))).newest?.next).toBe(next)
})

describe('the feed', () => {
  const OFFICE = `Phòng "A" & 'B' <script>]]>`

  /** The site with a correction whose every free text is hostile. */
  async function correctedSite(): Promise<PublicSite> {
    const of = await siteWith([9, 10], { A: [1, 2], B: [2, 1] })
    const texts = new Map<string, string>()
    for (const place of of.site.edition('xa', '2026')?.all ?? []) {
      const read = await of.site.read(place)
      const publication = read.kind === 'text' ? readPublication(read.text) : undefined
      if (!publication) throw new Error('it was published')
      texts.set(`xa/${publication.id}.json`, publicationText(publication))
      const corrects = { id: publication.id, why: OFFICE, changes: [OFFICE] }
      const next = { ...publication, id: `${publication.id}.2`, by: OFFICE, corrects }
      texts.set(`xa/${next.id}.json`, publicationText(next))
    }
    return { ...of, site: await openSite(publicationsAtHand(texts)) }
  }

  test.each([undefined, 'https://thidua.example'])(
    'is sound XML with everything that Atom asks for, at %s',
    async (base) => {
      const of = await correctedSite()
      const path = '/xa/2026/tin.xml'
      const address = addressAt(path, of.site)
      const content = address && (await contentAt(of, address))
      if (content?.kind !== 'feed') throw new Error('there is a feed')
      const { body } = await finish(content, path, createRenderer({ base, queries: false }))
      const seen: string[] = []
      const texts: string[] = []
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => {
        throw error
      })
      parser.on('opentag', ({ local, uri }) => seen.push(uri === 'http://www.w3.org/2005/Atom' ? local : uri))
      parser.on('text', (text) => texts.push(text))
      parser.write(`${body}`).close()
      expect(seen.filter((name) => name === 'entry')).toHaveLength(4)
      for (const needed of ['id', 'title', 'updated'])
        expect(seen.filter((name) => name === needed)).toHaveLength(5)
      expect(seen).not.toContain('script')
      expect(texts.some((text) => text.includes(OFFICE))).toBe(true)
      expect(`${body}`).toContain(`href="${base ?? ''}/xa/2026/thang-10"`)
      const ids = [...`${body}`.matchAll(/<id>([^<]*)</g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(5)
    },
  )
})
