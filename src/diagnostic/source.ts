/** A text that came from outside, with the name a person knows it by (a path, as it was given). */
export interface Source {
  readonly name: string
  readonly text: string
  /** How its places are called, where that is not by line and column: `Sheet1!D14`. */
  readonly addressAt?: (offset: number) => string
}

/** From `start` up to, not including, `end`: offsets into the text as it was written. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Line and column as people count them, from 1. A letter typed in two parts (NFD) is one column. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The position of an offset; one past the end is allowed. */
export function positionAt(source: Source, offset: number): Position {
  const { start } = lineAt(source, offset)
  const ends = source.text.slice(0, start).match(LINE_END)
  return {
    line: (ends?.length ?? 0) + 1,
    column: source.text.slice(start, offset).normalize('NFC').length + 1,
  }
}

/** Where an offset stands, as a person looks it up: `facts.csv:2:1`, `so-lieu.xlsx:Sheet1!D14`. */
export function placeText(source: Source, offset: number): string {
  if (source.addressAt) return `${source.name}:${source.addressAt(offset)}`
  const { line, column } = positionAt(source, offset)
  return `${source.name}:${line}:${column}`
}

/** Windows, everyone else, and old spreadsheets: as the lexer and the reader of CSV see it. */
const LINE_END = /\r\n|\n|\r/g

/** The text of the line that holds the offset, without its line end, and where it starts. */
export function lineAt(source: Source, offset: number): { readonly text: string; readonly start: number } {
  const { text } = source
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const length = text.slice(start).search(/[\r\n]/)
  return { text: length < 0 ? text.slice(start) : text.slice(start, start + length), start }
}

/** From the start of the first to the end of the last. */
export function spanning(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) }
}
