import { editDistance } from './editDistance.ts'
import { foldText } from './foldText.ts'

/** No name or keyword is longer; keeps hostile input from costing its square. */
const LONGEST = 60

/**
 * The candidate nearest to what was typed, compared without tone marks, the first of several; `undefined` when none is
 * near (more than a third of the letters, rounded up, would have to change) and for a text longer than any name.
 */
export function didYouMean(typed: string, candidates: Iterable<string>): string | undefined {
  return nearest(typed, candidates, Math.ceil(foldText(typed).length / 3))
}

/**
 * The same, but sure of itself: at most one letter in four may be wrong, and short words none. Among the words of a language
 * a chance likeness is always near («trước» is no «bước»), and a wrong hint is worse than none.
 */
export function surelyMeant(typed: string, candidates: Iterable<string>): string | undefined {
  return nearest(typed, candidates, Math.floor(foldText(typed).length / 4))
}

function nearest(typed: string, candidates: Iterable<string>, limit: number): string | undefined {
  if (typed.length > LONGEST) return undefined
  const folded = foldText(typed)
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const other = foldText(candidate)
    if (Math.abs(other.length - folded.length) > limit) continue
    const distance = editDistance(folded, other)
    if (distance <= limit && (!best || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}
