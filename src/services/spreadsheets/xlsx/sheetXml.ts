import { parseAddress, parseArea } from '../address.ts'
import type { Area, Cell, Content, Place, SheetRow } from '../sheet.ts'
import { type DateSystem, numberContent } from './content.ts'
import { UnreadableWorkbook } from './fault.ts'
import { MOST_CELLS, MOST_COLUMN, MOST_MERGES, MOST_ROW } from './limits.ts'
import type { NumberFormat } from './numberFormat.ts'
import type { XmlReader } from './xml.ts'

/** What the cells of every page refer to. */
export interface Shared {
  readonly texts: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly dates: DateSystem
  /** How many cells were read of all pages together. */
  cells: number
}

/** A page as the thread that reads it hands it over. */
export interface SheetContent {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Area[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

/** A reader of one page and what it has read by the end of the file. */
export function sheetReader(name: string, hidden: boolean, shared: Shared): [XmlReader, SheetContent] {
  const rows: SheetRow[] = []
  const merges: Area[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  let at: Place = { row: 0, column: 0 }
  let cells = new Map<number, Cell>()
  let cell = emptyCell()
  /** Into which part of the cell text goes. */
  let part: 'value' | 'inline' | undefined
  let spoken = 0

  const place = (attributes: ReadonlyMap<string, string>): Place => {
    const written = attributes.get('r')
    const named = written === undefined ? { row: at.row, column: at.column + 1 } : parseAddress(written)
    if (!named || named.row !== at.row) throw new UnreadableWorkbook({ kind: 'broken' })
    return named
  }
  const keep = (): void => {
    const content = contentOf(cell, shared)
    if (!content) return
    if (at.row > MOST_ROW || at.column > MOST_COLUMN)
      throw new UnreadableWorkbook({ kind: 'tooFar', sheet: name, address: cell.address })
    if (++shared.cells > MOST_CELLS) throw new UnreadableWorkbook({ kind: 'tooManyCells', most: MOST_CELLS })
    if (cells.size === 0) rows.push({ number: at.row, cells })
    cells.set(at.column, { content, formula: cell.formula })
  }
  const reader: XmlReader = {
    open: (tag, attributes) => {
      switch (tag) {
        case 'row':
          at = { row: Number(attributes.get('r') ?? at.row + 1), column: 0 }
          cells = new Map()
          if (isTrue(attributes.get('hidden'))) hiddenRows.add(at.row)
          break
        case 'col':
          if (isTrue(attributes.get('hidden'))) addRange(hiddenColumns, attributes)
          break
        case 'c':
          at = place(attributes)
          cell = { ...emptyCell(), type: attributes.get('t') ?? 'n', address: attributes.get('r') ?? '' }
          cell.style = Number(attributes.get('s') ?? 0)
          break
        case 'f':
          cell.formula = true
          break
        case 'v':
          cell.hasValue = true
          part = 'value'
          break
        case 'rPh':
          spoken++
          break
        case 't':
          part = spoken === 0 ? 'inline' : undefined
          break
        case 'mergeCell': {
          const area = parseArea(attributes.get('ref') ?? '')
          if (area) merges.push(area)
          if (merges.length > MOST_MERGES)
            throw new UnreadableWorkbook({ kind: 'tooManyMerges', most: MOST_MERGES })
          break
        }
      }
    },
    text: (text) => {
      if (part) cell.text += text
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') part = undefined
      else if (tag === 'rPh') spoken--
      else if (tag === 'c') keep()
    },
  }
  return [reader, { name, hidden, rows, merges, hiddenRows, hiddenColumns }]
}

interface RawCell {
  type: string
  address: string
  style: number
  formula: boolean
  hasValue: boolean
  text: string
}

function emptyCell(): RawCell {
  return { type: 'n', address: '', style: 0, formula: false, hasValue: false, text: '' }
}

/** What the cell holds; `undefined` for nothing, which blanks are too. */
function contentOf({ type, style, formula, hasValue, text }: RawCell, shared: Shared): Content | undefined {
  if (formula && !hasValue) return { kind: 'uncomputed' }
  switch (type) {
    case 's':
      return textContent(sharedText(text, shared))
    case 'str':
    case 'inlineStr':
      return textContent(text)
    case 'b':
      return { kind: 'flag', is: text === '1' }
    case 'e':
      return { kind: 'error', text }
    case 'd':
      return { kind: 'moment', text }
    default:
      return text.trim() === ''
        ? undefined
        : numberContent(text, shared.formats[style] ?? 'plain', shared.dates)
  }
}

function sharedText(number: string, { texts }: Shared): string {
  const text = texts[Number(number)]
  if (text === undefined) throw new UnreadableWorkbook({ kind: 'broken' })
  return text
}

/** Excel writes what XML cannot hold as `_x000D_`. */
function textContent(written: string): Content | undefined {
  const text = written
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? undefined : { kind: 'text', text }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

function addRange(columns: Set<number>, attributes: ReadonlyMap<string, string>): void {
  const last = Math.min(Number(attributes.get('max') ?? 0), MOST_COLUMN)
  for (let column = Number(attributes.get('min') ?? 1); column <= last; column++) columns.add(column)
}
