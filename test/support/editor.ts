import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Analysis, analyse } from '#language/index.ts'
import { ROOT } from './files.ts'

/** A rulebook with every construct of the language, sound but for what a test does to it. */
export const WHOLE: string = readFileSync(join(ROOT, 'test/language/editor/whole.thidua'), 'utf8')

/** The lines of {@link WHOLE} before its first group: its head and its measures. */
export const HEAD: string = WHOLE.slice(0, WHOLE.indexOf('nhóm I '))

/** The text without the `|` that marks the cursor, read, and where the cursor stands in it. */
export function atCursor(marked: string): { readonly analysis: Analysis; readonly offset: number } {
  const offset = marked.indexOf('|')
  if (offset < 0) throw new Error(`no cursor in ${marked}`)
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  return { analysis: analyse({ name: 'thử.thidua', text }), offset }
}

/** {@link WHOLE} with the cursor where it stands in one of its lines, written with a `|`. */
export function inWhole(marked: string): ReturnType<typeof atCursor> {
  const line = marked.replace('|', '')
  if (!WHOLE.includes(line)) throw new Error(`no line with ${line}`)
  return atCursor(WHOLE.replace(line, () => marked))
}
