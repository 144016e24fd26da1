import { formatPeriod, type Period, periodKey } from '#base/period.ts'
import { addressOf } from './address.ts'
import { readPeriod } from './periodText.ts'
import type { Cell, Place, SheetRow } from './sheet.ts'
import { plainText } from './sheetText.ts'
import { cellFor, columnsOf, fault, type Read, type TableContext } from './tableContext.ts'

/** The period that a value is of: as a cell of its row says, otherwise that of the whole table. */
export function rowPeriod(context: TableContext, row: SheetRow, value: Place): Read<Period> {
  const { sheet, period: table, year } = context
  const [column] = columnsOf(context, 'period')
  if (column?.heading.kind !== 'period') {
    if (table.period) return { ok: true, value: table.period, at: table.at ?? value }
    const help = 'thêm cột «Kỳ», hoặc thêm vào lệnh --period 2026-10'
    return fault('period-mismatch', 'bảng không ghi kỳ số liệu', [sheet.label(value, 'thuộc kỳ nào?')], help)
  }
  const named = cellFor(context, row, column.column.number)
  const at = named?.at ?? { row: row.number, column: column.column.number }
  const text = named ? periodText(named.cell) : ''
  const period = readPeriod(text, column.heading.column, year)
  if (!period) {
    const message = named ? `ô ghi kỳ không đúng: \`${text}\`` : `ô ${addressOf(at)} chưa ghi kỳ`
    const help = 'viết năm 2026, quý 2026-Q3 hoặc tháng 2026-10 (tháng từ 01 đến 12)'
    return fault('field-invalid', message, [sheet.label(named ? at : value, 'cột kỳ')], help)
  }
  if (table.period && periodKey(table.period) !== periodKey(period)) {
    const message = `hàng ghi ${formatPeriod(period)}, khác kỳ của bảng (${formatPeriod(table.period)})`
    return fault('period-mismatch', message, [sheet.label(at, 'cột kỳ')], 'sửa ô này hoặc kỳ của bảng')
  }
  return { ok: true, value: period, at }
}

/** A month that a spreadsheet made a date of still reads as one. */
function periodText(cell: Cell): string {
  const { content } = cell
  if (content.kind !== 'date' || content.shownAs !== 'month') return plainText(cell)
  return periodKey({ frequency: 'month', year: content.date.year, index: content.date.month })
}
