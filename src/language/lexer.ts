import { type IToken, Lexer } from 'chevrotain'
import { normaliseText } from '#base/normalisedText.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import { allTokens, COMMENTS, Separator, UnclosedText } from './tokens.ts'

/** The tokens of a source, clause by clause, and where each stands in the file as it is. */
export interface LexedSource {
  readonly clauses: readonly LexedClause[]
  readonly comments: readonly IToken[]
  /** The text that the offsets of tokens count in: the source's, letters in two parts joined. */
  readonly text: string
  readonly spanOf: (token: IToken) => Span
  /** The span in the file as it is of offsets in `text`. */
  readonly spanFrom: (start: number, end: number) => Span
}

export interface LexedClause {
  /** Without the separators; none on a line of nothing but faults. */
  readonly tokens: readonly IToken[]
  /** From its first to its last word, or the fault that stands before or after them. */
  readonly start: number
  readonly end: number
  /** Characters in it that no word begins with. */
  readonly faults: readonly Fault[]
  /** A quotation mark on its line is odd, so that nothing on that line need be what it seems: the line is one clause. */
  readonly unclosed: IToken | undefined
  /** The tokens of the clauses that then seem to stand before this one on the line. */
  readonly before: readonly (readonly IToken[])[]
  /** The `;` between this clause and the one before on its line. */
  readonly semicolon: IToken | undefined
}

/** Characters that no word begins with. */
export interface Fault {
  readonly start: number
  readonly end: number
}

let shared: Lexer | undefined

function tokenize(text: string): ReturnType<Lexer['tokenize']> {
  shared ??= new Lexer(allTokens, { ensureOptimizations: true, positionTracking: 'onlyOffset' })
  return shared.tokenize(text)
}

/** Cuts the text into words. Letters in two parts (NFD) are joined first; spans still fit the original text. */
export function lex(source: Source): LexedSource {
  const { text, toOriginal } = normaliseText(source.text)
  const { tokens, errors, groups } = tokenize(text)
  const spanFrom = (start: number, end: number): Span => ({ start: toOriginal(start), end: toOriginal(end) })
  const faults = errors.map(({ offset, length }) => ({ start: offset, end: offset + length }))
  const spanOf = (token: IToken): Span => spanFrom(token.startOffset, endOf(token))
  return { clauses: splitClauses(tokens, faults), comments: groups[COMMENTS] ?? [], text, spanOf, spanFrom }
}

/** The clauses of a piece of text; `undefined` where something in it is no word. */
export function scan(text: string): readonly (readonly IToken[])[] | undefined {
  const { tokens, errors } = tokenize(text)
  if (errors.length > 0 || tokens.some(({ tokenType }) => tokenType === UnclosedText)) return undefined
  return splitClauses(tokens, []).map((clause) => clause.tokens)
}

/** Where a token ends; one that was put in for what the author typed ends where that does. */
export function endOf({ startOffset, endOffset, image }: IToken): number {
  return endOffset === undefined ? startOffset + image.length : endOffset + 1
}

function splitClauses(tokens: readonly IToken[], faults: readonly Fault[]): readonly LexedClause[] {
  const clauses: LexedClause[] = []
  const line: LexedClause[] = []
  let current: IToken[] = []
  let semicolon: IToken | undefined
  let nextFault = 0
  const close = (separator: IToken | undefined): void => {
    const inside: Fault[] = []
    for (; ; nextFault++) {
      const fault = faults[nextFault]
      if (!fault || (separator && fault.start >= separator.startOffset)) break
      inside.push(fault)
    }
    const pieces = [...current.map((token) => ({ start: token.startOffset, end: endOf(token) })), ...inside]
    if (pieces.length > 0) {
      const start = pieces.reduce((least, piece) => Math.min(least, piece.start), Number.POSITIVE_INFINITY)
      const end = pieces.reduce((most, piece) => Math.max(most, piece.end), 0)
      const unclosed = current.find(({ tokenType }) => tokenType === UnclosedText)
      line.push({ tokens: current, start, end, faults: inside, unclosed, before: [], semicolon })
    }
    const parted = separator?.image === ';'
    semicolon = parted && current.length > 0 ? separator : undefined
    current = []
    if (parted) return
    clauses.push(...(line.some(({ unclosed }) => unclosed) ? joined(line) : line))
    line.length = 0
  }
  for (const token of tokens) {
    if (token.tokenType.CATEGORIES?.includes(Separator)) close(token)
    else current.push(token)
  }
  close(undefined)
  return clauses
}

/** The clauses of a line as one. */
function joined(line: readonly LexedClause[]): readonly LexedClause[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last) return []
  return [
    {
      ...last,
      start: first.start,
      faults: line.flatMap(({ faults }) => faults),
      before: line.slice(0, -1).map(({ tokens }) => tokens),
      semicolon: undefined,
    },
  ]
}
