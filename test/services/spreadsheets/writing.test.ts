import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { parsePeriod } from '#base/period.ts'
import { rational } from '#base/rational.ts'
import { loadProgram } from '#engine/index.ts'
import { readEntrants } from '#records/entrant.ts'
import { readFacts } from '#records/fact.ts'
import { factFields } from '#records/fields.ts'
import { openWorkbook } from '#services/spreadsheets/openWorkbook.ts'
import {
  type OutCell,
  type OutSheet,
  pointsCell,
  text,
  valueCell,
} from '#services/spreadsheets/out/outSheet.ts'
import { templateSheets } from '#services/spreadsheets/out/template.ts'
import { writeCsv } from '#services/spreadsheets/out/writeCsv.ts'
import { writeXlsx } from '#services/spreadsheets/out/writeXlsx.ts'
import { plainText } from '#services/spreadsheets/sheetText.ts'
import { runCommand } from '../../support/commandLine.ts'
import { convert, HAS_OFFICE, sayWhereOfficeIsMissing } from '../../support/officeProgram.ts'

sayWhereOfficeIsMissing()

const CORPUS = 'test/services/spreadsheets/corpus'
const HEAD = 'entrant,measure,period,value,status,source,evidence'
const FACTS = [
  'thon-1,bài,2026-10,12,,loa,',
  'thon-1,tỷ_lệ_trực_tuyến,2026-10,"35,4%",,,',
  'thon-1,kinh_phí,2026-10,"1,50",,,',
  'thon-1,nhóm_zalo,2026-10,có,,,',
  'thon-1,ngày_ra_mắt,2026-10,15/06/2026,,,',
  'thon-2,hộ,2026-10,1.234,chờ thẩm định,"=HYPERLINK(""http://x"",""y"")",<script>alert(1)</script>',
  'thon-2,bài,2026-10,7,,constructor,@SUM(A1)',
  'hoa-binh,bài,2026-09,-0,,+84 912,',
]

let folder: string
const path = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-'))
})

async function run(...line: readonly string[]): Promise<string> {
  const printed = await runCommand([...line, '--rules', `${CORPUS}/rules.thidua`])
  return printed.replaceAll(`${folder}/`, '')
}

/** Takes the facts in, the list of entrants with them. */
async function takeIn(rows: readonly string[] = FACTS): Promise<void> {
  writeFileSync(path('facts.csv'), `${[HEAD, ...rows].join('\n')}\n`)
  const printed = await run(...importing('facts.csv'), '--entrants', `${CORPUS}/entrants.csv`)
  expect(printed).toContain(`${rows.length} số liệu mới`)
}

const importing = (file: string): readonly string[] => ['import', path(file), '--into', path('kho')]
const exporting = (file: string): readonly string[] => ['export', '--from', path('kho'), '--out', path(file)]
const csvOf = (name: string): readonly string[] => readFileSync(path(name), 'utf8').trimEnd().split('\n')

describe('an export', () => {
  test('as a workbook holds results, facts and history, and its facts are taken back as they are', async () => {
    await takeIn()
    writeFileSync(path('facts.csv'), `${HEAD}\nthon-1,bài,2026-10,13,,loa,\n`)
    await run(...importing('facts.csv'), '--why', 'đếm sót một bài')
    expect(await run(...exporting('xuất.xlsx'))).toContain(
      '8 số liệu; các trang: Kết quả Thôn, Số liệu, Lịch sử\nĐã ghi xuất.xlsx\n[0]\n',
    )
    expect(await run(...importing('xuất.xlsx'), '--sheet', 'Số liệu')).toContain(
      '0 số liệu mới, 0 số liệu sửa, 8 số liệu đã có',
    )
  })

  test('as CSV is taken back as it is, formulas and all', async () => {
    await takeIn()
    await run(...exporting('xuất.csv'), '--table', 'facts')
    expect(await run(...importing('xuất.csv'))).toContain('0 số liệu mới, 0 số liệu sửa, 8 số liệu đã có')
    const rows = csvOf('xuất.csv')
    expect(rows[0]).toBe('\ufeffMã;Tên;Số liệu;Kỳ;Giá trị;Trạng thái;Nguồn;Minh chứng')
    expect(rows).toContain(`thon-2;Thôn 2;Tin, bài;2026-10;7;;constructor;'@SUM(A1)`)
    expect(rows.join('\n')).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
    expect(rows.join('\n')).toContain(`'+84 912`)
  })

  test('of history tells what was corrected, by whom and why', async () => {
    await takeIn(['thon-1,bài,2026-10,12,,loa,'])
    writeFileSync(path('facts.csv'), `${HEAD}\nthon-1,bài,2026-10,13,,loa,\n`)
    await run(...importing('facts.csv'), '--why', '=đếm sót', '--by', 'Văn phòng')
    await run(...exporting('sử.csv'), '--table', 'history')
    const [, first = '', second = ''] = csvOf('sử.csv')
    expect(first).toMatch(/^thon-1;Thôn 1;Tin, bài;2026-10;12;;loa;;1;;\d{4}-.*;không ghi;;$/)
    expect(second).toMatch(/^thon-1;Thôn 1;Tin, bài;2026-10;13;;loa;;2;1;\d{4}-.*;Văn phòng;'=đếm sót;$/)
  })

  test('of history tells what was withdrawn', async () => {
    await takeIn(['thon-1,bài,2026-10,12,,loa,', 'thon-2,bài,2026-10,7,,,'])
    const of = ['--entrant', 'thon-2', '--measure', 'bài', '--period', '2026-10']
    await run('withdraw', '--into', path('kho'), ...of, '--why', 'nhầm thôn')
    expect(await run(...exporting('sử.csv'), '--table', 'history')).toContain('1 số liệu;')
    expect(csvOf('sử.csv').at(-1)).toMatch(/^thon-2;Thôn 2;Tin, bài;2026-10;.*;3;2;.*;nhầm thôn;có$/)
  })

  test('of results gives rank, exact points by criterion and in all', async () => {
    await takeIn(['thon-1,bài,2026-10,12,,,', 'thon-2,bài,2026-10,7,,,', 'thon-2,bài,2026-09,1,,,'])
    await run(...exporting('điểm.csv'), '--period', '2026-10')
    expect(csvOf('điểm.csv').slice(0, 4)).toEqual([
      '\ufeffTính đến ngày 31/10/2026',
      'Hạng;Mã;Tên;Loại;Cụm;Tổng điểm;Tổng điểm đã làm tròn;Xếp loại;Ghi chú;1. Tin, bài;2. Tài khoản;3. Hồ sơ trực tuyến;4. Kinh phí;5. Nhóm Zalo;6. Tổ công nghệ số',
      '1;thon-1;Thôn 1;thôn;;0;0;;tạm tính;0;0;0;0;0;0',
      '1;thon-2;Thôn 2;thôn;;0;0;;tạm tính;0;0;0;0;0;0',
    ])
  })

  test.each([
    [
      'a name that says neither form',
      ['xuất.pdf'],
      'lỗi[file-not-written]: không biết ghi tệp dạng gì: xuất.pdf',
    ],
    [
      'a period without facts',
      ['x.csv', '--period', '2026-01'],
      'lỗi[file-empty]: kho dữ liệu chưa có số liệu nào',
    ],
    ['an unknown table', ['x.csv', '--table', 'điểm'], 'điểm'],
  ])('refuses %s', async (_what, [file = '', ...rest], message) => {
    await takeIn()
    expect(await run(...exporting(file), ...rest)).toContain(message)
  })

  test.skipIf(!HAS_OFFICE)('is opened by LibreOffice as it was meant', async () => {
    await takeIn()
    await run(...exporting('xuất.xlsx'))
    writeFileSync(path('lại.xlsx'), convert(path('xuất.xlsx'), 'xlsx'))
    expect(await run(...importing('lại.xlsx'), '--sheet', 'Số liệu')).toContain(
      '0 số liệu mới, 0 số liệu sửa, 8 số liệu đã có',
    )
    const read = await openWorkbook(path('lại.xlsx'))
    if (!read.ok) throw new Error('LibreOffice wrote what cannot be read')
    const cells = read.value.sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
    expect(cells.filter(({ formula }) => formula)).toEqual([])
    expect(cells.map(plainText)).toContain('=HYPERLINK("http://x","y")')
  })

  test.skipIf(!HAS_OFFICE)('of CSV is opened by LibreOffice without a formula in it', async () => {
    await takeIn()
    await run(...exporting('xuất.csv'), '--table', 'facts')
    writeFileSync(path('lại.xlsx'), convert(path('xuất.csv'), 'xlsx'))
    const read = await openWorkbook(path('lại.xlsx'))
    if (!read.ok) throw new Error('LibreOffice wrote what cannot be read')
    const cells = read.value.sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
    expect(cells.filter(({ formula }) => formula)).toEqual([])
  })
})

const VALUES: Readonly<Record<string, string>> = {
  'Tin, bài': '12',
  'Hộ dân': '1234',
  'Hộ có tài khoản': '130',
  'Tỷ lệ hồ sơ trực tuyến': '35,4%',
  'Kinh phí': '0,3',
  'Có nhóm Zalo': 'không',
  'Ngày ra mắt tổ công nghệ số': '15/06/2026',
}

/** The template's pages with every cell filled in that waits for it. */
function filled(): readonly OutSheet[] {
  const source = (name: string) => ({ name, text: readFileSync(join(CORPUS, name), 'utf8') })
  const program = loadProgram(source('rules.thidua'))
  const entrants = readEntrants(source('entrants.csv'))
  const period = parsePeriod('2026-10')
  if (!program.ok || !entrants.ok || !period) throw new Error('the corpus is sound')
  return templateSheets(program.value, entrants.value, period).map((sheet) => {
    const headings = sheet.rows[2] ?? []
    const fill = (cell: OutCell, column: number): OutCell => {
      const above = headings[column]
      return cell.kind === 'blank' && above?.kind === 'heading' ? valueCell(VALUES[above.text] ?? '?') : cell
    }
    return { ...sheet, rows: sheet.rows.map((row) => row.map(fill)) }
  })
}

describe('a template', () => {
  const TAKEN = '35 số liệu mới, 0 số liệu sửa, 0 số liệu đã có'
  const take = (file: string): Promise<string> =>
    run(...importing(file), '--entrants', `${CORPUS}/entrants.csv`)

  test('is a page for each level with a row for each entrant', async () => {
    const made = ['template', '--period', '2026-10', '--out', path('mẫu.xlsx')]
    expect(await run(...made, '--entrants', `${CORPUS}/entrants.csv`)).toBe(
      `trang «Thôn»: 5 đối tượng\nĐã ghi mẫu.xlsx; điền xong thì nhập: npx thidua import mẫu.xlsx --rules ${CORPUS}/rules.thidua --into kho --entrants ${CORPUS}/entrants.csv\n[0]\n`,
    )
    await takeIn()
    expect(await run(...made, '--into', path('kho'))).toContain('trang «Thôn»: 5 đối tượng')
    expect(await run(...made)).toContain('trang «Thôn»: 0 đối tượng')
    expect(await run('template', '--period', '2026-Q3', '--out', path('mẫu.xlsx'))).toContain(
      'lỗi[period-mismatch]: bộ tiêu chí không có số liệu nào báo cáo cho quý 3/2026',
    )
  })

  test('that nobody filled in holds no fact', async () => {
    await run(
      'template',
      '--period',
      '2026-10',
      '--out',
      path('mẫu.xlsx'),
      '--entrants',
      `${CORPUS}/entrants.csv`,
    )
    expect(await take('mẫu.xlsx')).toContain('0 số liệu mới')
  })

  test('that is filled in is taken in with no further word', async () => {
    writeFileSync(path('mẫu.xlsx'), await writeXlsx(filled()))
    expect(await take('mẫu.xlsx')).toContain(TAKEN)
  })

  test('as CSV is taken in just so', async () => {
    const [sheet] = filled()
    if (!sheet) throw new Error('there is a level')
    writeFileSync(path('mẫu.csv'), writeCsv(sheet))
    expect(await take('mẫu.csv')).toContain(TAKEN)
  })

  test.skipIf(!HAS_OFFICE)('that LibreOffice saved is taken in just so', async () => {
    writeFileSync(path('mẫu.xlsx'), await writeXlsx(filled()))
    writeFileSync(path('lưu.xlsx'), convert(path('mẫu.xlsx'), 'xlsx'))
    expect(await take('lưu.xlsx')).toContain(TAKEN)
    writeFileSync(path('lưu.csv'), convert(path('mẫu.xlsx'), 'csv'))
    expect(await run(...importing('lưu.csv'))).toMatch(/0 số liệu mới, 0 số liệu sửa, 35 số liệu đã có|lỗi/)
  })
})

/** The control characters, and the two last of the plane. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

describe('what is written reads back', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '=1+1',
      '-3',
      '+84',
      '@x',
      '35,4%',
      '1.234',
      '0,10',
      '30/02/2026',
      '01/02/2026',
    ),
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => `${number}`.replace('.', ',')),
  )
  const known = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ').trim()

  test('whatever is written into a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (written) => {
        const rows = written.map((each) => [text('x'), valueCell(each), text(each)])
        const sheet = { name: 'Trang', widths: [], rows, frozen: { rows: 0, columns: 0 } }
        writeFileSync(path('x.xlsx'), await writeXlsx([sheet]))
        const read = await openWorkbook(path('x.xlsx'))
        if (!read.ok) throw new Error(read.diagnostics[0]?.message)
        const cells = (read.value.sheets[0]?.rows ?? []).map((row) =>
          [2, 3].map((column) => {
            const cell = row.cells.get(column)
            return cell ? plainText(cell) : ''
          }),
        )
        const kept = (each: string): string => known(each.replace(NOT_IN_XML, ''))
        expect(cells).toEqual(written.map((each) => [kept(each), kept(each)]))
      }),
      { numRuns: 15 },
    )
  })

  test.each([
    [rational(187n, 2n), { kind: 'number', value: 93.5 }],
    [rational(100n, 11n), { kind: 'number', text: '9,0909090909', value: 9.0909090909 }],
    [rational(-1n, 4n), { kind: 'number', value: -0.25 }],
    [rational(12345678901234567n, 10n), { kind: 'text', text: '1234567890123456,7' }],
    [rational(15763n), { kind: 'number', text: '15763' }],
  ])('points %#', (points, cell) => {
    expect(pointsCell(points)).toMatchObject(cell)
  })
})

test('facts of the sample dossiers go out and come back the same', async () => {
  const entrants = readEntrants({ name: '', text: readFileSync('data/ngoc-son/entrants.csv', 'utf8') })
  if (!entrants.ok) throw new Error('the sample is sound')
  const facts = readFacts({ name: '', text: readFileSync('data/ngoc-son/facts.csv', 'utf8') }, entrants.value)
  if (!facts.ok) throw new Error('the sample is sound')
  const line = (options: readonly string[]): Promise<string> =>
    runCommand([...options, '--rules', 'rules/ngoc-son/2026.thidua'])
  await line([
    'import',
    'data/ngoc-son/facts.csv',
    '--into',
    path('kho'),
    '--entrants',
    'data/ngoc-son/entrants.csv',
  ])
  await line(['export', '--from', path('kho'), '--out', path('x.xlsx')])
  expect(await line(['import', path('x.xlsx'), '--into', path('kho'), '--sheet', 'Số liệu'])).toContain(
    `0 số liệu mới, 0 số liệu sửa, ${facts.value.map(factFields).length} số liệu đã có`,
  )
})
