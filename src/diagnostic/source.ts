/** A text that came from outside, with the name a person knows it by (a path, as it was given). */
export interface Source {
  readonly name: string
  readonly text: string
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
  const before = source.text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: countLines(before), column: before.slice(lineStart).normalize('NFC').length + 1 }
}

/** The text of the line that holds the offset, without its line end, and where it starts. */
export function lineAt(source: Source, offset: number): { readonly text: string; readonly start: number } {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1
  const next = source.text.indexOf('\n', start)
  return { text: source.text.slice(start, next < 0 ? undefined : next).replace(/\r$/, ''), start }
}

/** From the start of the first to the end of the last. */
export function spanning(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) }
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
