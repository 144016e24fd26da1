import { formatPeriod } from '#base/period.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { addressesText, addressOf, columnName } from './address.ts'
import type { Place, Sheet } from './sheet.ts'
import { isCsv } from './sheetText.ts'
import type { TablePeriod } from './tablePeriod.ts'

/** What whoever looks at a preview should know of how a cell was read. */
export interface Remark {
  readonly kind: RemarkKind
  readonly at: Place
}

export type RemarkKind =
  | 'formula'
  | 'percentFormat'
  | 'percentHeading'
  | 'totalRow'
  | 'groupRow'
  | 'columnNumbers'
  | 'afterTable'
  | 'notes'

const TEXTS: Readonly<Record<RemarkKind, (where: string) => string>> = {
  formula: (where) => `ô có công thức, lấy kết quả đã tính sẵn trong tệp: ${where}`,
  percentFormat: (where) => `ô có định dạng phần trăm, lấy số hiện trên màn hình kèm dấu %: ${where}`,
  percentHeading: (where) => `tiêu đề cột ghi (%), số trong ô được hiểu là phần trăm: ${where}`,
  totalRow: (where) => `không đọc hàng tổng cộng: ${where}`,
  groupRow: (where) => `không đọc hàng tiêu đề nhóm (ô gộp ngang bảng): ${where}`,
  columnNumbers: (where) => `không đọc hàng đánh số cột: ${where}`,
  afterTable: (where) => `không đọc phần dưới bảng: ${where}`,
  notes: (where) => `không đọc cột ghi chú: ${where}`,
}

/** The remarks on a page as warnings, one of each kind. */
export function remarksText(
  sheet: Sheet,
  { period, at }: TablePeriod,
  remarks: readonly Remark[],
): readonly Diagnostic[] {
  const byKind = Map.groupBy(remarks, ({ kind }) => kind)
  const told = [...byKind].map(([kind, all]) =>
    note(sheet, TEXTS[kind](addressesText(all.map(({ at }) => at)))),
  )
  const ofPeriod =
    period && at ? [note(sheet, `kỳ số liệu là ${formatPeriod(period)}, theo ô ${addressOf(at)}`)] : []
  return [...ofPeriod, ...told, ...hiddenNotes(sheet)]
}

/** Rows and columns that nobody sees are read like any other. */
function hiddenNotes(sheet: Sheet): readonly Diagnostic[] {
  const rows = sheet.rows.filter(({ number }) => sheet.hiddenRows.has(number)).map(({ number }) => number)
  const used = new Set(sheet.rows.flatMap(({ cells }) => [...cells.keys()]))
  const columns = [...sheet.hiddenColumns].filter((column) => used.has(column)).map(columnName)
  return [
    ...(rows.length > 0 ? [note(sheet, `hàng đang ẩn cũng được đọc: ${shortList(rows)}`)] : []),
    ...(columns.length > 0 ? [note(sheet, `cột đang ẩn cũng được đọc: ${shortList(columns)}`)] : []),
  ]
}

function shortList(items: readonly (string | number)[]): string {
  return items.length > 5 ? `${items.slice(0, 5).join(', ')}, …` : items.join(', ')
}

function note(sheet: Sheet, text: string): Diagnostic {
  const page = isCsv(sheet) ? '' : `trang «${sheet.name}»: `
  return { code: 'table-note', severity: 'warning', message: `${page}${text}`, labels: [] }
}
