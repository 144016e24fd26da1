import { foldText } from '#base/foldText.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { addressOf } from './address.ts'
import type { Remark } from './remarks.ts'
import { valuesOf } from './rowValues.ts'
import type { SheetRow } from './sheet.ts'
import { mergedArea, plainText } from './sheetText.ts'
import { columnsOf, fault, type TableContext } from './tableContext.ts'

/** The rows of a table between its headings and the first empty row, and what was found in passing. */
export interface TableBody {
  readonly rows: readonly SheetRow[]
  readonly faults: readonly Diagnostic[]
  readonly remarks: readonly Remark[]
}

/** Leaves out what is no row of values: units of measure, numbers of columns, headings of groups, what stands below. */
export function tableBody(context: TableContext): TableBody {
  const { sheet, headingRow } = context
  const under = sheet.rows.filter(({ number }) => number > headingRow)
  const top = under.slice(0, 2).filter((row) => isUnitRow(context, row) || isNumberRow(context, row))
  const data = under.filter((row) => !top.includes(row))
  const end = data.findIndex((row, index) => index > 0 && row.number > (data[index - 1]?.number ?? 0) + 1)
  const [body, rest] = end < 0 ? [data, []] : [data.slice(0, end), data.slice(end)]
  const groups = new Set(body.filter((row) => isGroupRow(context, row)))
  const faults = [...mergedValues(context, body), ...continued(context, rest)]
  const [below] = rest
  const remarks: readonly Remark[] = [
    ...top.filter((row) => !isUnitRow(context, row)).map((row) => remarkAt('columnNumbers', row)),
    ...[...groups].map((row) => remarkAt('groupRow', row)),
    ...(below ? [remarkAt('afterTable', below)] : []),
  ]
  return { rows: body.filter((row) => !groups.has(row)), faults, remarks }
}

function remarkAt(kind: Remark['kind'], { number, cells }: SheetRow): Remark {
  const [column = 1] = cells.keys()
  return { kind, at: { row: number, column } }
}

const UNIT_ROW: ReadonlySet<string> = new Set(['don vi tinh', 'dvt'])

function isUnitRow(context: TableContext, row: SheetRow): boolean {
  const [entrant] = columnsOf(context, 'entrant')
  const cell = entrant && row.cells.get(entrant.column.number)
  return cell !== undefined && UNIT_ROW.has(foldText(plainText(cell)))
}

const COLUMN_NUMBER = /^\(?(\d{1,2}|[A-Z])\)?$/

/** `(1) (2) (3)`, or `A B 1 2`: no entrant is called so. */
function isNumberRow(context: TableContext, { cells }: SheetRow): boolean {
  const [entrant] = columnsOf(context, 'entrant')
  const cell = entrant && cells.get(entrant.column.number)
  if (!cell || cells.size < 2 || context.findEntrant(plainText(cell)).kind === 'one') return false
  return [...cells.values()].every((each) => COLUMN_NUMBER.test(plainText(each)))
}

/** One cell merged across the table: `I. Các thôn`. */
function isGroupRow({ sheet }: TableContext, { number: row, cells }: SheetRow): boolean {
  const [column] = cells.keys()
  if (cells.size !== 1 || column === undefined) return false
  const area = mergedArea(sheet.merges, { row, column })
  return area !== undefined && area.to.column > area.from.column
}

/** A value that stands in several cells at once may belong to any of them. */
function mergedValues(context: TableContext, body: readonly SheetRow[]): readonly Diagnostic[] {
  const { sheet, cellAt } = context
  const [first, last] = [body[0]?.number ?? 1, body.at(-1)?.number ?? 0]
  const columns = new Set(
    [...columnsOf(context, 'measure'), ...columnsOf(context, 'value')].map(({ column }) => column.number),
  )
  return sheet.merges.flatMap(({ from, to }) => {
    if (from.row < first || from.row > last || !columns.has(from.column) || !cellAt(from)) return []
    const message = `ô gộp ${addressOf(from)}:${addressOf(to)} chứa số liệu, không rõ thuộc hàng, cột nào`
    const help = 'bỏ gộp ô rồi ghi giá trị vào từng ô'
    return [fault('cell-unclear', message, [sheet.label(from, 'ô gộp')], help).fault]
  })
}

/** Below an empty row stand signatures and notes; an entrant with values there means that the table goes on. */
function continued(context: TableContext, rest: readonly SheetRow[]): readonly Diagnostic[] {
  for (const row of rest) {
    for (const { column } of columnsOf(context, 'entrant')) {
      const cell = row.cells.get(column.number)
      if (!cell || context.findEntrant(plainText(cell)).kind === 'none') continue
      if (valuesOf(context, row).length === 0) continue
      const label = context.sheet.label({ row: row.number, column: column.number }, 'hàng này')
      const message = `bảng bị ngắt: có hàng trống phía trên \`${plainText(cell)}\``
      return [fault('cell-unclear', message, [label], 'xóa hàng trống giữa bảng').fault]
    }
  }
  return []
}
