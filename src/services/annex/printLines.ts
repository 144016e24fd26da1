import type { AnnexItem } from '#language/index.ts'

/** A paragraph of a list, with its mark and how deep it stands. */
export interface PrintLine {
  readonly depth: 0 | 1 | 2
  readonly text: string
}

/** The items of a section as decisions number them: 1, 2, 3; below them dashes; below those plus signs. */
export function printLines(items: readonly AnnexItem[]): readonly PrintLine[] {
  return items.flatMap(({ text, details }, index) => [
    { depth: 0, text: items.length > 1 ? `${index + 1}. ${text}` : text },
    ...below(details, 1),
  ])
}

function below(items: readonly AnnexItem[], depth: 1 | 2): readonly PrintLine[] {
  return items.flatMap(({ text, details }) => [
    { depth, text: `${depth === 1 ? '-' : '+'} ${text}` },
    // Deeper than that decisions do not go either.
    ...below(details, 2),
  ])
}
