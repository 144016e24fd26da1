import writeExcelFile, { type CellObject, type Row, type SheetOptions } from 'write-excel-file/node'
import type { Cell, CellStyle, Sheet, Wide } from './cells.ts'
import { pages } from './pages.ts'
import { CHECK } from './sheets/checks.ts'

/** The sheets as an Excel file. It holds no results of formulas: whatever opens it has to calculate. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => row.map(cellObject)),
    columns: sheet.columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: sheet.frozen.rows,
    stickyColumnsCount: sheet.frozen.columns,
    ...alarm(sheet),
  }))
  return writeExcelFile(written, {
    fontFamily: 'Times New Roman',
    fontSize: 11,
    features: [pages(sheets)],
  }).toBuffer()
}

/** A row that differs must be seen. */
function alarm({ checkColumn: column, rows }: Sheet): Pick<SheetOptions<never>, 'conditionalFormatting'> {
  if (column === undefined) return {}
  const cellRange = { from: { row: 1, column }, to: { row: rows.length, column } }
  const style = { backgroundColor: '#c00000', textColor: '#ffffff' }
  return { conditionalFormatting: [{ cellRange, condition: { operator: '=', value: CHECK.differs }, style }] }
}

function cellObject(cell: Cell): Row[number] {
  if (cell.kind === 'covered') return null
  const look = LOOKS[cell.style]
  switch (cell.kind) {
    case 'blank':
      return { ...look }
    case 'text':
      return { type: String, value: stored(cell.text), ...look, ...(cell.wide ? across(cell.wide) : {}) }
    case 'number':
      return { type: Number, value: cell.value, format: cell.format, ...look }
    case 'formula':
      return {
        type: 'Formula',
        value: cell.formula,
        ...look,
        ...(cell.format ? { format: cell.format } : {}),
      }
  }
}

/** The library looks texts up in an object, and takes `constructor` for one that it knows: a blank makes it another. */
function stored(words: string): string {
  return words in {} ? `${words} ` : words
}

function across({ span, lines }: Wide): Partial<CellObject> {
  return { columnSpan: span, wrap: true, alignVertical: 'center', height: lines * LINE_HEIGHT + 4 }
}

const LINE_HEIGHT = 15

const LINE = { borderColor: '#c8c8c8', borderStyle: 'thin' } as const

const LOOKS: Readonly<Record<CellStyle, Partial<CellObject>>> = {
  title: { fontWeight: 'bold', fontSize: 14 },
  heading: {
    fontWeight: 'bold',
    backgroundColor: '#dde6f0',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    height: 48,
    ...LINE,
  },
  section: { fontWeight: 'bold', backgroundColor: '#eef2f6' },
  plain: LINE,
  input: { backgroundColor: '#fff6cc', ...LINE },
  helper: { textColor: '#767676', ...LINE },
  engine: { backgroundColor: '#f0f0f0', ...LINE },
  result: { fontWeight: 'bold', ...LINE },
  check: { fontWeight: 'bold', align: 'center', ...LINE },
  note: { textColor: '#404040' },
}
