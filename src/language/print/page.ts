import type { Place } from './placesOf.ts'

/** What stands on a line of its own or, for a comment that `trails`, at the end of a clause's. */
export type Line = ClauseLine | Comment

interface ClauseLine {
  readonly kind: 'clause'
  readonly text: string
  readonly place: Place
  /** The author left a blank line above it. */
  readonly afterBlank: boolean
}

interface Comment {
  readonly kind: 'comment'
  readonly text: string
  readonly trailing: boolean
  readonly afterBlank: boolean
}

/** The lines as a text: indented, blank lines of the author's kept as one, one between blocks. */
export function page(lines: readonly Line[]): string {
  const printed: string[] = []
  let above: Comment[] = []
  let before: Place | undefined
  const print = (clause: ClauseLine | undefined): void => {
    for (const line of stretch(before, above, clause)) printed.push(line)
  }
  for (const line of lines) {
    if (line.kind === 'clause') {
      print(line)
      before = line.place
      above = []
    } else if (line.trailing) printed.push(`${printed.pop() ?? ''}  ${line.text}`)
    else above.push(line)
  }
  print(undefined)
  return printed.map((line) => `${line}\n`).join('')
}

/** A clause and the comments above it, up to the clause before; without a clause at the end of the text. */
function stretch(
  before: Place | undefined,
  above: readonly Comment[],
  clause: ClauseLine | undefined,
): readonly string[] {
  const lines = clause ? [...above, clause] : above
  const firstGap = lines.findIndex(({ afterBlank }) => afterBlank)
  const opensBlock = before !== undefined && clause !== undefined && before.block !== clause.place.block
  // A comment right below a clause, with a blank line or nothing after it, is about what stands above.
  const below = before ? commentsBelow(firstGap, lines.length, clause === undefined) : 0
  return lines.flatMap(({ text, afterBlank }, index) => {
    const level = (index < below ? before?.level : clause?.place.level) ?? 0
    const parted = afterBlank || (index === 0 && opensBlock && firstGap < 0)
    return [...(parted ? [''] : []), `${'  '.repeat(level)}${text}`]
  })
}

function commentsBelow(firstGap: number, count: number, atEnd: boolean): number {
  if (firstGap >= 0) return firstGap
  return atEnd ? count : 0
}
