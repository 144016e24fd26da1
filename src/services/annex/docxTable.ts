import {
  AlignmentType,
  convertMillimetersToTwip,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { paragraph, SIZE, type TextLook } from './docxText.ts'
import type { PrintColumn, PrintRow, PrintTable } from './printTable.ts'

/** The table; its head is repeated on every page, and its last row stays with what follows where `keepEnd` says so. */
export function docxTable({ columns, rows }: PrintTable, keepEnd: boolean): Table {
  const columnWidths = columns.map(({ width }) => convertMillimetersToTwip(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths,
    margins: {
      top: convertMillimetersToTwip(0.8),
      bottom: convertMillimetersToTwip(0.8),
      left: convertMillimetersToTwip(1.2),
      right: convertMillimetersToTwip(1.2),
      marginUnitType: WidthType.DXA,
    },
    rows: [
      headRow(columns, columnWidths),
      ...rows.map((row, index) => bodyRow(row, columns, columnWidths, keepEnd && index === rows.length - 1)),
    ],
  })
}

function headRow(columns: readonly PrintColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading }, index) =>
      cell([heading], widths[index] ?? 0, { bold: true, align: AlignmentType.CENTER }, true),
    ),
  })
}

function bodyRow(
  row: PrintRow,
  columns: readonly PrintColumn[],
  widths: readonly number[],
  keepNext: boolean,
): TableRow {
  if (row.kind === 'banner') {
    const children = [paragraph(row.text, { bold: true, size: SIZE.table, keepNext: true })]
    const shading = { fill: 'EEEEEE' }
    return new TableRow({
      cantSplit: true,
      children: [new TableCell({ columnSpan: columns.length, shading, children })],
    })
  }
  const { kind, cells } = row
  const look = { bold: kind !== 'plain', keepNext: keepNext || kind === 'group' }
  return new TableRow({
    cantSplit: true,
    children: cells.map((paragraphs, index) => {
      const align = columns[index]?.centred ? AlignmentType.CENTER : AlignmentType.LEFT
      return cell(paragraphs, widths[index] ?? 0, { ...look, align }, false)
    }),
  })
}

function cell(paragraphs: readonly string[], width: number, look: TextLook, middle: boolean): TableCell {
  // A cell without a paragraph makes the file unreadable to Word.
  const texts = paragraphs.length > 0 ? paragraphs : ['']
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: texts.map((text, index) =>
      paragraph(text, { ...look, size: SIZE.table, before: index > 0 ? 0.8 : 0 }),
    ),
  })
}
