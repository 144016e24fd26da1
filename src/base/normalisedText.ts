/** Text in NFC, with a way back to where each of its letters stood before. */
export interface NormalisedText {
  readonly text: string
  /** The offset in the original text of an offset in the normalised one; its end maps to the original's end. */
  readonly toOriginal: (offset: number) => number
}

/** A base letter with the combining marks that follow it, or a run without any. */
const CLUSTER = /\P{M}\p{M}+/gu

/**
 * The text in NFC. Letters typed in two parts (NFD, as phones and some Word versions write them) are joined, and
 * offsets still lead to the file as it is, so that messages point at the right place.
 */
export function normaliseText(original: string): NormalisedText {
  if (original.normalize('NFC') === original) return { text: original, toOriginal: (offset) => offset }
  const parts: string[] = []
  const normalisedStarts: number[] = []
  const originalStarts: number[] = []
  let length = 0
  const push = (text: string, start: number): void => {
    normalisedStarts.push(length)
    originalStarts.push(start)
    parts.push(text)
    length += text.length
  }
  let end = 0
  for (const match of original.matchAll(CLUSTER)) {
    push(original.slice(end, match.index), end)
    push(match[0].normalize('NFC'), match.index)
    end = match.index + match[0].length
  }
  push(original.slice(end), end)
  return {
    text: parts.join(''),
    toOriginal: (offset) => {
      if (offset >= length) return original.length
      const part = lastAtMost(normalisedStarts, offset)
      return (originalStarts[part] ?? 0) + offset - (normalisedStarts[part] ?? 0)
    },
  }
}

/** The last index whose value is at most `limit`, in a list that rises from 0. */
function lastAtMost(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
