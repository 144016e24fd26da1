import type { Edit } from '#diagnostic/diagnostic.ts'

/** The text with every edit made; spans count in the text as it was before, and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const backwards = edits.toSorted((left, right) => right.span.start - left.span.start)
  return backwards.reduce(
    (before, { span, text: instead }) => before.slice(0, span.start) + instead + before.slice(span.end),
    text,
  )
}
