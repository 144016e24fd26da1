import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodKey } from '#base/period.ts'
import { spellingKey } from '#base/spellingKey.ts'
import { addressOf, parseAddress, sheetPrefix } from '#services/spreadsheets/address.ts'
import { periodsIn, readPeriod } from '#services/spreadsheets/periodText.ts'
import { numberContent } from '#services/spreadsheets/xlsx/content.ts'
import { decimalText } from '#services/spreadsheets/xlsx/decimalText.ts'
import { formatOfCode } from '#services/spreadsheets/xlsx/numberFormat.ts'
import { runCommand } from '../../support/commandLine.ts'
import { type Zipped, zip, zipped } from '../../support/zip.ts'

describe('numbers of spreadsheets', () => {
  test.each([
    ['0.30000000000000004', '0,3'],
    ['1E-7', '0,0000001'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456789', '1234567890123460000'],
    ['-0', '0'],
    ['-12.50', '-12,5'],
    ['4.35', '4,35'],
    ['1e300', undefined],
    ['x', undefined],
    ['', undefined],
    ['Infinity', undefined],
  ])('%s is %s', (written, expected) => {
    expect(decimalText(written)).toBe(expected)
  })

  test('decimals of up to 15 digits come back as they were, however the float ends', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n),
        fc.integer({ min: 0, max: 12 }),
        (digits, places) => {
          const decimal = Number(`${digits}e-${places}`)
          expect(Number(decimalText(String(decimal))?.replace(',', '.'))).toBe(decimal === 0 ? 0 : decimal)
        },
      ),
    )
  })

  test.each([
    ['General', 'plain'],
    ['0.00', 'plain'],
    ['#,##0" người"', 'plain'],
    ['[Red]#,##0;[Blue]-0%', 'plain'],
    ['0.00E+00', 'plain'],
    ['0%', 'percent'],
    ['0.0"%"', 'percentSign'],
    ['0.0\\%', 'percentSign'],
    ['dd/mm/yyyy', 'day'],
    ['[$-1042]d/m/yy;@', 'day'],
    ['mm/yyyy', 'month'],
    ['"Tháng "mm"/"yyyy', 'month'],
    ['hh:mm', 'time'],
    ['[h]:mm', 'time'],
  ])('the format %s shows %s', (code, expected) => {
    expect(formatOfCode(code)).toBe(expected)
  })

  test.each([
    ['46188', 1900, { kind: 'date', date: { year: 2026, month: 6, day: 15 }, shownAs: 'day' }],
    ['44726', 1904, { kind: 'date', date: { year: 2026, month: 6, day: 15 }, shownAs: 'day' }],
    ['60', 1900, { kind: 'moment', text: '60' }],
    ['46188.5', 1900, { kind: 'moment', text: '46188,5' }],
    ['-1', 1900, { kind: 'moment', text: '-1' }],
    ['9999999', 1900, { kind: 'moment', text: '9999999' }],
  ] as const)('day %s, counted from %s', (written, dates, expected) => {
    expect(numberContent(written, 'day', dates)).toEqual(expected)
  })
})

describe('periods', () => {
  test.each([
    ['2026-10', '2026-10'],
    ['10/2026', '2026-10'],
    ['Tháng 10 năm 2026', '2026-10'],
    ['THANG 3/2026', '2026-03'],
    ['quý III/2026', '2026-Q3'],
    ['Q3 2026', '2026-Q3'],
    ['năm 2026', '2026'],
    ['2026', '2026'],
    ['13/2026', undefined],
    ['102026', undefined],
    ['10', undefined],
    ['31/10/2026', undefined],
  ])('%s is %s', (text, expected) => {
    const period = readPeriod(text, 'any', 2026)
    expect(period && periodKey(period)).toBe(expected)
  })

  test.each([
    ['10', 'month', '2026-10'],
    ['Tháng 4', 'month', '2026-04'],
    ['III', 'quarter', '2026-Q3'],
    ['5', 'quarter', undefined],
    ['13', 'month', undefined],
  ] as const)('%s under a heading of a %s is %s', (text, column, expected) => {
    const period = readPeriod(text, column, 2026)
    expect(period && periodKey(period)).toBe(expected)
    expect(readPeriod(text, column, undefined)).toBeUndefined()
  })

  test.each([
    ['BIỂU TỔNG HỢP THÁNG 10 NĂM 2026', ['2026-10']],
    ['(Kèm theo Công văn ngày 05 tháng 11 năm 2026)', []],
    ['Quý III/2026 và quý 4 năm 2026', ['2026-Q3', '2026-Q4']],
    ['Kế hoạch năm 2026', []],
  ])('the title %s names %j', (text, expected) => {
    expect(periodsIn(text).map(periodKey)).toEqual(expected)
  })
})

describe('names', () => {
  test.each([
    ['hoà bình', 'Hòa  Bình', true],
    ['thuỷ', 'thủy', true],
    ['dân_số', 'Dân số', true],
    ['Đông Sơn', 'Đồng Sơn', false],
    ['Dong', 'Đông', false],
    ['ma', 'má', false],
  ])('%s and %s are spelt alike: %s', (one, other, same) => {
    expect(spellingKey(one) === spellingKey(other)).toBe(same)
    expect(spellingKey(one.normalize('NFD'))).toBe(spellingKey(one))
  })

  test('addresses lead there and back', () => {
    const number = fc.integer({ min: 1, max: 16_384 })
    fc.assert(
      fc.property(number, number, (row, column) => {
        expect(parseAddress(addressOf({ row, column }))).toEqual({ row, column })
      }),
    )
    expect(addressOf({ row: 14, column: 4 })).toBe('D14')
    expect(addressOf({ row: 1, column: 703 })).toBe('AAA1')
    expect(parseAddress('D0')).toBeUndefined()
    expect([sheetPrefix('Thôn'), sheetPrefix('Tháng 10'), sheetPrefix("a'b")]).toEqual([
      'Thôn!',
      "'Tháng 10'!",
      "'a''b'!",
    ])
  })
})

describe('what is told of a table', () => {
  const CORPUS = 'test/services/spreadsheets/corpus'
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))

  /** What importing says of a file, without where it lies. */
  async function told(
    name: string,
    content: string | Uint8Array,
    ...options: readonly string[]
  ): Promise<string> {
    const path = join(folder, name)
    writeFileSync(path, content)
    const files = ['--rules', `${CORPUS}/rules.thidua`, '--entrants', `${CORPUS}/entrants.csv`]
    const into = join(mkdtempSync(join(tmpdir(), 'thidua-')), 'kho')
    const printed = await runCommand(['import', path, '--into', into, ...files, ...options])
    return printed.replaceAll(`${folder}/`, '')
  }

  const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rows = `<row r="1"><c t="str"><v>Thôn</v></c><c t="str"><v>Tin, bài</v></c></row>
    <row r="2" hidden="1"><c t="str"><v>Thôn 1</v></c><c><v>4</v></c></row>`
  const sheet = (columns = ''): string => `<worksheet>${columns}<sheetData>${rows}</sheetData></worksheet>`
  const hidden: readonly Zipped[] = [
    zipped(
      '_rels/.rels',
      `<Relationships><Relationship Id="a" Type="${TYPE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ),
    zipped(
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="Hiện" r:id="a" xmlns:r="r"/><sheet name="Ẩn" state="veryHidden" r:id="b" xmlns:r="r"/></sheets></workbook>',
    ),
    zipped(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${['a', 'b'].map((id) => `<Relationship Id="${id}" Type="${TYPE}/worksheet" Target="${id}.xml"/>`).join('')}</Relationships>`,
    ),
    zipped('xl/a.xml', sheet('<cols><col min="2" max="2" hidden="1"/></cols>')),
    zipped('xl/b.xml', sheet()),
  ]

  test('what is hidden', async () => {
    const printed = await told('ẩn.xlsx', zip(hidden), '--period', '2026-10')
    expect(printed).toContain('1 số liệu mới')
    expect(printed).toContain('trang «Hiện»: hàng đang ẩn cũng được đọc: 2')
    expect(printed).toContain('trang «Hiện»: cột đang ẩn cũng được đọc: B')
    expect(printed).toContain('trang «Ẩn» đang ẩn, không đọc; muốn đọc thì thêm --sheet')
    expect(await told('ẩn.xlsx', zip(hidden), '--period', '2026-10', '--sheet', 'ẩn')).toContain(
      '1 số liệu mới',
    )
  })

  test.each([
    [
      'a page that is not there',
      'x.xlsx',
      zip(hidden),
      ['--sheet', 'Trang 3'],
      'các trang có trong tệp: «Hiện», «Ẩn» (đang ẩn)',
    ],
    [
      'a page of a CSV file',
      'x.csv',
      'Thôn,Kỳ,bài\nThôn 1,10/2026,4\n',
      ['--sheet', 'a'],
      'tệp CSV không có trang: bỏ --sheet',
    ],
    [
      'a table without a period',
      'x.csv',
      'Thôn,bài\nThôn 1,4\n',
      [],
      'bảng không ghi kỳ số liệu\n ┌─ x.csv:2:8',
    ],
    [
      'a table of another period',
      'x.csv',
      'Kỳ: 2026-09,\nThôn,bài\nThôn 1,4\n',
      ['--period', '2026-10'],
      'bảng ghi tháng 9/2026, nhưng --period là tháng 10/2026',
    ],
    [
      'a row of another period',
      'x.csv',
      'Thôn,Kỳ,bài\nThôn 1,9/2026,4\n',
      ['--period', '2026-10'],
      'hàng ghi tháng 9/2026, khác kỳ của bảng (tháng 10/2026)',
    ],
    [
      'a comma without quotes',
      'x.csv',
      'Thôn,Kỳ,kinh_phí\nThôn 1,10/2026,1,5\n',
      [],
      'ô D2 nằm dưới cột không có tiêu đề',
    ],
    [
      'id and name of two entrants',
      'x.csv',
      'Mã,Thôn,Kỳ,bài\nthon-1,Thôn 2,10/2026,4\n',
      [],
      'tên và mã trong hàng chỉ hai đối tượng khác nhau',
    ],
    [
      'a wide CSV file as Excel saves it',
      'x.csv',
      '\ufeffTháng 10/2026;\r\nTHÔN;Kinh phi\r\nhoà bình;1,5\r\n',
      [],
      '1 số liệu mới',
    ],
  ])('%s', async (_what, name, content, options, expected) => {
    expect(await told(name, content, ...options)).toContain(expected)
  })
})
