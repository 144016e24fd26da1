/** What no text has: control characters but tabs and line ends, and what Unicode calls no character. XML cannot hold them. */
const CONTROL = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u

/** Where the first stands, and its name (`U+0007`); `undefined` for a text without any. */
export function controlCharacterIn(text: string): { readonly at: number; readonly name: string } | undefined {
  const at = text.search(CONTROL)
  if (at < 0) return undefined
  const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`
  return { at, name }
}

/** The text as XML can hold it. */
export function withoutControls(text: string): string {
  return text.replace(new RegExp(CONTROL, 'gu'), '').toWellFormed()
}
