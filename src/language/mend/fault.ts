import type { IToken } from 'chevrotain'
import { KEYWORDS } from '../keywords.ts'
import { followClause, parseClause } from '../parser.ts'
import { Name } from '../tokens.ts'
import type { Change } from './characters.ts'
import { changed, type Draft, type Words, wordsOf } from './draft.ts'

/** A clause that the grammar cannot follow, and the index of the word at which it loses it (the number of words at the end). */
export interface FaultyClause {
  readonly draft: Draft
  readonly words: Words
  readonly fault: number
}

/** A change of a draft that may be what the author meant; `title` and `help` say it in Vietnamese. */
export interface Proposal {
  readonly change: Change
  readonly title: string
  readonly help: string | undefined
}

/** What a proposal makes of the clause. */
export interface Outcome {
  readonly draft: Draft
  readonly clauses: readonly Words[]
  /** How many words the grammar could not follow; 0 where all is understood, and 0,5 where only words are missing. */
  readonly left: number
}

/** The clause with the change made, read again; `undefined` where it holds what is no word. */
export function tryChange(draft: Draft, change: Change): Outcome | undefined {
  const next = changed(draft, change)
  const clauses = wordsOf(next)
  if (!clauses || clauses.length === 0) return undefined
  const left = clauses.reduce((sum, { tokens }) => sum + wordsLeft(tokens), 0)
  return { draft: next, clauses, left }
}

/** As {@link Outcome} counts it. Follows the words before it parses them: most of what is tried leads nowhere. */
function wordsLeft(tokens: readonly IToken[]): number {
  const { followed, complete } = followClause(tokens)
  if (complete && parseClause(tokens).errors.length === 0) return 0
  return Math.max(0.5, tokens.length - followed)
}

/** Names and keywords: what a keyword may have been mistyped as. */
export function isWord(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === Name || Object.hasOwn(KEYWORDS, token.tokenType.name))
}

/** The text of some words of the clause, as typed. */
export function typed({ draft, words }: FaultyClause, from: number, count: number): string {
  return draft.text.slice(words.places[from]?.start, words.places[from + count - 1]?.end)
}

/** Some words of the clause replaced. */
export function replacing({ words }: FaultyClause, from: number, count: number, text: string): Change {
  const [first, last] = [words.places[from], words.places[from + count - 1]]
  return { start: first?.start ?? 0, end: last?.end ?? 0, text }
}
