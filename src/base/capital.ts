/** The words with a capital. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
