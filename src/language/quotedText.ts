/** The text of a quotation as it stands in the file, with its marks: without them, its blanks evened out. */
export function textInQuotes(image: string): string {
  const inner = image.slice(1).replace(/["”]$/, '')
  return inner.replace(/\s+/g, ' ').trim()
}

/** The text in straight quotes; in curly ones where it holds a straight quote itself. */
export function quoted(text: string): string {
  return text.includes('"') ? `“${text}”` : `"${text}"`
}
