import type { Source } from '#diagnostic/source.ts'
import { hashOf } from '#store/hashOf.ts'

export { hashOf }

/**
 * The SHA-256 of a rulebook's text, in hexadecimal: names exactly the rules that made a result. Line ends and the way
 * letters were typed (NFC, NFD) do not change it.
 */
export function hashRulebook({ text }: Source): string {
  return hashOf(text.normalize('NFC').replace(/\r\n?/g, '\n'))
}

/** Enough of a hash to hold one print against another. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12)
}
