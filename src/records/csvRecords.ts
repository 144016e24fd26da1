import { CsvError, parse } from 'csv-parse/sync'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'

/** What parts the fields of a CSV file: offices that write decimals with a comma save with semicolons. */
export type Delimiter = ',' | ';'

/** A record of a CSV file that holds anything, and where it stands. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** Its last line, from 1. */
  readonly line: number
  readonly span: Span
  /** The place of a cell, by its place in the record; the whole line where the cell is not on it (a text over several lines). */
  readonly spanOf: (index: number) => Span
}

/** The records of a CSV file, blank ones left out. */
export function readCsv(source: Source, delimiter: Delimiter): Result<readonly CsvRecord[]> {
  let parsed: ParsedRecord[]
  try {
    parsed = parse(source.text, {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as ParsedRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return failure([unreadable(source)])
  }
  const lineStarts = startsOfLines(source.text)
  const value = parsed.map(({ record, info }): CsvRecord => {
    const span = lineSpan(source.text, lineStarts, info.lines)
    return {
      cells: record,
      line: info.lines,
      span,
      spanOf: (index) => fieldSpan(source.text, span, index, delimiter),
    }
  })
  return { ok: true, value, diagnostics: [] }
}

interface ParsedRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** A line ends with any of the three line ends, as the records do. */
function startsOfLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)]
}

function lineSpan(text: string, starts: readonly number[], line: number): Span {
  const start = starts[line - 1] ?? 0
  return { start, end: (starts[line] ?? text.length + 1) - 1 }
}

/** The field's own place, quotes included. */
function fieldSpan(text: string, line: Span, index: number, delimiter: Delimiter): Span {
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
