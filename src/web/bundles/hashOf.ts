import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The SHA-256 of a text, in hexadecimal, in a browser: its own hashing is there only over https, and neither a page from a file nor a
 * site on an office's network has that.
 */
export function hashOf(text: string | Uint8Array): string {
  return bytesToHex(sha256(typeof text === 'string' ? utf8ToBytes(text) : text))
}
