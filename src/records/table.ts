import { didYouMean } from '#base/didYouMean.ts'
import { listText } from '#base/listText.ts'
import {
  type Diagnostic,
  failure,
  type Label,
  MOST_DIAGNOSTICS,
  type Result,
} from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { readCsv } from './csvRecords.ts'

/** A row of a CSV file: its fields by column, in NFC without outer blanks, and where it stands. */
export interface Row {
  readonly fields: Readonly<Record<string, string>>
  /** A label at the row or, where the column is given, at that field. */
  readonly label: (text: string, column?: string) => Label
}

/** The columns of a kind of file, each with what a Vietnamese office may call it. */
export interface Columns {
  readonly required: Readonly<Record<string, string>>
  readonly optional: Readonly<Record<string, string>>
}

/**
 * The rows of a CSV file that has the required columns, and no unknown ones, in any order. Commas or semicolons part the
 * fields, as the header does.
 */
export function readTable(source: Source, { required, optional }: Columns): Result<readonly Row[]> {
  const delimiter = firstLine(source)
    .replace(/"[^"]*"/g, '')
    .includes(';')
    ? ';'
    : ','
  const records = readCsv(source, delimiter)
  if (!records.ok) return records
  const [header, ...rest] = records.value
  const columns = { ...required, ...optional }
  const names = header?.cells.map((name) => columnNamed(name.normalize('NFC').toLowerCase(), columns)) ?? []
  const absent = Object.keys(required).filter((column) => !names.includes(column))
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined) return failure([repeatedColumn(source, twice)])
  if (!header || absent.length > 0)
    return failure([wrongHeader(source, Object.keys(required), absent, delimiter)])
  const unknown = names.find((name) => name !== '' && !Object.hasOwn(columns, name))
  if (unknown !== undefined) return failure([unknownColumn(source, unknown, Object.keys(columns))])
  const diagnostics: Diagnostic[] = []
  const rows = rest.map(({ cells, span, spanOf }): Row => {
    const row = {
      fields: Object.fromEntries(
        names.map((name, index) => [name, (cells[index] ?? '').normalize('NFC').trim()]),
      ),
      label: (text: string, column?: string): Label => ({
        source,
        span: column === undefined ? span : spanOf(names.indexOf(column)),
        text,
      }),
    }
    if (cells.length !== names.length && diagnostics.length < MOST_DIAGNOSTICS)
      diagnostics.push(wrongWidth(row, cells.length, names.length, delimiter))
    return row
  })
  return diagnostics.length > 0 ? failure(diagnostics) : { ok: true, value: rows, diagnostics: [] }
}

function firstLine({ text }: Source): string {
  return text.split(/[\r\n]/, 1)[0] ?? ''
}

function headerLabel(source: Source): Label {
  return { source, span: { start: 0, end: firstLine(source).trimEnd().length }, text: 'dòng tiêu đề' }
}

function wrongHeader(
  source: Source,
  columns: readonly string[],
  absent: readonly string[],
  delimiter: string,
): Diagnostic {
  return {
    code: 'header-mismatch',
    severity: 'error',
    message: `dòng tiêu đề thiếu cột ${listText(absent.map((column) => `\`${column}\``))}`,
    labels: [headerLabel(source)],
    help: `dòng đầu của tệp phải là: ${columns.join(delimiter)}`,
  }
}

/** The column's own name, whichever of its names stands in the header. */
function columnNamed(written: string, columns: Readonly<Record<string, string>>): string {
  const [name] = Object.entries(columns).find(([, vietnamese]) => vietnamese === written) ?? [written]
  return name
}

function unknownColumn(source: Source, column: string, known: readonly string[]): Diagnostic {
  const near = didYouMean(column, known)
  return {
    code: 'header-mismatch',
    severity: 'error',
    message: `không biết cột \`${column}\``,
    labels: [headerLabel(source)],
    help: near ? `ý bạn là \`${near}\`?` : `bỏ cột này; các cột dùng được: ${known.join(', ')}`,
  }
}

function repeatedColumn(source: Source, column: string): Diagnostic {
  return {
    code: 'header-mismatch',
    severity: 'error',
    message: `dòng tiêu đề có hai cột \`${column}\``,
    labels: [headerLabel(source)],
    help: 'giữ lại một cột',
  }
}

function wrongWidth(row: Row, found: number, wanted: number, delimiter: string): Diagnostic {
  return {
    code: 'row-unreadable',
    severity: 'error',
    message: `dòng có ${found} ô, dòng tiêu đề có ${wanted}`,
    labels: [row.label('dòng này')],
    help:
      found > wanted && delimiter === ','
        ? 'số có dấu phẩy phải đặt trong ngoặc kép, ví dụ "12,5"'
        : 'thêm hoặc bớt ô cho đủ số cột',
  }
}
