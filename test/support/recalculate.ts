import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** What each sheet holds, cell by cell, by the name of the sheet. */
export type Shown = ReadonlyMap<string, readonly (readonly string[])[]>

/** Whether there is a spreadsheet program here. Without one it is said loudly, for nothing is checked then. */
export function hasSpreadsheetProgram(): boolean {
  const found = spawnSync('soffice', ['--version']).status === 0
  if (!found) {
    const line = '!'.repeat(100)
    const why =
      'LibreOffice (soffice) is missing: workbooks are NOT recalculated and NOTHING is said of their formulas'
    process.stderr.write(`${line}\n${why}\n${line}\n`)
  }
  return found
}

/** So many files are given to the program at once; it gives up in silence on many more. */
const AT_ONCE = 50

/** All sheets, comma, double quotes, UTF-8, numbers with all their decimals. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/**
 * Opens workbooks in LibreOffice, which calculates them since they hold no results, and reads what it makes of them. A workbook it
 * says nothing of is an error.
 */
export function recalculate(workbooks: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Shown> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-workbook-'))
  const [input, output] = [join(folder, 'in'), join(folder, 'out')]
  mkdirSync(input)
  try {
    const names = [...workbooks.keys()]
    for (const [name, bytes] of workbooks) writeFileSync(join(input, `${name}.xlsx`), bytes)
    for (let start = 0; start < names.length; start += AT_ONCE) {
      const files = names.slice(start, start + AT_ONCE).map((name) => join(input, `${name}.xlsx`))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', CSV, '--outdir', output, ...files], {
        stdio: 'ignore',
      })
    }
    const written = existsSync(output) ? readdirSync(output) : []
    return new Map(names.map((name) => [name, shown(name, output, written)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function shown(name: string, folder: string, files: readonly string[]): Shown {
  const own = files.filter((file) => file.normalize('NFC').startsWith(`${name}-`))
  if (own.length === 0) throw new Error(`LibreOffice did not open ${name}.xlsx`)
  return new Map(
    own.map((file) => {
      const sheet = file.normalize('NFC').slice(name.length + 1, -'.csv'.length)
      return [sheet, parse(readFileSync(join(folder, file), 'utf8'), { relaxColumnCount: true })]
    }),
  )
}

/** What the first sheet of a workbook concludes, and how many rows are counted as what. */
export function verdictOf(sheets: Shown): {
  readonly verdict: string
  readonly same: number
  readonly differs: number
  readonly unwritten: number
  readonly rows: number
} {
  const cover = sheets.get('Đối chiếu') ?? []
  const row = (name: string): readonly string[] => cover.find(([first]) => first === name) ?? []
  const [, same, differs, unwritten, rows] = row('Cộng').map((cell) => Number(cell.replaceAll(',', '')))
  return {
    verdict: row('Kết luận')[1] ?? '',
    same: same ?? Number.NaN,
    differs: differs ?? Number.NaN,
    unwritten: unwritten ?? Number.NaN,
    rows: rows ?? Number.NaN,
  }
}

/** The rows of a sheet, each by the heads of its columns. */
export function recordsIn(sheets: Shown, sheet: string): readonly Readonly<Record<string, string>>[] {
  const [, heads = [], ...rows] = sheets.get(sheet) ?? []
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])))
}
