/** How many single-letter changes turn `left` into `right` (Levenshtein). */
export function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [row, leftLetter] of [...left].entries()) {
    const current = [row + 1]
    for (const [column, rightLetter] of [...right].entries()) {
      const substitute = (previous[column] ?? 0) + (leftLetter === rightLetter ? 0 : 1)
      current.push(Math.min(substitute, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
