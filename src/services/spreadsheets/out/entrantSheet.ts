import type { EntrantFields } from '#records/change.ts'
import { heading, type OutSheet, text } from './outSheet.ts'

/** As `entrants.csv` may have them, so that the list can be read back. */
const COLUMNS = [
  { heading: 'Mã', field: 'id', width: 14 },
  { heading: 'Tên', field: 'name', width: 28 },
  { heading: 'Loại', field: 'kind', width: 12 },
  { heading: 'Thuộc', field: 'parent', width: 14 },
  { heading: 'Cụm', field: 'cluster', width: 14 },
  { heading: 'Đặc điểm', field: 'attributes', width: 24 },
] as const

/** Whoever is scored, as a table. */
export function entrantSheet(entrants: readonly EntrantFields[]): OutSheet {
  return {
    name: 'Danh sách',
    widths: COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 0 },
    rows: [
      COLUMNS.map((column) => heading(column.heading)),
      ...entrants.map((fields) => COLUMNS.map(({ field }) => text(fields[field]))),
    ],
  }
}
