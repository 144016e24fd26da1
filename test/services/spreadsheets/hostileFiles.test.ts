import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { csvText } from '#base/csvText.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { loadProgram } from '#engine/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { openWorkbook } from '#services/spreadsheets/openWorkbook.ts'
import { readTables } from '#services/spreadsheets/readTables.ts'
import { readWorkbookInThread } from '#services/spreadsheets/xlsx/inThread.ts'
import { MOST_ENTRIES } from '#services/spreadsheets/xlsx/limits.ts'
import { type Zipped, zip, zipped, zippedRepeat } from '../../support/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one page whose XML is given, as small as one can be. */
function workbook(page: Zipped, ...others: readonly Zipped[]): readonly Zipped[] {
  const relation = (type: string, target: string): string =>
    `<Relationships><Relationship Id="a" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`
  return [
    zipped('_rels/.rels', relation('officeDocument', 'xl/workbook.xml')),
    zipped(
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="Sheet1" r:id="a" xmlns:r="r"/></sheets></workbook>',
    ),
    zipped('xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')),
    page,
    ...others,
  ]
}

const PAGE = 'xl/worksheets/sheet1.xml'
const page = (rows: string): Zipped => zipped(PAGE, `<worksheet><sheetData>${rows}</sheetData></worksheet>`)

/** What opening a file says: the codes and messages, or how many rows its pages have. */
async function opened(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const read = await openWorkbook(path)
  if (read.ok) return read.value.sheets.map(({ rows }) => `${rows.length}`).join()
  return read.diagnostics.map(({ code, message }) => `${code}: ${message.replace(path, name)}`).join('\n')
}

describe('a large table', () => {
  const program = loadProgram({
    name: '',
    text: readFileSync('test/services/spreadsheets/corpus/rules.thidua', 'utf8'),
  })
  const entrants = Array.from({ length: 8333 }, (_, index): Entrant => {
    const id = `thon-${index + 1}`
    return {
      id,
      name: `Thôn ${index + 1}`,
      level: 'village',
      kind: 'thôn',
      parent: undefined,
      cluster: undefined,
      attributes: [],
    }
  })
  const rows = entrants.flatMap(({ name }) =>
    Array.from({ length: 12 }, (_, month) => [name, 'Tin, bài', `${month + 1}/2026`, `${month}`]),
  )

  test.each([
    [
      'xlsx',
      (): Uint8Array =>
        zip(workbook(page([['Thôn', 'Số liệu', 'Kỳ', 'Giá trị'], ...rows].map(rowXml).join('')))),
    ],
    ['csv', (): Uint8Array => Buffer.from(csvText([['Thôn', 'Số liệu', 'Kỳ', 'Giá trị'], ...rows]))],
  ])('of a hundred thousand rows is read, as %s', async (ending, content) => {
    if (!program.ok) throw new Error('the corpus is sound')
    writeFileSync(join(folder, `lớn.${ending}`), content())
    const opened = await openWorkbook(join(folder, `lớn.${ending}`))
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
    const none = { sheet: undefined, period: undefined }
    const read = readTables(opened.value, program.value, entrants, none)
    expect(read.ok && read.value.length).toBe(99_996)
  })

  test('is told where a cell has a control character, which Excel writes by its number', async () => {
    if (!program.ok) throw new Error('the corpus is sound')
    const table = [
      ['Thôn', 'Số liệu', 'Kỳ', 'Giá trị', 'Nguồn'],
      ['Thôn 1', 'Tin, bài', '1/2026', '3', 'sổ _x0007_ trực'],
    ]
    writeFileSync(join(folder, 'chuông.xlsx'), zip(workbook(page(table.map(rowXml).join('')))))
    const opened = await openWorkbook(join(folder, 'chuông.xlsx'))
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
    const read = readTables(opened.value, program.value, entrants, { sheet: undefined, period: undefined })
    expect(renderDiagnostics(read.diagnostics)).toMatch(
      /lỗi\[field-invalid\]: ô này có ký tự điều khiển U\+0007, không phải chữ\n.*E2/,
    )
  })

  test('is told where it goes on too far', async () => {
    const far = page('<row r="100101"><c r="A100101"><v>1</v></c></row>')
    expect(await opened('x.xlsx', zip(workbook(far)))).toContain('ô A100101 của trang «Sheet1» nằm quá xa')
  })
})

/** A row of texts in the XML of a page. */
function rowXml(cells: readonly string[], index: number): string {
  const written = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
  return `<row r="${index + 1}">${written.join('')}</row>`
}

describe('a file that would do harm', () => {
  test('the smallest workbook is read', async () => {
    expect(await opened('x.xlsx', zip(workbook(page('<row r="1"><c r="A1"><v>1</v></c></row>'))))).toBe('1')
  })

  /** A sound page of few cells and 300 MB of blanks between them. */
  const bomb = (): Promise<Zipped> => {
    const row = `<row><c><v>1</v></c></row>${' '.repeat(999_974)}`
    return zippedRepeat(PAGE, ['<worksheet><sheetData>', row, '</sheetData></worksheet>'], 300)
  }

  test('300 MB in a small file are not unpacked', async () => {
    const file = zip(workbook(await bomb()))
    expect(file.length).toBeLessThan(1_000_000)
    expect(await opened('bom.xlsx', file)).toBe('file-too-large: nội dung giải nén vượt quá 100 MB: bom.xlsx')
  })

  test('nor where the directory says that they are 1000 bytes', async () => {
    const forged = { ...(await bomb()), size: 1000 }
    expect(await opened('giả.xlsx', zip(workbook(forged)))).toBe(
      'spreadsheet-unreadable: tệp nén khai sai nội dung bên trong, không nhận: giả.xlsx',
    )
  })

  test.each<readonly [string, readonly Zipped[], string]>([
    [
      'many files',
      workbook(page(''), ...Array.from({ length: MOST_ENTRIES }, (_, index) => zipped(`${index}`, ''))),
      'tệp có hơn 200 phần bên trong',
    ],
    ['a name that leads out of it', workbook(page(''), zipped('../../etc/passwd', '')), 'khai sai nội dung'],
    ['a name twice', workbook(page(''), page('')), 'khai sai nội dung'],
    ['macros', workbook(page(''), zipped('xl/vbaProject.bin', '')), 'tệp có chứa macro'],
    [
      'entities',
      workbook(zipped(PAGE, '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>')),
      'không phải bảng tính .xlsx',
    ],
    [
      'XML that ends too soon',
      workbook(zipped(PAGE, '<worksheet><sheetData>')),
      'không phải bảng tính .xlsx',
    ],
    ['another kind of document', [zipped('word/document.xml', '<x/>')], 'không phải bảng tính .xlsx'],
    [
      'a text that it does not hold',
      workbook(page('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
      'không phải bảng tính .xlsx',
    ],
    [
      'a cell at the end of the world',
      workbook(page('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
      'ô XFD1048576 của trang «Sheet1» nằm quá xa',
    ],
    [
      'merges without end',
      workbook(
        zipped(
          PAGE,
          `<worksheet><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(2001)}</mergeCells></worksheet>`,
        ),
      ),
      'có trang gộp ô hơn 2000 chỗ',
    ],
    [
      'a row that is somewhere else',
      workbook(page('<row r="1"><c r="A9"><v>1</v></c></row>')),
      'không phải bảng tính .xlsx',
    ],
  ])('%s', async (_what, files, message) => {
    expect(await opened('x.xlsx', zip(files))).toContain(message)
  })

  test('cells that are only coloured do not count, however far away', async () => {
    expect(
      await opened('x.xlsx', zip(workbook(page('<row r="1048576"><c r="XFD1048576" s="1"/></row>')))),
    ).toBe('0')
  })

  test.each([
    ['cut in the middle', (file: Buffer) => file.subarray(0, file.length / 2), 'không phải bảng tính .xlsx'],
    ['of before 2007', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'tệp Excel kiểu cũ (.xls)'],
    [
      'with a password',
      () => Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'tệp có mật khẩu',
    ],
    ['that is empty', () => Buffer.alloc(0), 'file-empty: tệp trống'],
    ['that is a picture', () => Buffer.from('89504e470d0a1a0a00', 'hex'), 'file-not-text'],
  ])('a workbook %s', async (_what, spoil, message) => {
    const sound = readFileSync('test/services/spreadsheets/corpus/sound_long.xlsx')
    expect(await opened('x.xlsx', spoil(sound))).toContain(message)
  })

  test('a reader that would need too much memory, or too much time, is stopped', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="str"><v>thôn ${index}</v></c></row>`,
    )
    const file = zip(workbook(page(rows.join(''))))
    const stopped = { ok: false, fault: { kind: 'tooSlow' } }
    expect(await readWorkbookInThread(file, { memory: 8, time: 60_000 })).toEqual(stopped)
    expect(await readWorkbookInThread(file, { memory: 500, time: 1 })).toEqual(stopped)
    expect(await opened('x.xlsx', file)).toBe('60000')
  })
})
