import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node'
import { assertNever } from '#base/assertNever.ts'
import type { OutCell, OutSheet } from './outSheet.ts'

/** The pages as an Excel file. What is text stays text, whatever it looks like: nothing that was reported becomes a formula. */
export async function writeXlsx(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, widths, rows, frozen }) => ({
    sheet: sheetName(name),
    data: rows.map((row) => tall(row.map(cellObject), row, widths)),
    orientation: 'landscape' as const,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozen.rows,
    stickyColumnsCount: frozen.columns,
  }))
  return writeXlsxFile(written, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer()
}

/** A line of text, in points. */
const LINE = 16

/** A row with room for its headings, which break into lines: not every spreadsheet program makes that itself. */
function tall(cells: Row, row: readonly OutCell[], widths: readonly number[]): Row {
  const lines = row.map((cell, column) => {
    if (cell.kind !== 'heading' && cell.kind !== 'hint') return 1
    // Words do not fill their lines to the last letter.
    return Math.ceil(cell.text.length / Math.max(1, (widths[column] ?? 0) * 0.8))
  })
  const most = Math.max(1, ...lines)
  return most === 1 ? cells : cells.map((cell) => cell && { ...(cell as CellObject), height: most * LINE })
}

/** A tab has at most 31 letters, and some may not be among them. */
function sheetName(name: string): string {
  return name.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31)
}

const FORMATS = { percent: '0.0##%', date: 'dd/mm/yyyy' } as const

/** What is typed into them is then taken for what it should be: 35,4 for 35,4%. */
const BLANKS: Readonly<Record<(OutCell & { kind: 'blank' })['as'], Partial<CellObject>>> = {
  number: {},
  percent: { type: Number, format: FORMATS.percent },
  date: { type: Date, format: FORMATS.date },
  text: { type: String, format: '@' },
}

function cellObject(cell: OutCell): Row[number] {
  switch (cell.kind) {
    case 'title':
      return { ...textObject(cell.text), fontWeight: 'bold' }
    case 'heading':
      return { ...textObject(cell.text), ...HEADING, fontWeight: 'bold', backgroundColor: '#dde6f0' }
    case 'hint':
      return { ...textObject(cell.text), ...HEADING, fontStyle: 'italic', textColor: '#555555' }
    case 'text':
      return cell.text === '' ? null : textObject(cell.text)
    case 'number':
      return { type: Number, value: cell.value, ...(cell.percent ? { format: FORMATS.percent } : {}) }
    case 'date': {
      const { year, month, day } = cell.date
      return { type: Date, value: new Date(Date.UTC(year, month - 1, day)), format: FORMATS.date }
    }
    case 'blank':
      return { ...BLANKS[cell.as], borderStyle: 'thin', borderColor: '#bbbbbb' }
    default:
      return assertNever(cell)
  }
}

const HEADING: Partial<CellObject> = {
  wrap: true,
  align: 'center',
  alignVertical: 'center',
  borderStyle: 'thin',
}

/** write-excel-file takes a text such as `constructor` for one it has written before; with a blank at its end it does not. */
function textObject(text: string): CellObject {
  return { type: String, value: text in Object.prototype ? `${text} ` : text }
}
