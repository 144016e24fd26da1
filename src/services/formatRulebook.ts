import { failure, type Result } from '#diagnostic/diagnostic.ts'
import { format } from '#language/index.ts'
import { replaceFile } from '#store/replaceFile.ts'
import { readRulebookFile } from '#store/rulebookFile.ts'

/** A rulebook's text laid out anew, and whether that is another text than before. */
export interface Formatted {
  readonly text: string
  readonly changed: boolean
}

/** Lays out the rulebook in a file; the file stays as it is. */
export async function formatRulebook(path: string): Promise<Result<Formatted>> {
  const source = await readRulebookFile(path)
  if (!source.ok) return source
  const formatted = format(source.value)
  if (!formatted.ok) return formatted
  const { value: text, diagnostics } = formatted
  return { ok: true, value: { text, changed: text !== source.value.text }, diagnostics }
}

/** Lays out the rulebook in a file and rewrites the file where that changes it. */
export async function reformatRulebook(path: string): Promise<Result<Formatted>> {
  const formatted = await formatRulebook(path)
  if (!formatted.ok || !formatted.value.changed) return formatted
  const hindrance = await replaceFile(path, formatted.value.text)
  return hindrance ? failure([hindrance]) : formatted
}
