import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { publicationText, readPublication } from '#records/publication.ts'
import { hashOf } from '#services/hash.ts'
import { openSiteFolder, type SiteFolder } from '#services/site/siteFolder.ts'
import { pathOf } from '#web/address.ts'
import { exportSite } from '#web/export/exportSite.ts'
import { contentAt } from '#web/pages/content.ts'
import { everyAddress } from '#web/pages/everyAddress.ts'
import { STANDS_AS } from '#web/pages/standsAs.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { runCommand } from '../support/commandLine.ts'
import { deadLinks, exportInto, filesIn } from '../support/exportedSite.ts'
import { publishedInTurn, siteAtHand, twoMonths } from '../support/publishing.ts'
import { smallSite } from '../support/site.ts'

const PLACE = 'xa/2026-2030'
const NOV_2027 = { year: 2027, month: 11, day: 1 }
const FEB_2027 = { year: 2027, month: 2, day: 1 }

let site: PublicSite
let smaller: PublicSite
beforeAll(async () => {
  site = await smallSite(NOV_2027)
  smaller = await smallSite(FEB_2027)
})

test('every address is a page or a file as is said of its kind', async () => {
  for await (const address of everyAddress(site)) {
    const content = await contentAt(site, address)
    const isPage = content?.kind === 'page'
    expect([pathOf(address), isPage]).toEqual([pathOf(address), STANDS_AS[address.kind] !== 'file'])
  }
})

test('the files hold every page, and no link that is dead or leads out of them', async () => {
  const { folder, pages, written, bytes } = await exportInto(site)
  const files = filesIn(folder)
  expect([pages, written]).toEqual([files.filter((file) => file.endsWith('.html')).length, files.length])
  expect(bytes).toBe(files.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0))
  for (const file of ['index.html', '404.html', 'assets/site.css', `${PLACE}/thang-10-2027/index.html`])
    expect(files).toContain(file)
  expect(deadLinks(folder)).toEqual([])
  expect(filesIn(folder).some((file) => file.endsWith('.png'))).toBe(false)

  // The control: a page that is gone leaves dead links.
  rmSync(join(folder, `${PLACE}/thang-10-2027`), { recursive: true })
  expect(deadLinks(folder).length).toBeGreaterThan(0)
})

test('where the address is known, pages name their pictures, and the page for what is not there its links, in full', async () => {
  const { folder } = await exportInto(smaller, undefined, 'https://xa.example/thi-dua')
  const page = readFileSync(join(folder, `${PLACE}/thang-12-2026/index.html`), 'utf8')
  const [, picture = ''] =
    /<meta property="og:image" content="https:\/\/xa\.example\/thi-dua\/([^"]*)">/.exec(page) ?? []
  expect(readFileSync(join(folder, picture)).subarray(1, 4).toString()).toBe('PNG')
  expect(readFileSync(join(folder, '404.html'), 'utf8')).toContain(
    'href="https://xa.example/thi-dua/assets/site.css"',
  )
})

describe('names that files could not have', () => {
  const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
    thang điểm 20
    số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
    số liệu đài "Phát thanh": số nguyên lần, hằng tháng, cộng dồn
    tiêu chí a "Chữ thường" tối đa 10 điểm
      giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu
    tiêu chí A "Chữ hoa" tối đa 10 điểm
      giá trị = đài; chỉ tiêu 10 lần; chấm theo tỷ lệ đạt chỉ tiêu`
  const texts = (villages: Readonly<Record<string, string>>) =>
    publishedInTurn([
      { period: '2026-01', rules: RULES, villages, facts: 'v1,bài,2026-01,3\ncon,đài,2026-01,4' },
    ])

  test('codes that differ by capitals alone have a page each', async () => {
    const of = await siteAtHand(texts({ v1: 'Một', con: 'Hai' }))
    const { folder } = await exportInto(of, undefined, 'https://xa.example')
    expect(deadLinks(folder).filter((link) => !link.endsWith('absolute'))).toEqual([])
    const titles = ['a', 'A_2', 'con_'].map((name) => {
      const file = filesIn(folder).find((each) => each.endsWith(`/${name}/index.html`)) ?? ''
      const html = readFileSync(join(folder, file), 'utf8')
      return [/<h1>([^<]*)/.exec(html)?.[1], /rel="canonical" href="([^"]*)"/.exec(html)?.[1]]
    })
    const board = 'https://xa.example/xa/2026/thang-1'
    expect(titles).toEqual([
      ['Tiêu chí a: Chữ thường', `${board}/tieu-chi/a`],
      ['Tiêu chí A: Chữ hoa', `${board}/tieu-chi/A_2`],
      ['Hai', `${board}/con_`],
    ])
  })

  test('what was published with control characters is drawn and fed without them', async () => {
    const [file = '', text = ''] = [...texts({ v1: 'Một', con: 'Hai' })][0] ?? []
    const publication = readPublication(text)
    if (!publication) throw new Error('it was published')
    const spoil = (name: string): string => name.replaceAll('Một', 'M\u0007ột')
    const entrants = spoil(publication.dossier.entrants)
    const results = spoil(publication.results.text).replaceAll('\u0007', '\\u0007')
    const spoilt = publicationText({
      ...publication,
      by: 'UBND\u0007',
      dossier: { ...publication.dossier, entrants, hash: hashOf(entrants + publication.dossier.facts) },
      results: { hash: hashOf(results), text: results },
    })
    const { folder } = await exportInto(
      await siteAtHand(new Map([[file, spoilt]])),
      undefined,
      'https://xa.example',
    )
    const png = readFileSync(join(folder, 'xa/2026/thang-1/v1/anh.png'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(readFileSync(join(folder, 'xa/2026/tin.xml'), 'utf8')).not.toContain('\u0007')
  })
})

describe('the next export', () => {
  test('writes nothing where nothing changed', async () => {
    const { folder, written } = await exportInto(site)
    expect(await exportInto(site, folder)).toMatchObject({ written: 0, unchanged: written, removed: 0 })
  })

  test('writes what changed, removes what is gone and nothing else', async () => {
    const { folder } = await exportInto(site)
    const before = filesIn(folder)
    writeFileSync(join(folder, `${PLACE}/thang-10-2027/thư.txt`), 'của tôi')
    const again = await exportInto(smaller, folder)
    expect(again.written).toBeGreaterThan(0)
    const after = new Set(filesIn(folder))
    expect(again.removed).toBe(before.filter((file) => !after.has(file)).length)
    expect(filesIn(folder).filter((file) => file.includes('2027/'))).toEqual([
      `${PLACE}/thang-10-2027/thư.txt`,
    ])
    rmSync(join(folder, `${PLACE}/thang-10-2027`), { recursive: true })
    expect(deadLinks(folder)).toEqual([])
    const fresh = await exportInto(smaller)
    expect(filesIn(folder)).toEqual(filesIn(fresh.folder))
  })

  test('takes up one that was cut short anywhere, and what was written until then can be read', async () => {
    const whole = await exportInto(smaller)
    const { folder } = await exportInto(site)
    for (const most of [0, 1, 2, 5, 9]) {
      const opened = await openSiteFolder(folder)
      if (!opened.ok) throw new Error('it was exported into before')
      const cut = await exportSite(smaller, cutAfter(most, opened.value), {
        base: undefined,
        onBoard: () => {},
      })
      expect(cut.ok).toBe(false)
      // Pages of before and pages of now: none is half a page, and all lead somewhere.
      expect(deadLinks(folder)).toEqual([])
    }
    await exportInto(smaller, folder)
    expect(filesIn(folder)).toEqual(filesIn(whole.folder))
    for (const file of filesIn(folder))
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(whole.folder, file)))).toBe(true)
  })
})

/** A folder on a disk that is full after so many files. */
function cutAfter(most: number, { put, finish }: SiteFolder): SiteFolder {
  let count = 0
  return {
    put: async (file, content) => (count++ < most ? put(file, content) : { ok: false, diagnostics: [] }),
    finish,
  }
}

describe('thidua export-site', () => {
  const folders = [
    '--rules',
    'test/corpus/indicators/site/rules',
    '--data',
    'test/corpus/indicators/site/data',
  ]

  test('says what it does and what it did', async () => {
    const { folder } = await exportInto(smaller)
    rmSync(folder, { recursive: true })
    const said = await runCommand(['export-site', folder, ...folders])
    expect(said).toMatch(
      /^xa-hai\/2026, tháng 11\/2026\nxa-mot\/2026, .*\nĐã xuất \d+ trang vào .*: ghi \d+ tệp, 0 tệp không đổi, xóa 0 tệp cũ; /,
    )
    const told = JSON.parse(
      (await runCommand(['export-site', folder, ...folders, '--json'])).replace(/\[0\]\n$/, ''),
    )
    expect(told).toMatchObject({ folder, written: 0, removed: 0, left: [] })
    expect(existsSync(join(folder, 'xa-mot/2026/index.html'))).toBe(true)
  })

  test('says which rulebooks of the comparison are not on the site', async () => {
    const { folder: store } = await exportInto(smaller)
    const publications = join(store, '..', 'publications')
    for (const [file, text] of twoMonths()) {
      mkdirSync(join(publications, dirname(file)), { recursive: true })
      writeFileSync(join(publications, file), text)
    }
    const from = join(store, '..')
    const said = await runCommand(['export-site', join(from, 'web'), '--from', from])
    expect(said).toMatch(/cảnh báo\[unknown-criterion\]: trang so sánh chỉ tiêu bỏ qua an-nong\/2026, .* và /)
    expect(filesIn(join(from, 'web'))).not.toContain('so-sanh/index.html')
  })

  test('refuses a folder with other files, and touches none', async () => {
    const { folder } = await exportInto(smaller)
    const other = join(folder, '..', 'khác')
    mkdirSync(other)
    writeFileSync(join(other, 'thư.txt'), 'của tôi')
    const said = await runCommand(['export-site', other, ...folders])
    expect(said).toContain('thư mục đã có tệp khác')
    expect(said).toContain('[2]')
    expect(filesIn(other)).toEqual(['thư.txt'])
  })
})
