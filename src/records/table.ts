import { CsvError, parse } from 'csv-parse/sync'
import { didYouMean } from '#base/didYouMean.ts'
import { listText } from '#base/listText.ts'
import {
  type Diagnostic,
  failure,
  type Label,
  MOST_DIAGNOSTICS,
  type Result,
} from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'

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
  let records: CsvRecord[]
  try {
    records = parse(source.text, {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as CsvRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return failure([unreadable(source)])
  }
  const [header, ...rest] = records
  const columns = { ...required, ...optional }
  const names = header?.record.map((name) => columnNamed(name.normalize('NFC').toLowerCase(), columns)) ?? []
  const absent = Object.keys(required).filter((column) => !names.includes(column))
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined) return failure([repeatedColumn(source, twice)])
  if (!header || absent.length > 0)
    return failure([wrongHeader(source, Object.keys(required), absent, delimiter)])
  const unknown = names.find((name) => name !== '' && !Object.hasOwn(columns, name))
  if (unknown !== undefined) return failure([unknownColumn(source, unknown, Object.keys(columns))])
  const lineStarts = startsOfLines(source.text)
  const diagnostics: Diagnostic[] = []
  const rows = rest.map(({ record, info }): Row => {
    const line = lineSpan(source.text, lineStarts, info.lines)
    const row = {
      fields: Object.fromEntries(
        names.map((name, index) => [name, (record[index] ?? '').normalize('NFC').trim()]),
      ),
      label: (text: string, column?: string): Label => ({
        source,
        span: column === undefined ? line : fieldSpan(source.text, line, names.indexOf(column), delimiter),
        text,
      }),
    }
    if (record.length !== names.length && diagnostics.length < MOST_DIAGNOSTICS)
      diagnostics.push(wrongWidth(row, record.length, names.length, delimiter))
    return row
  })
  return diagnostics.length > 0 ? failure(diagnostics) : { ok: true, value: rows, diagnostics: [] }
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function firstLine({ text }: Source): string {
  return text.split(/[\r\n]/, 1)[0] ?? ''
}

/** A line ends with any of the three line ends, as the records do. */
function startsOfLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)]
}

function lineSpan(text: string, starts: readonly number[], line: number): Span {
  const start = starts[line - 1] ?? 0
  return { start, end: (starts[line] ?? text.length + 1) - 1 }
}

/** The field's own place, quotes included; the whole line where the field is not on it (a text over several lines). */
function fieldSpan(text: string, line: Span, index: number, delimiter: string): Span {
  const written = text.slice(line.start, line.end).replace(/[\r\n]+$/, '')
  const fields = written.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${delimiter}]*)(?:${delimiter}|$)`, 'g'))
  const field = [...fields][index]
  if (field?.[1] === undefined) return line
  const start = line.start + field.index
  return { start, end: start + field[1].length }
}

/** A quote that is never closed swallows the rest of the file; it opened on the first line with an odd one. */
function unreadable(source: Source): Diagnostic {
  const starts = startsOfLines(source.text)
  const odd = starts.findIndex(
    (start, index) => (source.text.slice(start, starts[index + 1]).split('"').length - 1) % 2 === 1,
  )
  const line = odd < 0 ? starts.length : odd + 1
  return {
    code: 'row-unreadable',
    severity: 'error',
    message: `không đọc được tệp từ dòng ${line}`,
    labels: [{ source, span: lineSpan(source.text, starts, line), text: 'dòng này' }],
    help: 'kiểm tra dấu ngoặc kép: ô nào mở ngoặc kép thì phải đóng lại',
  }
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
