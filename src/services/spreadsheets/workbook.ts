import type { Label } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { addressOf, sheetPrefix } from './address.ts'
import type { Cell, Place, Sheet } from './sheet.ts'
import { plainText } from './sheetText.ts'
import type { SheetContent } from './xlsx/sheetXml.ts'

/** A file of tables: its pages in the order of their tabs. */
export interface Workbook {
  /** As a person knows it: its path. */
  readonly name: string
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly Sheet[]
}

/** A page whose places are named as a spreadsheet names them. */
export function sheetOf(file: string, content: SheetContent): Sheet {
  let layout: Layout | undefined
  return {
    ...content,
    label: (at, text): Label => {
      layout ??= layOut(file, content)
      return { source: layout.source, span: layout.spanOf(at), text }
    },
  }
}

interface Layout {
  readonly source: Source
  readonly spanOf: (at: Place) => { readonly start: number; readonly end: number }
}

const BETWEEN = ' │ '

/** The page as text, a line a row, so that a message can show a row and point into it. */
function layOut(file: string, { name, rows }: SheetContent): Layout {
  const width = Math.max(1, ...rows.map(({ cells }) => Math.max(...cells.keys())))
  const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]))
  const lines: string[] = []
  const starts: number[] = [0]
  for (let row = 1; row <= (rows.at(-1)?.number ?? 0); row++) {
    const line = lineOf(byNumber.get(row), width)
    lines.push(line)
    starts.push((starts.at(-1) ?? 0) + line.length + 1)
  }
  const spanOf = ({ row, column }: Place): { start: number; end: number } => {
    const cells = byNumber.get(row)
    const before = lineOf(cells, column - 1)
    const start = (starts[row - 1] ?? 0) + before.length + (column > 1 ? BETWEEN.length : 0)
    return { start, end: start + shownText(cells?.get(column)).length }
  }
  const addressAt = (offset: number): string => {
    let row = 1
    while (row < lines.length && (starts[row] ?? 0) <= offset) row++
    const cells = byNumber.get(row)
    let column = 1
    while (column < width && spanOf({ row, column: column + 1 }).start <= offset) column++
    return sheetPrefix(name) + addressOf(cells ? { row, column } : { row, column: 1 })
  }
  return { source: { name: file, text: lines.join('\n'), addressAt }, spanOf }
}

function lineOf(cells: ReadonlyMap<number, Cell> | undefined, width: number): string {
  if (!cells) return ''
  return Array.from({ length: width }, (_, index) => shownText(cells.get(index + 1))).join(BETWEEN)
}

/** Enough of a cell to know it by. */
function shownText(cell: Cell | undefined): string {
  const text = cell ? plainText(cell) : ''
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
