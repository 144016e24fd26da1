/** What a cell of the workbook is for, which says how it looks. */
export type CellStyle =
  | 'title'
  | 'heading'
  | 'section'
  | 'plain'
  | 'input'
  | 'helper'
  | 'engine'
  | 'result'
  | 'check'
  | 'note'

/** A cell; text is text whatever it begins with. */
export type Cell =
  | { readonly kind: 'blank'; readonly style: CellStyle }
  /** Taken up by the wide text on its left. */
  | { readonly kind: 'covered' }
  | { readonly kind: 'text'; readonly text: string; readonly style: CellStyle; readonly wide?: Wide }
  | { readonly kind: 'number'; readonly value: number; readonly format: string; readonly style: CellStyle }
  /** A formula without the equals sign. */
  | {
      readonly kind: 'formula'
      readonly formula: string
      readonly format: string | undefined
      readonly style: CellStyle
    }

/** Over how many columns a text runs, and how many lines it takes there. */
export interface Wide {
  readonly span: number
  readonly lines: number
}

export interface Column {
  readonly title: string
  readonly width: number
}

/** One sheet of the workbook. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  /** How many of the columns, the first ones, are printed; what follows only helps to calculate. */
  readonly printed: number
  readonly rows: readonly (readonly Cell[])[]
  /** So many rows and columns stay in view and, of rows, are printed on each page. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** The row that the filter stands on, where there is one, and the last row of the list. */
  readonly filter: { readonly from: number; readonly to: number } | undefined
  /** The column that says khớp or lệch, counted from 1. */
  readonly checkColumn?: number
}

/** How points are shown; the cell holds all decimals. */
export const POINTS = '0.00'

export function blank(style: CellStyle = 'plain'): Cell {
  return { kind: 'blank', style }
}

export function text(words: string, style: CellStyle = 'plain'): Cell {
  return words === '' ? blank(style) : { kind: 'text', text: words, style }
}

/** A text across the first columns, in as many lines as it needs there. */
export function wide(words: string, columns: readonly Column[], style: CellStyle): readonly Cell[] {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const lines = Math.ceil(words.length / (width * FILLED))
  const cell: Cell = { kind: 'text', text: words, style, wide: { span: columns.length, lines } }
  return [cell, ...columns.slice(1).map((): Cell => ({ kind: 'covered' }))]
}

/** How much of a line words fill before one has to go to the next. */
const FILLED = 0.9

export function formula(written: string, style: CellStyle = 'helper', format?: string): Cell {
  return { kind: 'formula', formula: written, format, style }
}

/** The names of sheets. */
export const SHEETS = {
  cover: 'Đối chiếu',
  facts: 'Số liệu',
  periods: 'Từng kỳ',
  parts: 'Từng phần',
  commune: 'Cấp xã',
  village: 'Cấp thôn',
  unit: 'Cấp đơn vị',
  conditions: 'Điều kiện',
  standings: 'Xếp hạng',
} as const
