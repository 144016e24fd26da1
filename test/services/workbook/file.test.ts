import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { rational } from '#base/rational.ts'
import { buildWorkbook } from '#services/workbook/buildWorkbook.ts'
import type { Sheet } from '#services/workbook/cells.ts'
import { literal } from '#services/workbook/formulas/literal.ts'
import { verificationWorkbook } from '#services/workbook/verificationWorkbook.ts'
import { runCommand } from '../../support/commandLine.ts'
import { unzip } from '../../support/unzip.ts'
import { RULEBOOKS, sourceOf, sourceOfCase } from './sources.ts'

/** What Excel 2010 and LibreOffice both have. */
const KNOWN =
  'ABS AND AVERAGE CHOOSE COUNT COUNTIF COUNTIFS EDATE EOMONTH IF IFERROR INDEX INT ISNUMBER MATCH MAX MIN MONTH N NA NOT OR ROUND ROW SIGN SUM SUMIFS SUMPRODUCT YEAR'.split(
    ' ',
  )

function formulasOf(sheets: readonly Sheet[]): readonly string[] {
  return sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'formula' ? [cell.formula] : []))),
  )
}

const HOSTILE = `=HYPERLINK(x)`

const SMALL = {
  villages: [HOSTILE, '+84', '@SUM(A1)', '-1', 'constructor'],
  rules: `số liệu a "=A1+1": số nguyên hộ, hằng tháng
    tiêu chí 1 "=cmd" tối đa 10 điểm
    đo tại thôn
    giá trị = a
    từ 5 trở lên: 10 điểm
    còn lại: 0 điểm`,
  facts: 'v1,a,2026-01,5',
}

describe('formulas', () => {
  test.each(RULEBOOKS)(
    'of %s use what every spreadsheet program has, and fit into cells',
    async (rules, data) => {
      const formulas = formulasOf(buildWorkbook(await sourceOf(rules, data)))
      const names = new Set(
        formulas.flatMap((one) => [...one.matchAll(/([A-Z]+)\(/g)].map(([, name]) => name)),
      )
      expect([...names].filter((name) => !KNOWN.includes(name ?? ''))).toEqual([])
      expect(Math.max(...formulas.slice(0, 10_000).map(({ length }) => length))).toBeLessThan(8192)
      expect(formulas.some((one) => one.startsWith('='))).toBe(false)
    },
  )

  test('that no cell can hold give way to what the engine says, and are counted as such', () => {
    const names = Array.from({ length: 300 }, (_, index) => index + 1)
    const source = sourceOfCase({
      scale: '300',
      rules: `số liệu a "A": số nguyên hộ, hằng tháng
        ${names
          .map(
            (name) => `tiêu chí ${name} "x" tối đa 1 điểm
              đo tại thôn
              giá trị = a
              từ 5 trở lên: 1 điểm
              còn lại: 0 điểm`,
          )
          .join('\n')}
        xếp loại
        "Tốt" từ 100 điểm trở lên, khi mọi tiêu chí từ 50% điểm tối đa trở lên
        "Khá" còn lại`,
      facts: 'v1,a,2026-01,5',
    })
    const standing = buildWorkbook(source).find(({ name }) => name === 'Xếp hạng')
    const words = standing?.rows.at(-1)?.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
    expect(words).toContain('không lập được công thức')
    expect(words).not.toContain('khớp')
  })

  test.each([
    [rational(29n, 50n), '0.58'],
    [rational(-5n, 2n), '(-2.5)'],
    [rational(25n, 3n), '(25/3)'],
    [rational(123_456_789_012_345n), '123456789012345'],
    [rational(12_345_678_901_234_567n, 10n), '(12345678901234567/10)'],
  ])('write %s exactly', (value, expected) => {
    expect(literal(value)).toBe(expected)
  })
})

describe('thidua workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-workbook-'))
  const line = 'workbook --rules rules/dinh-tien/2025.thidua --data data/dinh-tien --out'.split(' ')

  test('writes the file and says where to look first', async () => {
    const out = join(folder, 'đối chiếu.xlsx')
    expect(await runCommand([...line, out])).toBe(
      `đã ghi ${out}: kết quả của 1 đối tượng, chấm đến hết ngày 31/12/2024\nmở bằng Excel hoặc LibreOffice, xem trang «Đối chiếu» trước\n[0]\n`,
    )
    expect(unzip(readFileSync(out)).get('xl/workbook.xml')).toContain('Đối chiếu')
  })

  test('says it in JSON too', async () => {
    const out = join(folder, 'b.xlsx')
    const [told = ''] = (await runCommand([...line, out, '--json'])).split('[0]')
    expect(JSON.parse(told)).toMatchObject({ asOf: '2024-12-31', entrants: 1, written: out })
  })
})

describe('the file', () => {
  let files: ReadonlyMap<string, string> = new Map()
  const sheets = (): string =>
    [...files].flatMap(([name, xml]) => (/worksheets\/sheet\d+\.xml$/.test(name) ? [xml] : [])).join('')

  beforeAll(async () => {
    files = unzip(await verificationWorkbook(sourceOfCase(SMALL)))
  })

  test('holds no results of formulas, and asks to be calculated', () => {
    expect(sheets()).toMatch(/<f>/)
    expect(sheets()).not.toMatch(/<\/f>\s*<v>/)
    expect(files.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  test('keeps as text what only looks like a formula', () => {
    const shared = files.get('xl/sharedStrings.xml') ?? ''
    for (const name of [HOSTILE, '+84', '@SUM(A1)', '-1', 'constructor '])
      expect(shared).toContain(`>${name}<`)
    expect(sheets()).not.toMatch(/<f>[^<]*(HYPERLINK|cmd|=A1)/)
  })

  test('is printed on A4 across the page, with the heads on each', () => {
    const book = files.get('xl/workbook.xml') ?? ''
    expect(sheets()).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/)
    expect(book).toContain('_xlnm.Print_Titles')
    expect(book).toContain('_xlnm.Print_Area')
  })
})
