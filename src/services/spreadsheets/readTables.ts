import { controlCharacterIn } from '#base/controlCharacters.ts'
import type { Period } from '#base/period.ts'
import { type Diagnostic, failure, hasError, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Fact, factsOf } from '#records/fact.ts'
import type { Row } from '#records/table.ts'
import { findTable, type TableFound } from './findTable.ts'
import { headingFaults } from './headingFaults.ts'
import { headingFinder } from './headings.ts'
import { remarksText } from './remarks.ts'
import type { Sheet } from './sheet.ts'
import { tableContext } from './tableContext.ts'
import { tablePeriod } from './tablePeriod.ts'
import { readTableRows } from './tableRows.ts'
import type { Workbook } from './workbook.ts'

/** What was asked for beside the file itself. */
export interface TableOptions {
  /** The name of the page to read; by default all that hold a table. */
  readonly sheet: string | undefined
  /** The period of tables that do not say it. */
  readonly period: Period | undefined
}

/** The facts of all tables of a file, or everything wrong with it; how cells were read is told as warnings. */
export function readTables(
  workbook: Workbook,
  program: Program,
  entrants: readonly Entrant[],
  { sheet: wanted, period: asked }: TableOptions,
): Result<readonly Fact[]> {
  const chosen = chooseSheets(workbook, wanted)
  if (!chosen.ok) return chosen
  const find = headingFinder(program)
  const tables = chosen.value.flatMap((sheet) => {
    const table = findTable(sheet, find)
    return table ? [{ sheet, table }] : []
  })
  if (tables.length === 0) return failure([noTable(workbook, chosen.value, program)])
  const read = tables.map(({ sheet, table }) => readTable(sheet, table, program, entrants, asked))
  const diagnostics = read.flatMap((each) => each.diagnostics)
  if (hasError(diagnostics)) return failure(diagnostics.filter(({ severity }) => severity === 'error'))
  const facts = factsOf(
    read.flatMap((each) => (each.ok ? each.value : [])),
    entrants,
  )
  if (!facts.ok) return facts
  const used = new Set(tables.map(({ sheet }) => sheet))
  return { ...facts, diagnostics: [...diagnostics, ...passedOver(workbook, chosen.value, used)] }
}

function readTable(
  sheet: Sheet,
  table: TableFound,
  program: Program,
  entrants: readonly Entrant[],
  asked: Period | undefined,
): Result<readonly Row[]> {
  const headings = headingFaults(sheet, table)
  if (headings.length > 0) return failure(headings)
  const period = tablePeriod(sheet, table.firstHeadingRow, asked)
  if ('code' in period) return failure([period])
  const read = readTableRows(tableContext(sheet, table, program, entrants, period))
  const faults = [...read.faults, ...read.rows.flatMap(controlFaults)]
  if (faults.length > 0) return failure(faults.slice(0, MOST_DIAGNOSTICS))
  return { ok: true, value: read.rows, diagnostics: remarksText(sheet, period, read.remarks) }
}

/** A workbook writes control characters by their numbers. */
function controlFaults(row: Row): readonly Diagnostic[] {
  return Object.entries(row.fields).flatMap(([column, text]): readonly Diagnostic[] => {
    const found = controlCharacterIn(text)
    if (!found) return []
    const message = `ô này có ký tự điều khiển ${found.name}, không phải chữ`
    const help = 'ký tự ấy không nhìn thấy, hay lọt vào khi chép từ tệp PDF: gõ lại ô này'
    return [{ code: 'field-invalid', severity: 'error', message, labels: [row.label('ô này', column)], help }]
  })
}

/** The page that was asked for; by default every one that people see. */
function chooseSheets(workbook: Workbook, wanted: string | undefined): Result<readonly Sheet[]> {
  const { sheets } = workbook
  if (wanted === undefined)
    return { ok: true, value: sheets.filter(({ hidden }) => !hidden), diagnostics: [] }
  const named = sheets.filter(({ name }) => name.toLowerCase() === wanted.normalize('NFC').toLowerCase())
  if (named.length > 0) return { ok: true, value: named, diagnostics: [] }
  return failure([
    {
      code: 'table-not-found',
      severity: 'error',
      message: `tệp không có trang «${wanted}»: ${workbook.name}`,
      labels: [],
      help:
        workbook.kind === 'csv'
          ? 'tệp CSV không có trang: bỏ --sheet'
          : `các trang có trong tệp: ${sheetNames(sheets)}`,
    },
  ])
}

function sheetNames(sheets: readonly Sheet[]): string {
  return sheets.map(({ name, hidden }) => `«${name}»${hidden ? ' (đang ẩn)' : ''}`).join(', ')
}

function noTable(workbook: Workbook, sheets: readonly Sheet[], { measures }: Program): Diagnostic {
  const where = workbook.kind === 'csv' ? '' : ` (đã tìm trong ${sheetNames(sheets) || 'không trang nào'})`
  const [first] = measures.values()
  const example = first ? `, ví dụ «${first.title.text}»` : ''
  return {
    code: 'table-not-found',
    severity: 'error',
    message: `không tìm thấy bảng số liệu nào trong ${workbook.name}${where}`,
    labels: [],
    help: `cần một hàng tiêu đề có cột «Thôn» hoặc «Đơn vị», và mỗi số liệu một cột${example}; hoặc các cột «Số liệu», «Kỳ», «Giá trị»`,
  }
}

/** Pages that were not read: those without a table, and those that people do not see. */
function passedOver(
  { sheets }: Workbook,
  chosen: readonly Sheet[],
  used: ReadonlySet<Sheet>,
): readonly Diagnostic[] {
  const note = (message: string): Diagnostic => ({
    code: 'table-note',
    severity: 'warning',
    message,
    labels: [],
  })
  const without = chosen.filter((sheet) => !used.has(sheet) && sheet.rows.length > 0)
  const hidden = sheets.filter((sheet) => sheet.hidden && !chosen.includes(sheet) && sheet.rows.length > 0)
  return [
    ...without.map(({ name }) => note(`trang «${name}» không có bảng số liệu, không đọc`)),
    ...hidden.map(({ name }) => note(`trang «${name}» đang ẩn, không đọc; muốn đọc thì thêm --sheet`)),
  ]
}
