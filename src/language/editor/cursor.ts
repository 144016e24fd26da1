import type { Criterion, CriterionBody } from '../ast.ts'
import { IN_EXCEPTION } from '../toAst/outline.ts'
import { nodesOf } from '../visit.ts'
import type { Analysis } from './analyse.ts'

/** What the next clause would be about. */
export type Place = 'start' | 'head' | 'group' | 'criterion' | 'exception' | 'classes' | 'amendment'

/** A place in a text where something is being typed. */
export interface Cursor {
  /** Where the clause begins that is being typed. */
  readonly start: number
  /** The text of that clause up to the cursor, as written. */
  readonly before: string
  /** The start of a text in quotes that is still open at the cursor. */
  readonly quote: number | undefined
  readonly place: Place
  /** Whether it is said below `sửa đổi phiên bản`. */
  readonly amending: boolean
  /** What is said so far of the criterion that the clause is about. */
  readonly criterion: CriterionBody | undefined
}

/** The cursor at the offset; `undefined` in a comment. */
export function cursorAt(analysis: Analysis, offset: number): Cursor | undefined {
  const { text } = analysis.source
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  let [start, quote]: [number, number | undefined] = [lineStart, undefined]
  for (let at = lineStart; at < offset; at++) {
    const character = text.charAt(at)
    if (/["“”]/.test(character)) quote = quote === undefined ? at : undefined
    else if (quote === undefined && character === '#') return undefined
    else if (quote === undefined && character === ';') start = at + 1
  }
  while (start < offset && /\s/.test(text.charAt(start))) start++
  return { start, before: text.slice(start, offset), quote, ...placeAt(analysis, start) }
}

/** What the clauses before the place have opened, as the outline has it (toAst/outline.ts). */
function placeAt(
  { lines, rulebook }: Analysis,
  start: number,
): Pick<Cursor, 'place' | 'amending' | 'criterion'> {
  let [place, around]: [Place, Place] = ['start', 'start']
  let id: number | undefined
  let amending = false
  for (const { clause } of lines) {
    if (clause.span.start >= start) break
    if (place === 'exception' && !IN_EXCEPTION.includes(clause.kind) && clause.kind !== 'unreadable')
      place = around
    switch (clause.kind) {
      case 'title':
        if (place === 'start') place = 'head'
        break
      case 'group':
      case 'criterion':
        place = clause.kind
        id = clause.id
        break
      case 'replace':
        place = 'criterion'
        id = clause.id
        break
      case 'exception':
        around = place
        place = 'exception'
        break
      case 'classification':
        place = 'classes'
        break
      case 'amendment':
        place = 'amendment'
        amending = true
        break
      default:
        if (place === 'start' && clause.kind !== 'unreadable') place = 'head'
    }
  }
  const bodies = [...nodesOf(rulebook), ...rulebook.amendments.flatMap(({ changes }) => changes)]
  const found = bodies.map((node) => bodyOf(node, id)).find((body) => body !== undefined)
  return { place, amending, criterion: place === 'criterion' || place === 'exception' ? found : undefined }
}

type WithBody =
  | ReturnType<typeof nodesOf>[number]
  | Analysis['rulebook']['amendments'][number]['changes'][number]

function bodyOf(node: WithBody, id: number | undefined): Criterion | CriterionBody | undefined {
  if (node.kind === 'add') return node.criterion.id === id ? node.criterion : undefined
  if (node.id !== id) return undefined
  if (node.kind === 'criterion') return node
  return node.kind === 'replace' ? node.body : undefined
}
