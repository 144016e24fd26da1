import { KEYWORDS, type Keyword } from '../keywords.ts'
import { followClause } from '../parser.ts'
import { Name, Text } from '../tokens.ts'
import { RATIO_HELP } from './characters.ts'
import { type FaultyClause, isWord, type Proposal, replacing, typed } from './fault.ts'

/** The clause without a word that stands in it twice running. */
export function withoutDoubled({ draft }: Pick<FaultyClause, 'draft'>): readonly Proposal[] {
  const pieces = [...draft.text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }))
  return pieces.flatMap(({ text, start }, index) => {
    const before = pieces[index - 1]
    if (before?.text !== text) return []
    const end = before.start + text.length
    return [{ change: { start: end, end: start + text.length, text: '' }, ...dropping(text) }]
  })
}

/** A ratio without the `x 100` of the school formula. */
export function withoutHundredfold({ draft }: Pick<FaultyClause, 'draft'>): readonly Proposal[] {
  const [written] = /[ \t]*\bx[ \t]*100[ \t]*%?/i.exec(draft.text) ?? []
  if (written === undefined) return []
  const start = draft.text.indexOf(written)
  const title = `bỏ «${written.trim()}»`
  return [{ change: { start, end: start + written.length, text: '' }, title, help: RATIO_HELP }]
}

/** Names side by side as one name: a name of several words is joined by underscores. */
export function withJoinedName(clause: FaultyClause): readonly Proposal[] {
  const { tokens } = clause.words
  let start = clause.fault
  while (isWord(tokens[start - 1]) && start > 1) start--
  let end = clause.fault
  while (isWord(tokens[end])) end++
  if (end - start < 2 || tokens[start]?.tokenType !== Name) return []
  const joined = typed(clause, start, end - start).replace(/\s+/g, '_')
  return [
    {
      change: replacing(clause, start, end - start, joined),
      title: `viết «${joined}»`,
      help: `tên gồm nhiều từ thì nối bằng gạch dưới: ${joined}`,
    },
  ]
}

/** The words at the fault in quotes, as many of them as there are first. */
export function withQuotes(clause: FaultyClause): readonly Proposal[] {
  const { words, fault } = clause
  if (words.tokens.slice(fault).some(({ tokenType }) => tokenType === Text)) {
    const end = words.tokens.findIndex(({ tokenType }, index) => index > fault && tokenType === Text)
    return quotedUpTo(clause, end)
  }
  return quotedUpTo(clause, words.tokens.length)
}

function quotedUpTo(clause: FaultyClause, end: number): readonly Proposal[] {
  return Array.from({ length: Math.max(0, end - clause.fault) }, (_, index) => {
    const count = end - clause.fault - index
    const text = `"${typed(clause, clause.fault, count)}"`
    return {
      change: replacing(clause, clause.fault, count, text),
      title: `đặt trong ngoặc kép: ${text}`,
      help: 'đặt phần chữ trong ngoặc kép, ví dụ "Công an xã"',
    }
  })
}

/** More words than this may come next only where anything may, as at the start of a clause. */
const MOST_EXPECTED = 40

/** The clause with one of the words or signs that may stand at the fault put in there. */
export function withExpected(clause: FaultyClause): readonly Proposal[] {
  const { draft, words, fault } = clause
  if (fault === 0) return []
  const { expected } = followClause(words.tokens.slice(0, fault))
  const spellings = new Set(expected.flatMap(({ token }) => spellingOf(token) ?? []))
  if (spellings.size > MOST_EXPECTED) return []
  const at = words.places[fault - 1]?.end ?? 0
  return [...spellings].map((spelling) => {
    const blank = /^[:,%]$/.test(spelling) ? '' : ' '
    const after = /^[\s:,%/]?$/.test(draft.text.charAt(at)) ? '' : ' '
    return {
      change: { start: at, end: at, text: `${blank}${spelling}${after}` },
      title: `thêm «${spelling}»`,
      help: `thêm «${spelling}»`,
    }
  })
}

const SIGNS: Readonly<Record<string, string>> = {
  Comma: ',',
  Colon: ':',
  Equals: '=',
  Slash: '/',
  Percent: '%',
}

/** How a keyword or sign is written; names, numbers and texts are as they are. */
function spellingOf(token: string): string | undefined {
  return Object.hasOwn(KEYWORDS, token) ? KEYWORDS[token as Keyword] : SIGNS[token]
}

/** The clause without the word at the fault, or the one before it. */
export function withoutWord(clause: FaultyClause): readonly Proposal[] {
  const { words, fault } = clause
  return [fault, fault - 1].flatMap((at) => {
    if (at < 1 || !isDroppable(clause, at)) return []
    const before = words.places[at - 1]?.end ?? 0
    const text = typed(clause, at, 1)
    return [{ change: { start: before, end: words.places[at]?.end ?? before, text: '' }, ...dropping(text) }]
  })
}

/** A number or a text says something that is not thrown away on a guess. */
function isDroppable({ words }: FaultyClause, at: number): boolean {
  const token = words.tokens[at]
  return (
    isWord(token) || ['Comma', 'Colon', 'Slash', 'Equals', 'Percent'].includes(token?.tokenType.name ?? '')
  )
}

function dropping(text: string): Pick<Proposal, 'title' | 'help'> {
  return { title: `bỏ «${text}»`, help: `bỏ «${text}»` }
}
