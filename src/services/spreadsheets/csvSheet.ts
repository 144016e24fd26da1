import type { Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { type CsvRecord, type Delimiter, readCsv } from '#records/csvRecords.ts'
import type { Cell, Sheet } from './sheet.ts'

/** A CSV file as a page; its places are lines and columns of the file. */
export function csvSheet(source: Source): Result<Sheet> {
  const read = readCsv(source, delimiterOf(source))
  if (!read.ok) return read
  const byLine = new Map(read.value.map((record) => [record.line, record]))
  const sheet: Sheet = {
    name: '',
    hidden: false,
    rows: read.value.map((record) => ({ number: record.line, cells: cellsOf(record) })),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    label: ({ row, column }, text) => {
      const record = byLine.get(row)
      return { source, span: record?.spanOf(column - 1) ?? { start: 0, end: 0 }, text }
    },
  }
  return { ok: true, value: sheet, diagnostics: [] }
}

function cellsOf({ cells }: CsvRecord): ReadonlyMap<number, Cell> {
  const kept = new Map<number, Cell>()
  for (const [index, written] of cells.entries()) {
    const text = written.normalize('NFC').replace(/\s+/g, ' ').trim().replace(ESCAPED, '')
    if (text !== '') kept.set(index + 1, { content: { kind: 'text', text }, formula: false })
  }
  return kept
}

/** What keeps a text from being taken for a formula (writeCsv.ts) is no part of it. */
const ESCAPED = /^'(?=[=+\-@])/

/** A title may stand above the header, so the line with the most of either decides. */
function delimiterOf({ text }: Source): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const most = (delimiter: Delimiter): number =>
    Math.max(...lines.map((line) => line.split(delimiter).length))
  return most(';') >= most(',') && most(';') > 1 ? ';' : ','
}
