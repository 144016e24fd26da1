import { capital } from '#base/capital.ts'
import { type AnnexColumnKey, type AnnexRow, type AnnexSection, cellOf } from '#language/index.ts'
import { columnWidths } from './columnWidths.ts'
import { textWidth } from './paper.ts'

/** A table as paper has it: columns with their widths, rows of cells of paragraphs. */
export interface PrintTable {
  readonly columns: readonly PrintColumn[]
  readonly rows: readonly PrintRow[]
}

export interface PrintColumn {
  readonly heading: string
  /** In millimetres; together as wide as the text on the page. */
  readonly width: number
  readonly centred: boolean
}

export type PrintRow =
  /** One cell over all columns. */
  | { readonly kind: 'banner'; readonly text: string }
  | {
      readonly kind: 'group' | 'plain' | 'total'
      readonly cells: readonly (readonly string[])[]
    }

/** A section of the annex that is printed as a table. */
export type TableSection = Extract<AnnexSection, { kind: 'criteria' | 'measures' }>

/** The table of a section. */
export function printTable(section: TableSection): PrintTable {
  return section.kind === 'criteria' ? criteriaTable(section) : measuresTable(section)
}

/** Whether the table is printed across the long side of the paper. */
export function isWide(section: AnnexSection): boolean {
  return section.kind === 'criteria' && section.columns.length > MOST_UPRIGHT
}

/** More columns than these leave no room for sentences on upright paper. */
const MOST_UPRIGHT = 5

const CENTRED: ReadonlySet<AnnexColumnKey> = new Set(['code', 'target', 'maximum', 'level', 'deadline'])

function criteriaTable(section: Extract<TableSection, { kind: 'criteria' }>): PrintTable {
  const { columns, parts } = section
  const cells = (row: AnnexRow) => columns.map(({ key }) => printedCell(row, key))
  const total = (points: string) =>
    columns.map(({ key }) => (key === 'title' ? ['Tổng cộng'] : key === 'maximum' ? [points] : []))
  const rows = parts.flatMap((part): PrintRow[] => [
    ...(part.heading === '' ? [] : [{ kind: 'banner' as const, text: part.heading }]),
    ...part.rows.map((row) => ({
      kind: row.kind === 'group' ? ('group' as const) : ('plain' as const),
      cells: cells(row),
    })),
    ...(part.total === '' ? [] : [{ kind: 'total' as const, cells: total(part.total) }]),
  ])
  const heads = columns.map(({ key, heading }) => ({ heading, centred: CENTRED.has(key) }))
  return { columns: withWidths(heads, rows, textWidth(isWide(section))), rows }
}

/** The mark stays on one line in its narrow column; a deadline begins as a cell does, not as within a sentence. */
function printedCell(row: AnnexRow, key: AnnexColumnKey): readonly string[] {
  const cell = cellOf(row, key)
  if (key === 'maximum') return cell.map((text) => text.replaceAll(' ', '\u00a0'))
  return key === 'deadline' ? cell.map(capital) : cell
}

function measuresTable({ measures }: Extract<TableSection, { kind: 'measures' }>): PrintTable {
  const heads = [
    { heading: 'TT', centred: true },
    { heading: 'Số liệu', centred: false },
    { heading: 'Đơn vị tính', centred: true },
    { heading: 'Kỳ báo cáo', centred: true },
    { heading: 'Yêu cầu', centred: false },
    { heading: 'Nguồn', centred: false },
  ]
  const all = measures.map(({ title, kind, frequency, remarks, sources }, index) => [
    [`${index + 1}`],
    [title],
    kind === '' ? [] : [kind],
    [frequency],
    remarks === '' ? [] : [remarks],
    sources,
  ])
  const used = heads.map((_, column) => all.some((row) => (row[column] ?? []).length > 0))
  const rows = all.map((row) => ({
    kind: 'plain' as const,
    cells: row.filter((_, column) => used[column]),
  }))
  const kept = heads.filter((_, column) => used[column])
  return { columns: withWidths(kept, rows, textWidth(false)), rows }
}

function withWidths(
  heads: readonly Omit<PrintColumn, 'width'>[],
  rows: readonly PrintRow[],
  width: number,
): readonly PrintColumn[] {
  const bodies = rows.flatMap((row) => (row.kind === 'banner' ? [] : [row.cells]))
  const groups = rows.flatMap((row) => (row.kind === 'group' ? [row.cells] : []))
  const texts = heads.map(({ heading }, column) => ({
    heading,
    cells: bodies.map((cells) => cells[column] ?? []),
    bold: groups.flatMap((cells) => cells[column] ?? []),
  }))
  const widths = columnWidths(texts, width)
  return heads.map((head, column) => ({ ...head, width: widths[column] ?? 0 }))
}
