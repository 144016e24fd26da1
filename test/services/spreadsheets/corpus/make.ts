import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { type Typed, WORKBOOKS } from './sheets.ts'

/**
 * Writes the workbooks of the corpus anew: each is written by write-excel-file, then opened and saved by LibreOffice, which
 * computes the formulas. `node test/services/spreadsheets/corpus/make.ts [NAME…]`
 */
const only = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'thidua-corpus-'))
const typed = join(folder, 'typed')
const saved = join(folder, 'saved')
mkdirSync(typed)
const names = Object.keys(WORKBOOKS).filter((name) => only.length === 0 || only.includes(name))
for (const name of names) {
  const pages = Object.entries(WORKBOOKS[name] ?? {})
  const sheets = pages.map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)) as SheetData,
  }))
  writeFileSync(join(typed, `${name}.xlsx`), await writeXlsxFile(sheets).toBuffer())
}
const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
execFileSync('soffice', [
  profile,
  '--headless',
  '--convert-to',
  'xlsx',
  '--outdir',
  saved,
  ...names.map((name) => join(typed, `${name}.xlsx`)),
])
for (const name of names) copyFileSync(join(saved, `${name}.xlsx`), join(import.meta.dirname, `${name}.xlsx`))

function cellOf(cell: Typed): object | null {
  if (cell === null) return null
  if (typeof cell !== 'object' || cell instanceof Date) return plain(cell)
  if ('formula' in cell) return { type: 'Formula', value: cell.formula, ...formatOf(cell.format) }
  return {
    ...plain(cell.value),
    ...formatOf(cell.format),
    ...(cell.across ? { columnSpan: cell.across } : {}),
    ...(cell.down ? { rowSpan: cell.down } : {}),
  }
}

function plain(value: string | number | boolean | Date): object {
  // write-excel-file takes such a text for one it has written before.
  if (typeof value === 'string') return { type: String, value: value in {} ? `${value} ` : value }
  if (typeof value === 'number') return { type: Number, value }
  return typeof value === 'boolean' ? { type: Boolean, value } : { type: Date, value, format: 'dd/mm/yyyy' }
}

function formatOf(format: string | undefined): object {
  return format === undefined ? {} : { format }
}
