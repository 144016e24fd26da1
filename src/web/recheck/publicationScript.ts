import { type Publication, publicationText } from '#records/publication.ts'

/**
 * The text of a publication as a script: a page from a file may load scripts and nothing else. What would end a script, or a line
 * of one, is written by its number.
 */
export function publicationScript(text: string): string {
  const safe = JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `self.thiduaCongBo=${safe}\n`
}

const sizes = new WeakMap<Publication, number>()

/** How many bytes it has: said on the page of every entrant, and counted once. */
export function publicationScriptSize(publication: Publication): number {
  const known = sizes.get(publication)
  if (known !== undefined) return known
  const size = Buffer.byteLength(publicationScript(publicationText(publication)))
  sizes.set(publication, size)
  return size
}
