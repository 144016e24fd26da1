import type { IToken } from 'chevrotain'
import { endOf, scan } from '../lexer.ts'
import type { Change } from './characters.ts'

/** The text of a clause while it is being mended, and where each of its characters stands in the file. */
export interface Draft {
  readonly text: string
  /** One more than there are characters: the last is where the clause ends. */
  readonly origin: readonly number[]
}

/** The words of a draft: tokens as they stand in the file, with their places in the draft. */
export interface Words {
  readonly tokens: readonly IToken[]
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

/** The part of the file's text as a draft. */
export function draftOf(text: string, start: number, end: number): Draft {
  return {
    text: text.slice(start, end),
    origin: Array.from({ length: end - start + 1 }, (_, index) => start + index),
  }
}

/** The draft with the change made; what was put in stands where what it replaces stood. */
export function changed({ text, origin }: Draft, change: Change): Draft {
  const [from, to] = [origin[change.start] ?? 0, origin[change.end] ?? 0]
  const inner = Array.from({ length: change.text.length }, (_, index) => (index === 0 ? from : to))
  return {
    text: text.slice(0, change.start) + change.text + text.slice(change.end),
    origin: [...origin.slice(0, change.start), ...inner, ...origin.slice(change.end)],
  }
}

/** A change of the draft as one of the file's text. */
export function inFile({ origin }: Draft, { start, end, text }: Change): Change {
  return { start: origin[start] ?? 0, end: origin[end] ?? 0, text }
}

/** The clauses in the draft; `undefined` where something in it is no word. */
export function wordsOf({ text, origin }: Draft): readonly Words[] | undefined {
  return scan(text)?.map((tokens) => ({
    tokens: tokens.map((token) => ({
      ...token,
      startOffset: origin[token.startOffset] ?? 0,
      // chevrotain counts the last character in.
      endOffset: (origin[endOf(token)] ?? 0) - 1,
    })),
    places: tokens.map((token) => ({ start: token.startOffset, end: endOf(token) })),
  }))
}
