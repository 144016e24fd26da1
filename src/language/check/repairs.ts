import type { Repair } from '#diagnostic/diagnostic.ts'
import { lineAt, type Source, type Span } from '#diagnostic/source.ts'

/** The text of a span, as the author wrote it. */
export function written({ text }: Source, { start, end }: Span): string {
  return text.slice(start, end).normalize('NFC')
}

/** Other words in place of the author's, at one place or at several alike. */
export function replaceBy(text: string, ...spans: readonly Span[]): Repair {
  return { title: `viết «${text}»`, edits: spans.map((span) => ({ span, text })) }
}

/** Words put in after a clause, on its line. */
export function append({ end }: Span, text: string): Repair {
  return { title: `thêm «${text}»`, edits: [{ span: { start: end, end }, text }] }
}

/** Two pieces of the text in each other's place. */
export function swap(source: Source, first: Span, second: Span): Repair {
  return {
    title: `đổi chỗ «${written(source, first)}» và «${written(source, second)}»`,
    edits: [
      { span: first, text: written(source, second) },
      { span: second, text: written(source, first) },
    ],
  }
}

/**
 * A clause said after another, of the same node: on a line of its own, indented like the line of the other (`deeper` by two
 * blanks more), or after a `;` where the line goes on.
 */
export function addClause(source: Source, after: Span, clause: string, deeper = false): Repair {
  const line = lineAt(source, after.end)
  const rest = line.text.slice(after.end - line.start)
  const endsLine = /^[ \t\u00a0]*(?:#.*)?$/.test(rest)
  const at = endsLine ? line.start + line.text.length : after.end
  const first = lineAt(source, after.start).text
  const indent = `${/^[ \t\u00a0]*/.exec(first)?.[0] ?? ''}${deeper ? '  ' : ''}`
  const text = endsLine ? `${lineEndOf(source)}${indent}${clause}` : `; ${clause}`
  return { title: `thêm dòng: ${clause}`, edits: [{ span: { start: at, end: at }, text }] }
}

/** The clause taken out: with its line where nothing else stands there, otherwise with the `;` beside it. */
export function removeClause(source: Source, { start, end }: Span): Repair {
  const line = lineAt(source, start)
  const [before, rest] = [line.text.slice(0, start - line.start), line.text.slice(end - line.start)]
  const span = (): Span => {
    if (before.trim() === '' && rest.trim() === '') {
      const stop = line.start + line.text.length
      const lineEnd = /^(?:\r\n|\n|\r)?/.exec(source.text.slice(stop))?.[0] ?? ''
      return { start: line.start, end: stop + lineEnd.length }
    }
    const after = /^\s*;\s*/.exec(rest)?.[0].length ?? 0
    if (after > 0) return { start, end: end + after }
    const ahead = /\s*;\s*$/.exec(before)?.[0].length ?? 0
    return { start: start - ahead, end }
  }
  return { title: 'bỏ dòng này', edits: [{ span: span(), text: '' }] }
}

/** How the lines of the file end. */
function lineEndOf({ text }: Source): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
