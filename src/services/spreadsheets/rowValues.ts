import type { Measure } from '#language/index.ts'
import type { Cell, Place, SheetRow } from './sheet.ts'
import { plainText } from './sheetText.ts'
import { cellFor, columnsOf, fault, type Read, type TableContext } from './tableContext.ts'

/** A cell with a value. */
export interface Valued {
  readonly cell: Cell
  readonly at: Place
  /** The measure that heads its column, in the wide form. */
  readonly headed: { readonly measure: Measure; readonly percent: boolean; readonly at: Place } | undefined
}

/** The cells of a row that hold values: one for each measure that heads a column, or the one under «Giá trị». */
export function valuesOf(context: TableContext, row: SheetRow): readonly Valued[] {
  const wide = columnsOf(context, 'measure').flatMap(({ column, heading }): readonly Valued[] => {
    const cell = row.cells.get(column.number)
    if (!cell || heading.kind !== 'measure') return []
    const at = { row: row.number, column: column.number }
    return [{ cell, at, headed: { measure: heading.measure, percent: heading.percent, at: column.at } }]
  })
  const [value] = columnsOf(context, 'value')
  const cell = value && row.cells.get(value.column.number)
  return cell ? [{ cell, at: { row: row.number, column: value.column.number }, headed: undefined }] : wide
}

/** The measure that a value is of: as the heading of its column says, or a cell of the row. */
export function rowMeasure(context: TableContext, row: SheetRow, { headed, at }: Valued): Read<Measure> {
  if (headed) return { ok: true, value: headed.measure, at: headed.at }
  const { sheet, findMeasure } = context
  const [column] = columnsOf(context, 'measureName')
  const named = column && cellFor(context, row, column.column.number)
  if (!named) {
    const help = 'ghi tên số liệu như trong bộ tiêu chí'
    return fault('cell-unclear', 'hàng chưa ghi số liệu nào', [sheet.label(at, 'giá trị này')], help)
  }
  const text = plainText(named.cell)
  const found = findMeasure(text)
  if (found.kind === 'one') return { ok: true, value: found.value, at: named.at }
  const labels = [sheet.label(named.at, 'cột số liệu')]
  if (found.kind === 'several') {
    const help = `ghi mã của số liệu: ${found.names.join(', ')}`
    return fault('unknown-measure', `có nhiều số liệu cùng tên \`${text}\``, labels, help)
  }
  const near = found.near()
  return fault(
    'unknown-measure',
    `bộ tiêu chí không có số liệu \`${text}\``,
    labels,
    near === undefined
      ? 'dùng tên số liệu như trong các dòng «số liệu» của bộ tiêu chí'
      : `ý bạn là \`${near}\`?`,
  )
}
