/** `a`, `a và b`, `a, b và c`: a list as it is read aloud. */
export function listText(items: readonly string[], conjunction = 'và'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}
