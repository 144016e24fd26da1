import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Annex, annexOf, parse } from '#language/index.ts'
import { annexDocx } from '#services/annex/annexDocx.ts'
import { annexHtml } from '#services/annex/annexHtml.ts'
import { columnWidths } from '#services/annex/columnWidths.ts'
import { writeAnnex } from '#services/annex/writeAnnex.ts'
import { hashRulebook } from '#services/hash.ts'
import { ROOT } from '../support/files.ts'
import { unzip } from '../support/unzip.ts'

const HASH = '0123456789abcdef'.repeat(4)

const annexFrom = (text: string): Annex => annexOf(parse({ name: 'x.thidua', text }, () => {}))
const anNong = annexFrom(readFileSync(join(ROOT, 'rules/an-nong/2026.thidua'), 'utf8'))

/** The XML of the document itself; the archive around it carries the time it was made. */
async function documentOf(annex: Annex): Promise<string> {
  return unzip(await annexDocx(annex, HASH)).get('word/document.xml') ?? ''
}

/** What a reader sees, without the marks around it. */
const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, '')

const MM = 56.7
const twips = (millimetres: number): number => Math.round(millimetres * MM)

describe('the Word file', () => {
  let files: ReadonlyMap<string, string>
  let document: string

  beforeAll(async () => {
    files = unzip(await annexDocx(anNong, HASH))
    document = files.get('word/document.xml') ?? ''
  })

  test('holds every sentence of the annex', () => {
    const text = textOf(document)
    for (const section of anNong.sections) {
      expect(text).toContain(section.heading)
      if (section.kind === 'list') for (const { text: said } of section.items) expect(text).toContain(said)
      if (section.kind === 'measures') for (const { title } of section.measures) expect(text).toContain(title)
      if (section.kind !== 'criteria') continue
      for (const { title, scoring, citations } of section.parts.flatMap(({ rows }) => rows))
        for (const said of [title, ...scoring, ...citations]) expect(text).toContain(said)
    }
  })

  test('marks what the committee is still to decide', () => {
    expect(textOf(document)).toContain('6(dự\u00a0kiến)')
  })

  test('is A4 with the margins of Nghị định 30, the table across', () => {
    const pages = [...document.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size = '']) => size)
    expect(pages.map((size) => /landscape/.test(size))).toEqual([false, true, false])
    const [upright, across] = pages.map((size) => /w:w="(\d+)" w:h="(\d+)"/.exec(size)?.slice(1).map(Number))
    expect(upright?.map((side) => Math.round(side / MM))).toEqual([210, 297])
    expect(across?.map((side) => Math.round(side / MM))).toEqual([297, 210])
    const margins = [...document.matchAll(/<w:pgMar ([^>]*)\/>/g)].map(([, margin = '']) => margin)
    expect(margins).toHaveLength(3)
    for (const margin of margins) {
      for (const [side, millimetres] of [
        ['top', 20],
        ['bottom', 20],
        ['left', 30],
        ['right', 15],
      ] as const)
        expect(
          Math.abs(Number(new RegExp(`w:${side}="(\\d+)"`).exec(margin)?.[1]) - twips(millimetres)),
        ).toBeLessThan(2)
    }
  })

  test('numbers its pages in the middle of the top, but not the first', () => {
    const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml)
    const numbered = headers.filter((xml) => />PAGE</.test(xml))
    expect(headers.length - numbered.length).toBe(1)
    for (const xml of numbered) expect(xml).toContain('<w:jc w:val="center"/>')
    expect(document.match(/<w:titlePg\/>/g)).toHaveLength(1)
    expect(document.match(/<w:headerReference w:type="first"/g)).toHaveLength(1)
  })

  test('repeats the head of each table and breaks no row', () => {
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    const rows = document.match(/<w:tr>/g)?.length
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows ?? 0)
  })

  test('sets type in Times New Roman, and says which rules these are at the foot of every page', () => {
    expect(document).not.toMatch(/w:ascii="(?!Times New Roman")/)
    const footers = [...files].filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
    expect(footers.length).toBeGreaterThan(0)
    for (const [, xml] of footers)
      expect(textOf(xml)).toContain(
        'Bộ tiêu chí an-nong, phiên bản 2026.1, mã kiểm tra (SHA-256) 0123456789abcdef',
      )
  })

  test('leaves to the committee what only the committee knows', () => {
    const text = textOf(document)
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc')
    expect(text).toMatch(/\(Kèm theo …+ số …+\/…+ ngày …+ tháng …+ năm …+\)/)
    expect(text).toContain('Nơi nhận:')
  })

  test('is the same text for the same annex', async () => {
    expect(await documentOf(anNong)).toBe(document)
  })

  test('holds any text as it was written, whatever XML thinks of it', async () => {
    const document = await documentOf(hostile('a & b <script>\u0001 ]]> {{c}}'))
    expect(document).toContain('a &amp; b &lt;script&gt;  ]]&gt; {{c}}')
    expect(document).not.toMatch(/<script|\p{Cc}(?<!\n)/u)
  })

  test('needs no wide page for a small table', async () => {
    const small = annexFrom('bộ tiêu chí "Nhỏ" mã nho phiên bản 1\ntiêu chí 1 "A" tối đa 5 điểm')
    expect(await documentOf(small)).not.toContain('landscape')
  })
})

/** An annex that says the text wherever a rulebook may say one. */
function hostile(text: string): Annex {
  return annexFrom(`bộ tiêu chí "${text}" mã x phiên bản 2026.1
căn cứ "${text}"
ghi chú "${text}"
số liệu a "${text}": số nguyên bài, nguồn "${text}"
nhóm I "${text}" tối đa 5 điểm
tiêu chí 1 "${text}" tối đa 5 điểm
  chủ trì "${text}"; phối hợp "${text}"; căn cứ "${text}"; thời hạn "${text}"; hướng dẫn "${text}"; trích "${text}"
  giá trị = a
  còn lại: 0 điểm
xếp loại
"${text}" còn lại
ví dụ "${text}" với a = 1 thì tiêu chí 1 được 0 điểm`)
}

describe('the page', () => {
  test('holds every sentence of the table', () => {
    const html = textOf(annexHtml(anNong, HASH))
    const table = anNong.sections.find((section) => section.kind === 'criteria')
    const rows = table?.kind === 'criteria' ? table.parts.flatMap((part) => part.rows) : []
    expect(rows.length).toBeGreaterThan(15)
    for (const { title, scoring } of rows)
      for (const said of [title, ...scoring]) expect(html).toContain(escaped(said))
  })

  test('needs nothing from anywhere and runs nothing', () => {
    expect(annexHtml(anNong, HASH)).not.toMatch(/<script|<link|<img|\bsrc=|url\(|@import|https?:/)
  })

  test('escapes what the rulebook says, everywhere', () => {
    const html = annexHtml(hostile(`<script>alert(1)</script> {{7}} ' & ‹`), HASH)
    expect(html).not.toContain('<script')
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12)
    expect(html).toContain('{{7}}')
  })

  test('prints on A4, the table across, its head on every page, numbers at the top', () => {
    const html = annexHtml(anNong, HASH)
    expect(html).toContain('margin: 20mm 15mm 20mm 30mm')
    expect(html).toContain('@page wide { size: A4 landscape; }')
    expect(html.match(/<section class="wide">/g)).toHaveLength(1)
    expect(html).toContain('thead { display: table-header-group; }')
    expect(html).toContain('@page :first { @top-center { content: none; } }')
  })

  test('is the same for the same annex', () => {
    expect(annexHtml(anNong, HASH)).toBe(annexHtml(anNong, HASH))
  })
})

/** As the template writes it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('=', '&#x3D;')
}

describe('columns', () => {
  const paragraph = fc.string({ unit: fc.constantFrom('a', 'm', 'Ư', '1', ' '), maxLength: 60 })
  const cells = fc.array(fc.array(paragraph, { maxLength: 3 }), { minLength: 1, maxLength: 4 })
  const heading = fc.constantFrom('STT', 'Tiêu chí', 'Cách tính điểm')
  const column = fc.record({ heading, cells, bold: fc.array(paragraph, { maxLength: 2 }) })

  test('always fill the page, none of them vanishing', () => {
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(165, 252),
        (columns, width) => {
          const widths = columnWidths(columns, width)
          expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width, 6)
          expect(Math.min(...widths)).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('give most room to whoever has most to say', () => {
    const [short = 0, long = 0] = columnWidths(
      [
        { heading: 'A', cells: [['một hai ba bốn năm sáu bảy']], bold: [] },
        { heading: 'B', cells: [['một hai ba bốn năm sáu bảy '.repeat(20)]], bold: [] },
      ],
      165,
    )
    expect(long).toBeGreaterThan(short * 2)
  })

  test.each([
    ['plain', [], 16],
    ['bold', ['(dự\u00a0kiến)'], 18],
  ])('are wide enough for their longest %s word while there is room', (_, bold, least) => {
    const [first = 0] = columnWidths(
      [
        { heading: 'Điểm', cells: [['(dự\u00a0kiến)']], bold },
        { heading: 'Cách tính', cells: [['từ '.repeat(500)]], bold: [] },
      ],
      165,
    )
    expect(first).toBeGreaterThan(least)
  })
})

describe('writing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-annex-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'thư mục'))
  const source = parse({ name: 'x', text: 'bộ tiêu chí "Nhỏ" mã nho phiên bản 1' }, () => {})
  const annex = annexOf(source)
  const hash = hashRulebook(source.source)

  test('writes what is asked for, in place of what was there, and leaves nothing else behind', async () => {
    const [docx, html] = [join(folder, 'a.docx'), join(folder, 'a.html')]
    for (let time = 0; time < 2; time++) expect(await writeAnnex(annex, hash, { docx, html })).toEqual([])
    expect(readdirSync(folder).toSorted()).toEqual(['a.docx', 'a.html', 'thư mục'])
    expect(readFileSync(html, 'utf8')).toBe(annexHtml(annex, hash))
    expect(unzip(readFileSync(docx)).has('word/document.xml')).toBe(true)
  })

  test.each([
    ['không/có/a.html', 'không có thư mục để ghi tệp'],
    ['thư mục', 'đây là thư mục, không phải tệp'],
  ])('says that %s cannot be written', async (name, message) => {
    const path = join(folder, name)
    const before = readdirSync(folder)
    const faults = await writeAnnex(annex, hash, { docx: undefined, html: path })
    expect(faults.map(({ code, message: said }) => [code, said])).toEqual([
      ['file-not-written', `${message}: ${path}`],
    ])
    expect(readdirSync(folder)).toEqual(before)
  })
})
