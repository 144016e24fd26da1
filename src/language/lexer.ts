import { type IToken, Lexer } from 'chevrotain'
import { normaliseText } from '#base/normalisedText.ts'
import { type Report, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import { type Change, mendCharacters } from './mend/characters.ts'
import { allTokens, Separator, UnclosedText } from './tokens.ts'

/** The tokens of a source, clause by clause, and where each stands in the file as it is. */
export interface LexedSource {
  readonly clauses: readonly LexedClause[]
  /** The text that the offsets of tokens count in: the source's, letters in two parts joined. */
  readonly text: string
  readonly spanOf: (token: IToken) => Span
  /** The span in the file as it is of offsets in `text`. */
  readonly spanFrom: (start: number, end: number) => Span
}

export interface LexedClause {
  /** At least one, without the separators. */
  readonly tokens: readonly IToken[]
  /** From its first to its last word, or the fault that stands before or after them. */
  readonly start: number
  readonly end: number
  /** Characters in it that no word begins with; they were reported, and what does not parse then is no second mistake. */
  readonly faults: readonly Fault[]
  /** The `;` between this clause and the one before on its line. */
  readonly semicolon: IToken | undefined
}

interface Fault {
  readonly start: number
  readonly end: number
  /** What the author may have meant, where that is plain. */
  readonly changes: readonly Change[]
}

let shared: Lexer | undefined

function tokenize(text: string): ReturnType<Lexer['tokenize']> {
  shared ??= new Lexer(allTokens, { ensureOptimizations: true, positionTracking: 'onlyOffset' })
  return shared.tokenize(text)
}

/** Cuts the text into words. Letters in two parts (NFD) are joined first; spans still fit the original text. */
export function lex(source: Source, report: Report): LexedSource {
  const { text, toOriginal } = normaliseText(source.text)
  const { tokens, errors } = tokenize(text)
  const spanFrom = (start: number, end: number): Span => ({ start: toOriginal(start), end: toOriginal(end) })
  const faults = errors.map(({ offset, length }) => ({
    start: offset,
    end: offset + length,
    changes: mendCharacters(text, offset, offset + length),
  }))
  for (const { start, end, changes } of faults) {
    const characters = text.slice(start, end)
    const edits = changes.map((change) => ({ span: spanFrom(change.start, change.end), text: change.text }))
    report({
      code: 'unknown-character',
      severity: 'error',
      message: `không dùng được ${characterNames(characters)} ở đây`,
      labels: [{ source, span: spanFrom(start, end), text: 'bỏ hoặc gõ lại phần này' }],
      help: /^[!-~]+$/.test(characters)
        ? 'viết bằng chữ thay cho ký hiệu, ví dụ «từ 24 trở lên», «1/2 điểm tối đa»'
        : 'gõ lại bằng bàn phím tiếng Việt; chữ giống hệt nhưng thuộc bảng chữ cái khác cũng không dùng được',
      ...withRepairs(
        edits.length > 0
          ? { title: `viết «${changes.map((change) => change.text.trim()).join(' … ')}»`, edits }
          : undefined,
      ),
    })
  }
  const spanOf = (token: IToken): Span => spanFrom(token.startOffset, endOf(token))
  return { clauses: splitClauses(tokens, faults), text, spanOf, spanFrom }
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
    const [first, last] = [current[0], current.at(-1)]
    if (first && last) {
      const start = Math.min(first.startOffset, inside[0]?.start ?? first.startOffset)
      const end = Math.max(endOf(last), inside.at(-1)?.end ?? 0)
      clauses.push({ tokens: current, start, end, faults: inside, semicolon })
    }
    current = []
    semicolon = separator?.image === ';' && first ? separator : undefined
  }
  for (const token of tokens) {
    if (token.tokenType.CATEGORIES?.includes(Separator)) close(token)
    else current.push(token)
  }
  close(undefined)
  return clauses
}

/** Names at most a few characters: visible ones as they are, others by their number, so that they can be found. */
function characterNames(characters: string): string {
  const shown = [...characters].slice(0, 8)
  const names = shown.map((character) =>
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
      ? `\`${character}\``
      : `ký tự U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return [...new Set(names)].join(' ')
}
